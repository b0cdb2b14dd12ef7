"""Thousands of letters of every kind, written while the bot that sends them is killed."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from random import Random

from bot.errors import DatabaseTrouble
from bot.messages.courtesy import together
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.ports import IfUnknown
from storage.unit_of_work import UnitOfWork
from storage.units_of_work import UnitsOfWork

KINDS = ("plain", "thread", "edited", "removed", "digest", "long", "stale", "later")
SHARES = (60, 12, 6, 2, 2, 2, 3, 13)
LONG = "Every word of this counts. " * 100
PIECES = 6
"""More than Slack takes in one message, so that the rest goes into the thread."""
NEW, RECENT = 50, 400
"""Letters so new that nobody changes them yet, and how far back one is found to change or answer."""


@dataclass(frozen=True, slots=True)
class Written:
    """A letter as it was meant: to whom, of which kind, and which error it prefers; and since when it is kept
    for certain."""

    key: str
    school: str
    audience: str
    kind: str
    if_unknown: IfUnknown
    due_at: datetime
    kept_at: datetime


@dataclass
class Mail:
    """Writes letters, and remembers each that was kept."""

    units: UnitsOfWork
    chance: Random
    written: dict[str, Written] = field(default_factory=dict)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))
    _audiences: dict[str, list[Audience]] = field(default_factory=dict)
    _changed: set[str] = field(default_factory=set)

    async def meet(self, *, channels: bool = True) -> None:
        """Learn who there is to write to: everybody, and every channel where there are `channels`."""
        for school in await self.units.schools():
            async with self.units.reading(school) as work:
                roster = await work.people.roster()
            people = [Audience.person(person.id) for person in roster.people]
            teams = [Audience.team(team.key) for team in roster.teams if team.channel]
            places = [*2 * teams, Audience.ilt(), Audience.all_staff()] if channels else []
            self._audiences[school] = [*people, *places]

    async def write(self, many: int) -> None:
        """Write so many letters, and change a few earlier ones, in one transaction for each school."""
        shares = Counter(self.chance.choices(list(self._audiences), k=many))
        for school, share in shares.items():
            await self._kept(school, self.chance.choices(self._audiences[school], k=share))

    async def change_the_rest(self) -> None:
        """Edit or take back what has not been yet."""
        for school in self._audiences:
            await self._kept(school, [], new=0, recent=len(self.written))

    async def _kept(
        self, school: str, audiences: list[Audience], *, new: int = NEW, recent: int = RECENT
    ) -> None:
        """Write until the database takes it: what it did not take was never written."""
        while True:
            fresh: dict[str, Written] = {}
            changing = self._to_change(school, new, recent)
            try:
                async with self.units.writing(school) as work:
                    for audience in audiences:
                        await self._write_one(work, audience, fresh)
                    for one in changing:
                        await change(work, one)
            except DatabaseTrouble:
                await asyncio.sleep(0.5)
                continue
            now = datetime.now(UTC)
            self.written |= {key: replace(one, kept_at=now) for key, one in fresh.items()}
            self._changed |= {one.key for one in changing}
            return

    async def _write_one(self, work: UnitOfWork, audience: Audience, fresh: dict[str, Written]) -> None:
        kind = self.chance.choices(KINDS, SHARES)[0]
        if kind == "digest":
            await self._write_digest(work, audience, fresh)
        else:
            leader = self._earlier(work.school, audience) if kind == "thread" else None
            await self._post(work, audience, kind, fresh, thread=leader)

    async def _post(
        self,
        work: UnitOfWork,
        audience: Audience,
        kind: str,
        fresh: dict[str, Written],
        *,
        thread: str | None = None,
    ) -> str:
        now, number = datetime.now(UTC), f"{next(self._numbers):06d}"
        key = f"goals/letter/{number}" if kind == "digest" else f"letter/{number}"
        due = now + timedelta(seconds=self.chance.uniform(1, 20) if kind == "later" else 0)
        if_unknown: IfUnknown = "again" if self.chance.random() < 0.5 else "never"
        said = saying(f"Letter {number} has come.", LONG if kind == "long" else "")
        await work.outbox.post(
            audience,
            said,
            key=key,
            due_at=due,
            stale_at=now - timedelta(seconds=1) if kind == "stale" else None,
            thread=thread,
            if_unknown=if_unknown,
        )
        fresh[key] = Written(key, work.school, audience.key, kind, if_unknown, due, now)
        return key

    async def _write_digest(self, work: UnitOfWork, audience: Audience, fresh: dict[str, Written]) -> None:
        """Three letters that the bot starts, told in one, as when somebody gets many on one day."""
        keys = [await self._post(work, audience, "digest", fresh) for _ in range(3)]
        now = datetime.now(UTC)
        told = [one for one in await work.letting_go.due(now) if one.key in keys]
        said = together([one.message for one in told], to_a_person=audience.person_id is not None)
        await work.letting_go.tell_together(told, said, now, now)

    def _earlier(self, school: str, audience: Audience) -> str | None:
        """A letter that stands there, or will, to say something under."""
        there = [
            one.key
            for one in islice(reversed(self.written.values()), RECENT)
            if (one.school, one.audience, one.kind) == (school, audience.key, "plain")
        ]
        return self.chance.choice(there) if there else None

    def _to_change(self, school: str, new: int, recent: int) -> list[Written]:
        """What was written a while ago to be edited or taken back, whatever has become of it since."""
        return [
            one
            for one in islice(reversed(self.written.values()), new, recent)
            if one.kind in ("edited", "removed") and one.school == school and one.key not in self._changed
        ]


async def change(work: UnitOfWork, one: Written) -> None:
    """Edit or take back a letter."""
    now = datetime.now(UTC)
    if one.kind == "removed":
        await work.outbox.remove(one.key, edit="1", due_at=now)
    else:
        said = saying(f"Letter {one.key[-6:]} was edited.")
        await work.outbox.edit(one.key, said, edit="1", due_at=now)


def saying(words: str, more: str = "") -> Message:
    return Message(words, (paragraph(words), *([paragraph(more)] * PIECES if more else ())))
