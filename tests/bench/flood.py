"""Very many letters at once, in virtual time: the real pacer before a model of Slack's limits.

Slack's own figures are "several hundred messages per minute" and "generous bursts"
(https://docs.slack.dev/apis/web-api/rate-limits), so both readings of that are tried: a bucket that fills up
again, and a window of 60 seconds in which refused calls count too.
"""

import asyncio
import math
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

from bot.model.paces import Learned
from bot.pacing import Pace, Pacer
from tests.bench.virtual import elapsed, lived_through

BATCH = 50
ANSWERS_AFTER = 0.15
"""Seconds that Slack takes to answer."""
LOOKS_AGAIN = 1.0
"""Seconds between two looks into the outbox, when nothing could go."""
BURST = 20

Model = Literal["bucket", "window"]


@dataclass
class Slack:
    """One workspace: `a_minute` messages, and how many were refused."""

    a_minute: int
    model: Model = "bucket"
    calls: int = 0
    refused: int = 0
    left: float = BURST
    seen: float = 0.0
    recent: deque[float] = field(default_factory=deque)

    def post(self) -> int:
        """Take one message; 0, or the whole seconds of its Retry-After."""
        self.calls += 1
        wait = self._in_bucket() if self.model == "bucket" else self._in_window()
        self.refused += wait > 0
        return wait

    def _in_bucket(self) -> int:
        rate = self.a_minute / 60
        self.left = min(BURST, self.left + (elapsed() - self.seen) * rate)
        self.seen = elapsed()
        if self.left >= 1 - 1e-6:
            self.left -= 1
            return 0
        return max(1, math.ceil((1 - self.left) / rate))

    def _in_window(self) -> int:
        while self.recent and self.recent[0] <= elapsed() - 60 + 1e-6:
            self.recent.popleft()
        self.recent.append(elapsed())
        over = len(self.recent) - self.a_minute
        return 0 if over <= 0 else max(1, math.ceil(self.recent[over - 1] + 60 - elapsed()))


@dataclass
class InMemory:
    """What `storage.paces` keeps, for replicas that live in one program."""

    known: dict[str, Learned] = field(default_factory=dict)

    async def hold(self, workspace: str, rate: float) -> tuple[Learned, float]:
        return self.known.setdefault(workspace, Learned(rate)), elapsed()

    async def keep(self, workspace: str, learned: Learned) -> None:
        self.known[workspace] = learned


@dataclass
class District:
    """Letters of one workspace that wait, and what became of them."""

    slack: Slack
    waiting: int
    arrived: dict[int, float] = field(default_factory=dict)
    asked_at: deque[float] = field(default_factory=deque)
    answered_after: list[float] = field(default_factory=list)
    numbers: Iterable[int] = field(default_factory=count)

    def take(self, most: int, answers: int) -> tuple[list[float], int]:
        """When the answers that were taken were asked for, and how many other letters were."""
        due: list[float] = []
        while self.asked_at and self.asked_at[0] <= elapsed() and len(due) < answers:
            due.append(self.asked_at.popleft())
        others = min(most - len(due), self.waiting, BATCH)
        self.waiting -= max(0, others)
        return due, max(0, others)


@dataclass(frozen=True, slots=True)
class Drained:
    """How long it took, in seconds of virtual time, and what Slack saw of it."""

    seconds: float
    arrived: int
    calls: int
    refused: int
    answered_after: list[float]


async def serve(district: District, pacer: Pacer, paces: InMemory, name: str) -> None:
    """One replica's courier: rounds of take, send and write down, until nothing is left."""
    while district.waiting or district.asked_at:
        if pacer.is_closed(name):
            await asyncio.sleep(LOOKS_AGAIN)
            continue
        allowance = await pacer.allowance(paces, name)
        asked, others = district.take(allowance.room.anything, allowance.room.answers)
        moments = await pacer.spend(paces, allowance, [*[True] * len(asked), *[False] * others])
        if not moments:
            await pacer.rest(allowance)
            continue
        letters = [*asked, *[None] * others]
        await asyncio.gather(
            *(send(district, pacer, name, at, since) for at, since in zip(moments, letters, strict=True))
        )
        await pacer.tell(paces)


async def send(district: District, pacer: Pacer, name: str, at: float, asked_at: float | None) -> None:
    number = next(iter(district.numbers))
    async with pacer.turn(name, str(number), at=at, is_answer=asked_at is not None) as may_go:
        wait = district.slack.post() if may_go else 0
        if may_go:
            await asyncio.sleep(ANSWERS_AFTER)
    if may_go and not wait:
        pacer.went_through(name)
        district.arrived[number] = elapsed()
        if asked_at is not None:
            district.answered_after.append(elapsed() - asked_at)
    elif asked_at is not None:
        district.asked_at.append(asked_at)
    else:
        district.waiting += 1
    if wait:
        pacer.close(name, wait)


def drained(
    pace: Pace,
    slack: Slack,
    letters: int,
    *,
    replicas: int = 1,
    workspaces: int = 1,
    asked_at: Iterable[float] = (),
) -> Drained:
    """Write so many letters to each workspace, and say how it went until the last one arrived."""

    async def all_of_it() -> list[District]:
        paces, places = InMemory(), []
        pacers = [Pacer(pace, elapsed=elapsed, sleep=asyncio.sleep) for _ in range(replicas)]
        for _ in range(workspaces):
            here = Slack(slack.a_minute, slack.model)
            places.append(District(here, letters, asked_at=deque(asked_at)))
        await asyncio.gather(
            *(
                serve(district, pacer, paces, f"T{number}")
                for number, district in enumerate(places)
                for pacer in pacers
            )
        )
        return places

    places = lived_through(all_of_it())
    return Drained(
        max(max(one.arrived.values()) for one in places),
        sum(len(one.arrived) for one in places),
        sum(one.slack.calls for one in places),
        sum(one.slack.refused for one in places),
        [after for one in places for after in one.answered_after],
    )


def limit(a_minute: int, letters: int) -> float:
    """Seconds that so many letters take at the limit itself, after its burst."""
    return (letters - BURST) / a_minute * 60
