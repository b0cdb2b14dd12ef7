"""Thousands of letters of every kind, written while the bot that sends them is killed."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from bot.messages.courtesy import together
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.ports import IfUnknown
from storage.unit_of_work import UnitOfWork, UnitsOfWork

KINDS = ("plain", "thread", "edited", "removed", "digest", "long", "stale", "later")
SHARES = (60, 12, 6, 2, 2, 2, 3, 13)
LONG = "Every word of this counts. " * 200
"""More than Slack takes in one message, so that the rest goes into the thread."""


@dataclass(frozen=True, slots=True)
class Written:
    """A letter as it was meant: what it is to say, how often, and what may happen to it."""

    key: str
    school: str
    audience: str
    kind: str
    if_unknown: IfUnknown
    due_at: datetime


@dataclass
class Mail:
    """Writes letters, and remembers each by its number."""

    units: UnitsOfWork
    chance: Random
    written: dict[str, Written] = field(default_factory=dict)
    _audiences: dict[str, list[Audience]] = field(default_factory=dict)
    _changed: set[str] = field(default_factory=set)

    async def meet(self) -> None:
        """Learn who there is to write to: everybody, and every team with a channel, twice as often."""
        for school in await self.units.schools():
            async with self.units.reading(school) as work:
                roster = await work.people.roster()
            people = [Audience.person(person.id) for person in roster.people]
            teams = [Audience.team(team.key) for team in roster.teams if team.channel]
            self._audiences[school] = [*people, *2 * teams, Audience.ilt(), Audience.all_staff()]

    async def write(self, many: int) -> None:
        """Write so many letters, in one transaction for each school; change a few of the earlier ones."""
        for school, audiences in self._audiences.items():
            async with self.units.writing(school) as work:
                for _ in range(many // len(self._audiences)):
                    await self._write_one(work, self.chance.choice(audiences))
                await self._change_some(work)

    async def _write_one(self, work: UnitOfWork, audience: Audience) -> None:
        kind = self.chance.choices(KINDS, SHARES)[0]
        if kind == "digest":
            await self._write_digest(work, audience)
        elif kind == "thread" and (leader := self._to(work.school, audience)):
            await self._post(work, audience, kind, thread=leader)
        else:
            await self._post(work, audience, kind)

    async def _post(
        self, work: UnitOfWork, audience: Audience, kind: str, *, thread: str | None = None
    ) -> str:
        now, number = datetime.now(UTC), len(self.written) + 1
        words, key = (
            f"Letter {number:06d} has come.",
            f"{'goals/' if kind == 'digest' else ''}letter/{number:06d}",
        )
        due = now + timedelta(seconds=self.chance.uniform(1, 20) if kind == "later" else 0)
        said = Message(words, (paragraph(words), *([paragraph(LONG)] * 3 if kind == "long" else ())))
        if_unknown: IfUnknown = self.chance.choice(("never", "again"))
        self.written[key] = Written(key, work.school, audience.key, kind, if_unknown, due)
        stale = now - timedelta(seconds=1) if kind == "stale" else None
        await work.outbox.post(
            audience, said, key=key, due_at=due, stale_at=stale, thread=thread, if_unknown=if_unknown
        )
        return key

    async def _write_digest(self, work: UnitOfWork, audience: Audience) -> None:
        """Three letters that the bot starts, told in one, as when somebody gets many on one day."""
        keys = [await self._post(work, audience, "digest") for _ in range(3)]
        now = datetime.now(UTC)
        told = [one for one in await work.letting_go.due(now) if one.key in keys]
        said = together([one.message for one in told], to_a_person=audience.person_id is not None)
        await work.letting_go.tell_together(told, said, now, now)

    def _to(self, school: str, audience: Audience) -> str | None:
        """An earlier letter there."""
        there = [
            one.key
            for one in list(self.written.values())[-400:]
            if (one.school, one.audience, one.kind) == (school, audience.key, "plain")
        ]
        return self.chance.choice(there) if there else None

    async def _change_some(self, work: UnitOfWork) -> None:
        """Edit or take back what was written a while ago, whatever has become of it since."""
        for one in list(self.written.values())[-400:-50]:
            if one.kind not in ("edited", "removed") or one.school != work.school or one.key in self._changed:
                continue
            self._changed.add(one.key)
            await self.change(work, one)

    async def change(self, work: UnitOfWork, one: Written) -> None:
        now = datetime.now(UTC)
        if one.kind == "removed":
            await work.outbox.remove(one.key, edit="1", due_at=now)
            return
        words = f"Letter {one.key[-6:]} was edited."
        await work.outbox.edit(one.key, Message(words, (paragraph(words),)), edit="1", due_at=now)

    async def change_the_rest(self) -> None:
        """Edit or take back what has not been yet."""
        left = [one for one in self.written.values() if one.kind in ("edited", "removed")]
        for one in left:
            if one.key not in self._changed:
                self._changed.add(one.key)
                async with self.units.writing(one.school) as work:
                    await self.change(work, one)
