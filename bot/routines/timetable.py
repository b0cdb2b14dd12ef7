"""What happens by the clock: each noun says what is due, and this does it, once."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.messages.delivery import late
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.jobs import Job, JobState
from bot.model.outbox import routine_of
from bot.model.people import Actor
from bot.model.settings import RoutineName, Settings
from bot.ports import Clock, IfUnknown
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

CATCH_UP = timedelta(days=14)
"""How far back a bot that was down looks for what it missed; what still makes sense is done late."""

FAR_AHEAD = timedelta(days=60)
AT_LEAST_EVERY = timedelta(hours=1)
"""A school is looked at so often, whatever a look has found."""
WAITS = "written already, waits for its moment"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that happens by the clock.

    `key` makes it happen once, and holds the date it is due, so that a moved date earns a new
    one. `what` and `why` are read by an administrator ("Call for items", "five school days before
    the ILT on Tue, Oct 27"). `act` changes what must change and returns what is said to `audience`,
    or None; what never says anything does not `speak`. After `stale_at` it is not done but recorded
    as dropped. Of several with one `group`, only the latest reached is done. `thread`, `reason` and
    `if_unknown` go with the letter.
    """

    key: str
    at: datetime
    what: str
    why: str
    audience: Audience
    act: Callable[[], Awaitable[Message | None]] = field(repr=False)
    stale_at: datetime | None = None
    group: str | None = None
    thread: str | None = None
    reason: str | None = None
    if_unknown: IfUnknown = "never"
    speaks: bool = True


def not_before(at: datetime, after: datetime) -> datetime:
    """The moment for what must be done however long ago it was due: no bot that was away leaves it undone."""
    return max(at, after + timedelta(seconds=1))


Source = Callable[[UnitOfWork, datetime, datetime], Awaitable[Sequence[Due]]]
"""Given a unit of work, and the moments after and up to which to look: what is due in between."""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """One line of what lies ahead."""

    key: str
    at: datetime
    what: str
    why: str
    audience: Audience
    speaks: bool = True


A_DAY = timedelta(days=1)
ON_TIME = timedelta(minutes=15)
"""What is done later than this waits for contract hours, as everything does that the bot starts."""


class RunDue(Command):
    """Do everything whose moment has come; with `only`, nothing but the one thing with that key."""

    only: str | None = None


class WhatIsAhead(Question):
    """What would happen up to `until` (up to now when it is not given), if nothing changes.

    With `on`, what would happen if these routines were switched on now.
    """

    until: datetime | None = None
    on: frozenset[RoutineName] | None = None


class NextMoment(Question):
    """The next moment at which anything happens by itself."""


class LookAround(Question):
    """Whether anything is due, and when it is worth looking again."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look found: whether something is due now, and when something may be, if nothing changes."""

    is_due: bool
    look_at: datetime


class Timetable:
    """Everything the bot does by the clock, from all its nouns."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = tuple(sources)

    def parts(self) -> list["Timetable"]:
        """One timetable for each noun, for when something in one of them is broken."""
        return [Timetable([source]) for source in self._sources]

    async def run_due(
        self, command: RunDue, *, actor: Actor, work: UnitOfWork, clock: Clock
    ) -> list[Upcoming]:
        """Do what is due and has not been done, and say what that was.

        What is stale is dropped, what a later one of its group overtakes is skipped; both are recorded.
        """
        now = clock.now()
        waiting = await self._undecided(work, await self._earliest(work, now), now)
        latest = {due.group: due.key for due in waiting if due.group}
        done: list[Upcoming] = []
        for due in waiting:
            if command.only not in (None, due.key):
                continue
            state = self._verdict(due, latest, now)
            if state is JobState.DONE and await self._do(due, work, now):
                done.append(ahead(due))
            self._decided(due, work, now, state)
            await work.flush()
        return done

    async def whats_ahead(
        self, question: WhatIsAhead, *, actor: Actor, work: UnitOfWork, clock: Clock
    ) -> list[Upcoming]:
        """List what is due up to a moment, soonest first, what is already late included."""
        now = clock.now()
        settings = await work.settings.now()
        if question.on is not None:
            settings = replace(settings, on=question.on, live=True)
        until = question.until or now
        found = await self._undecided(work, await self._earliest(work, now), until, settings)
        return [ahead(due) for due in found if question.on is None or due.at > now]

    async def look_around(
        self, question: LookAround, *, actor: Actor, work: UnitOfWork, clock: Clock
    ) -> Seen:
        """Say whether anything is due, silent things too, and when the next thing is: within the hour."""
        now = clock.now()
        if await self._undecided(work, await self._earliest(work, now), now):
            return Seen(is_due=True, look_at=now)
        found = await self._undecided(work, now, now + AT_LEAST_EVERY)
        # What was overdue is moved to just after the moment looked from, and may have been done before.
        done = await work.jobs.decided([due.key for due in found])
        moments = [due.at for due in found if due.key not in done]
        return Seen(is_due=False, look_at=min(moments, default=now + AT_LEAST_EVERY))

    async def held(self, *, work: UnitOfWork, now: datetime) -> list[Due]:
        """What was due while the school was quiet and is still worth saying, soonest first."""
        speaking = await self._held_back(work, now)
        latest = {one.group: one.key for one in speaking if one.group}
        return [one for one in speaking if self._verdict(one, latest, now) is JobState.DONE]

    async def do_held(self, due: Due, *, work: UnitOfWork, now: datetime) -> None:
        """Do something that was held back, because somebody said so just now."""
        await self._do(due, work, now)
        await self._settle_held(due, work, now, JobState.DONE)

    async def drop_held(self, due: Due, *, work: UnitOfWork, now: datetime) -> None:
        """Let something that was held back go unsaid for good."""
        await self._settle_held(due, work, now, JobState.DROPPED)

    async def _held_back(self, work: UnitOfWork, now: datetime) -> list[Due]:
        settings = await work.settings.now()
        if settings.held is None:
            return []
        open_to_all = replace(settings, held=None)
        due = await self._undecided(work, await self._earliest(work, now), now, open_to_all)
        return [one for one in due if one.speaks and settings.holds(one.at)]

    async def _settle_held(self, due: Due, work: UnitOfWork, now: datetime, state: JobState) -> None:
        """Write down what became of it; earlier ones of its group were overtaken by it."""
        for one in await self._held_back(work, now):
            if one.key == due.key:
                self._decided(one, work, now, state)
            elif due.group and one.group == due.group:
                self._decided(one, work, now, JobState.OVERTAKEN)
        await work.flush()

    @staticmethod
    def _decided(due: Due, work: UnitOfWork, now: datetime, state: JobState) -> None:
        work.jobs.add(Job(school=work.school, key=due.key, due_at=due.at, decided_at=now, state=state))

    async def next_moment(
        self, question: NextMoment, *, actor: Actor, work: UnitOfWork, clock: Clock
    ) -> Upcoming | None:
        """Return what happens next, later than now and within sixty days: a thing that is due, or a letter
        that waits for its moment. None when there is nothing."""
        now = clock.now()
        waiting = await work.outbox.pending(after=now, limit=1)
        undecided = await self._undecided(work, now, now + FAR_AHEAD)
        found = [ahead(due) for due in undecided if due.speaks]
        found += [Upcoming(one.key, one.at, one.summary, WAITS, one.audience) for one in waiting]
        return min(found, key=lambda one: (one.at, one.key), default=None)

    async def _earliest(self, work: UnitOfWork, now: datetime) -> datetime:
        """From when on to look: not from before the school was there, unless the clock itself shows that."""
        school = await work.people.school_itself()
        since = school.since if school else now
        return max(min(since, now - A_DAY), now - CATCH_UP)

    async def _undecided(
        self, work: UnitOfWork, after: datetime, until: datetime, settings: Settings | None = None
    ) -> list[Due]:
        """What is left to do, soonest first; of what speaks, only what the school wants to hear."""
        wanted = settings or await work.settings.now()
        found = await self._everything(work, after, until)
        return [due for due in found if not due.speaks or is_wanted(due, wanted)]

    async def _everything(self, work: UnitOfWork, after: datetime, until: datetime) -> list[Due]:
        found = [due for source in self._sources for due in await source(work, after, until)]
        inside = [due for due in found if after < due.at <= until]
        decided = await work.jobs.decided_since(after)
        return sorted((due for due in inside if due.key not in decided), key=lambda due: (due.at, due.key))

    @staticmethod
    def _verdict(due: Due, latest: dict[str, str], now: datetime) -> JobState:
        if due.stale_at and due.stale_at < now:
            return JobState.DROPPED
        if due.group and latest[due.group] != due.key:
            return JobState.OVERTAKEN
        return JobState.DONE

    @staticmethod
    async def _do(due: Due, work: UnitOfWork, now: datetime) -> bool:
        message = await due.act()
        if message is None:
            return False
        due_at = now
        if now - due.at > ON_TIME:
            calendar = await work.calendar.whole()
            opening = calendar.opening(now)
            if opening is None:  # the school year is over, and what is late then is of no use in the next
                return False
            due_at = due.at if opening <= now else opening  # so that it says how late it is
            message = late(message, due.at, due_at, calendar.zone)
        return await work.outbox.post_if_new(
            due.audience,
            message,
            key=due.key,
            due_at=due_at,
            stale_at=due.stale_at,
            thread=due.thread,
            reason=due.reason,
            if_unknown=due.if_unknown,
        )


def is_wanted(due: Due, settings: Settings) -> bool:
    """Whether it belongs to a routine that is on, was due since that was so, and nothing holds it back."""
    routine = routine_of(due.key)
    if routine in settings.off or settings.missed(routine, due.at):
        return False
    return not settings.holds(due.at)


def ahead(due: Due) -> Upcoming:
    return Upcoming(due.key, due.at, due.what, due.why, due.audience, due.speaks)
