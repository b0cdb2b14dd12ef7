"""How fast a workspace is spoken to, so that its platform never has to say "wait".

What all replicas share stands in the database (`storage.paces`): the rate, its bucket and the gate. It is
read and written in the transaction that takes letters, so together they never take more than the workspace
takes. What is in memory concerns letters in hand: the gap within a channel, and how many wait for an answer.
One audience is never in two hands at once, since a letter waits for an earlier one to the same audience; only
when the next one falls to another replica, that one does not know of the gap, and begins with a new burst.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Protocol

from bot.model.paces import SHORTEST, Learned, Room
from bot.model.paces import Pace as Pace

KEPT_SLOTS = 2
"""Letters that answer somebody who waits, beside those that are in flight."""


class Paces(Protocol):
    """Where what is learned is kept; see `storage.paces.Paces`."""

    async def hold(self, workspace: str, rate: float) -> tuple[Learned, float]: ...

    async def keep(self, workspace: str, learned: Learned) -> None: ...


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many letters of a workspace may be taken in this transaction. `now` is its moment: seconds since
    1970, by the clock that all replicas share."""

    workspace: str
    room: Room
    learned: Learned
    now: float

    @property
    def is_for_answers(self) -> bool:
        """Whether nothing may be taken but what answers somebody who waits."""
        return not self.room.anything

    @property
    def most(self) -> int:
        return self.room.anything or self.room.answers


@dataclass(slots=True)
class Bucket:
    """Lets `rate` a second through, after a burst of `burst` at once when it has rested."""

    rate: float
    burst: int
    free_at: float = field(default=0.0, init=False)

    def reserve(self, now: float) -> float:
        """Take the next place and return its moment, now or later."""
        gap = 1 / self.rate
        at = max(now, self.free_at - (self.burst - 1) * gap)
        self.free_at = max(now, self.free_at) + gap
        return at


class Lane:
    """What this process knows of one workspace: what it has in hand there, and what it has heard."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.channels: dict[str, Bucket] = {}
        self.slots = {False: asyncio.Semaphore(pace.in_flight), True: asyncio.Semaphore(KEPT_SLOTS)}
        self.opens_at = float("-inf")
        self.took = 0

    def reserve(self, channel: str, now: float) -> float:
        """Take the next place in a channel and return its moment."""
        self.channels = {name: kept for name, kept in self.channels.items() if kept.free_at > now}
        bucket = self.channels.setdefault(channel, Bucket(self.pace.channel, self.pace.channel_burst))
        return bucket.reserve(now)


class Pacer:
    """Gives out turns to send. It goes by elapsed time, not by the school's clock, which may stand still.

    A workspace that asked to wait is left alone as a whole, then spoken to a little more slowly; the rate
    recovers with every message that goes through. `elapsed` also stands in for the database's clock where it
    is given.
    """

    def __init__(
        self,
        pace: Pace | None = None,
        *,
        elapsed: Callable[[], float] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._pace = pace or Pace()
        self._shared = elapsed
        self._elapsed = elapsed or time.monotonic
        self._sleep = sleep
        self._lanes: dict[str, Lane] = {}
        self._asked_to_wait: set[str] = set()

    def is_closed(self, workspace: str) -> bool:
        """Say whether the workspace is to be left alone for now."""
        return self._lane(workspace).opens_at > self._elapsed()

    def shut(self, workspace: str, seconds: float) -> None:
        """Let this process leave the workspace alone; started anew, it may try again at once."""
        lane = self._lane(workspace)
        lane.opens_at = max(lane.opens_at, self._elapsed() + max(seconds, SHORTEST))

    def open(self, workspace: str) -> None:
        """It need not be left alone any more, as far as this process knows."""
        self._lane(workspace).opens_at = float("-inf")

    def close(self, workspace: str, seconds: float) -> None:
        """The platform asked to wait: leave the workspace alone for so long, at least. `tell` lets the other
        replicas know."""
        self.shut(workspace, seconds)
        self._asked_to_wait.add(workspace)

    def went_through(self, workspace: str) -> None:
        """The platform took a message: the rate may recover."""
        self._lane(workspace).took += 1

    async def allowance(self, paces: Paces, workspace: str) -> Allowance:
        """How many letters may be taken now. The other replicas wait until this transaction ends."""
        learned, now = await self._hold(paces, workspace)
        lane = self._lane(workspace)
        learned = learned.took(lane.took, now, self._pace)
        if learned.is_closed(now):
            lane.opens_at = max(lane.opens_at, self._elapsed() + learned.opens_at - now)
        return Allowance(workspace, learned.room(now, self._pace), learned, now)

    async def spend(self, paces: Paces, allowance: Allowance, answers: Sequence[bool]) -> list[float]:
        """Write down that these letters were taken: of each, whether it answers somebody who waits. Returns
        the moment of each one's turn, in seconds of elapsed time."""
        begun = self._elapsed()
        if not answers:
            return []
        learned, waits = allowance.learned.spend(allowance.now, self._pace, answers)
        await paces.keep(allowance.workspace, learned)
        self._lane(allowance.workspace).took = 0
        return [begun + wait for wait in waits]

    async def tell(self, paces: Paces) -> None:
        """Write down which workspaces asked to wait since the last time, for all replicas."""
        for workspace in sorted(self._asked_to_wait):
            self._asked_to_wait.discard(workspace)
            learned, now = await self._hold(paces, workspace)
            seconds = self._lane(workspace).opens_at - self._elapsed()
            await paces.keep(workspace, learned.asked_to_wait(seconds, now, self._pace))

    async def rest(self, allowance: Allowance) -> bool:
        """Wait until there is room again, at most while letters are given out ahead. It sends nothing."""
        await self._sleep(min(allowance.room.wait, self._pace.ahead))
        return False

    @asynccontextmanager
    async def turn(
        self, workspace: str, channel: str, *, at: float = 0.0, is_answer: bool = False
    ) -> AsyncIterator[bool]:
        """Wait for a turn, not before `at` (in seconds of elapsed time), and hold it; False when the
        workspace is, or has meanwhile been, closed."""
        lane = self._lane(workspace)
        if not self.is_closed(workspace):
            now = self._elapsed()
            wait = max(at, lane.reserve(channel, now)) - now
            if wait > 0:
                await self._sleep(wait)
        async with lane.slots[is_answer]:
            yield not self.is_closed(workspace)

    async def _hold(self, paces: Paces, workspace: str) -> tuple[Learned, float]:
        learned, now = await paces.hold(workspace, self._pace.workspace)
        return learned, self._shared() if self._shared else now

    def _lane(self, workspace: str) -> Lane:
        lane = self._lanes.get(workspace)
        if lane is None:
            lane = self._lanes[workspace] = Lane(self._pace)
        return lane
