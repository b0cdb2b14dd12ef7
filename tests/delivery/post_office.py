"""A small platform in memory: it keeps what arrives, and can lose answers, be busy, and refuse."""

import asyncio
import heapq
from collections import defaultdict, deque
from datetime import datetime, timedelta

from bot.messages.plain import plain
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.ports import Letter, Sent, Undeliverable, Unknown
from storage.outbox import Standing
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL, StillClock


class AnswerLost(Exception):
    """The message arrives, the answer does not."""


class CableCut(Exception):
    """Neither the message nor the answer arrives."""


class PostOffice:
    """What a platform keeps: every message by its channel, and where it stands.

    `next_answers` holds, by audience key, what the next deliveries raise, first first; `lookups` what
    the next questions about a letter raise. A delivery takes `takes` seconds, the next ones `delays`.
    `calls_it` is the platform's own id for a message.
    """

    def __init__(self) -> None:
        self.channels: dict[str, list[Letter]] = defaultdict(list)
        self.threads: dict[str, Sent | None] = {}
        self.next_answers: dict[str, deque[Exception]] = defaultdict(deque)
        self.lookups: deque[Exception] = deque()
        self.asked: list[str] = []
        self.tried: list[str] = []
        self.takes = 0.0
        self.calls_it = "ts-{id}"
        self.delays: deque[float] = deque()
        self._trying = asyncio.Condition()
        self.busiest = 0
        self._at_once = 0

    def answers(self, audience: Audience, *answers: Exception) -> None:
        self.next_answers[audience.key].extend(answers)

    def said(self, audience: Audience) -> list[str]:
        """The words that stand in a channel, in the order they came."""
        return [plain(letter.message) for letter in self.channels[audience.key]]

    def ids(self) -> list[str]:
        return [letter.id for letters in self.channels.values() for letter in letters]

    async def handed(self, count: int) -> None:
        """Wait until so many letters have been handed over, answered or not."""
        async with self._trying:
            await self._trying.wait_for(lambda: len(self.tried) >= count)

    async def deliver(self, letter: Letter, thread: Sent | None) -> Sent:
        async with self._trying:
            self.tried.append(letter.id)
            self._trying.notify_all()
        self._at_once += 1
        self.busiest = max(self.busiest, self._at_once)
        try:
            await asyncio.sleep(self.delays.popleft() if self.delays else self.takes)
            answer = self.next_answers[letter.audience.key]
            trouble = answer.popleft() if answer else None
            if trouble is not None and not isinstance(trouble, AnswerLost):
                raise Unknown if isinstance(trouble, CableCut) else trouble
            self.channels[letter.audience.key].append(letter)
            self.threads[letter.id] = thread
            if trouble is not None:
                raise Unknown
            return self.where(letter)
        finally:
            self._at_once -= 1

    async def settle(self, letter: Letter) -> Sent | None:
        self.asked.append(letter.id)
        if self.lookups:
            raise self.lookups.popleft()
        there = any(kept.id == letter.id for kept in self.channels[letter.audience.key])
        return self.where(letter) if there else None

    def where(self, letter: Letter) -> Sent:
        return Sent(f"C-{letter.audience.key}"[:64], self.calls_it.format(id=letter.id))


class Stopwatch:
    """Elapsed time that passes only while somebody sleeps, and then at once."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._waking: list[float] = []

    def elapsed(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        until = self.seconds + seconds
        heapq.heappush(self._waking, until)
        while self.seconds < until:
            await asyncio.sleep(0.002)
            self.seconds = max(self.seconds, self._waking[0])
        self._waking.remove(until)
        heapq.heapify(self._waking)


class Posting:
    """Puts letters into the outbox and reads what became of them, as a routine would."""

    def __init__(self, units: UnitsOfWork, clock: StillClock) -> None:
        self.units = units
        self.clock = clock

    async def __call__(
        self,
        audience: Audience,
        words: str,
        *,
        key: str | None = None,
        school: str = SCHOOL,
        due_at: datetime | None = None,
        stale_in: timedelta | None = None,
        **options: str,
    ) -> str:
        now = self.clock.now()
        key = key or words
        async with self.units.writing(school) as work:
            await work.outbox.post(
                audience,
                Message(words, (paragraph(words),)),
                key=key,
                due_at=due_at or now,
                stale_at=None if stale_in is None else now + stale_in,
                **options,
            )
        return key

    async def many(self, letters: list[tuple[Audience, str]]) -> None:
        now = self.clock.now()
        async with self.units.writing(SCHOOL) as work:
            for audience, words in letters:
                await work.outbox.post(audience, Message(words), key=words, due_at=now)

    async def became(self, key: str, school: str = SCHOOL) -> Standing:
        async with self.units.reading(school) as work:
            standing = await work.outbox.standing(key)
        return next(one for one in standing if one.key == key)

    async def state(self, key: str, school: str = SCHOOL) -> str:
        return (await self.became(key, school)).state.value


def refusal(trouble: object, code: str) -> Undeliverable:
    return Undeliverable(trouble, code)
