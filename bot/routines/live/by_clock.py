"""What a running meeting does by the clock: all of it is read from rows, so that no restart loses a timer."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.messages import dates
from bot.messages.live import cards
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead
from bot.model.live import CONFIRMED_WITHIN, MeetingRun, RunLine, RunState
from bot.model.live_room import Room
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting, MeetingState
from bot.model.parking import Parked, ParkedState
from bot.model.protected import Cause, reason_of
from bot.model.rotation import MeetingRole
from bot.ports import Clock
from bot.routines.live.ending import finish
from bot.routines.live.room import live_key, room_of
from bot.routines.live.starting import STANDING_IN
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.meetings.turns import next_in_turn
from bot.routines.timetable import Due, not_before
from storage.unit_of_work import UnitOfWork

FIVE_MINUTES = timedelta(minutes=5)
NO_CHOICE = timedelta(seconds=60)
A_SECOND = timedelta(seconds=1)


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The timers of what runs, the end of what nobody ended, and a stand-in where nobody has started."""
    plan = await plan_of(work)
    found: list[Due] = []
    for run in await work.live.open_runs():
        if run.state is RunState.CLOSING:
            found.append(_closes(run))
        else:
            found += Timers(await room_of(run, plan, work), plan, work, until).all()
    if plan.series is not None:
        found += await _stand_ins(plan, work, after, until)
        found += await _parked_due(plan, work)
    kept = [one if one.speaks else replace(one, at=not_before(one.at, after)) for one in found]
    return [one for one in kept if after < one.at <= until]


async def is_at_hand(what: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the line of "<day>/<number>" is the one at hand."""
    day, number = what.split("/")
    run = await work.live.run(date.fromisoformat(day))
    return run is not None and run.line is not None and str(run.line.number) == number


async def is_running(day: str, work: UnitOfWork, clock: Clock) -> bool:
    run = await work.live.run(date.fromisoformat(day))
    return run is not None and run.is_running


async def is_not_started(day: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether nobody has started the meeting of that day, which still takes place."""
    the_day = date.fromisoformat(day)
    return await work.live.run(the_day) is None and (await plan_of(work)).takes_place(the_day)


async def is_parked(parked_id: str, work: UnitOfWork, clock: Clock) -> bool:
    entry = await work.live.parked(parked_id)
    return entry is not None and entry.state is ParkedState.PARKED


REASONS = {
    "live-line": is_at_hand,
    "live-run": is_running,
    "not-started": is_not_started,
    "parked": is_parked,
}


def _closes(run: MeetingRun) -> Due:
    """A day after it ended a run is closed, confirmed or not."""

    async def close() -> None:
        run.close()

    at = (run.ended_at or run.end) + CONFIRMED_WITHIN
    why = f"a day after the meeting of {run.day.isoformat()}"
    return Due(
        live_key(run.day, "closed"), at, "The meeting is closed", why, Audience.ilt(), close, speaks=False
    )


async def _stand_ins(plan: Plan, work: UnitOfWork, after: datetime, until: datetime) -> list[Due]:
    """Whom to tell that they may start what nobody has started five minutes after its time (R-079)."""
    today, last = plan.calendar.today(after), plan.calendar.today(until)
    begun = await work.live.started(today)
    waiting = [
        one
        for one in plan.held(today, last)
        if one.state is MeetingState.PUBLISHED and one.thread_until is None and one.day not in begun
    ]
    soon = [one for one in waiting if after < one.starts_at + STANDING_IN <= until]
    found = [await _stand_in(one, plan, work) for one in soon]
    return [one for one in found if one is not None]


async def _parked_due(plan: Plan, work: UnitOfWork) -> list[Due]:
    """A reminder on the school day before what was parked with a date is due, to whoever looks after it."""
    waiting = await work.live.parking_lot()
    return [_reminder(one, one.owner, one.due_on, plan, work) for one in waiting if one.owner and one.due_on]


def _reminder(entry: Parked, owner: str, due_on: date, plan: Plan, work: UnitOfWork) -> Due:
    async def remind() -> Message | None:
        item = await work.meetings.item(entry.item)
        return cards.parked_due(entry, item.title, dates.day(due_on)) if item else None

    calendar = plan.calendar
    try:
        before = calendar.shift(due_on, -1)
    except NoSchoolAhead:  # the calendar has changed since, and has no school anywhere near that day
        before = due_on
    return Due(
        key=key_of(entry.day, f"live/parked/{entry.id}/{due_on.isoformat()}"),
        at=calendar.morning_of(before),
        what="Something parked is due",
        why=f"the school day before {dates.day(due_on)}",
        audience=Audience.person(owner),
        act=remind,
        stale_at=calendar.at(due_on, calendar.closes_on(due_on)),
        reason=f"parked:{entry.id}",
    )


async def _stand_in(meeting: Meeting, plan: Plan, work: UnitOfWork) -> Due | None:
    roster = await work.people.roster()
    holders = await work.meetings.roles(meeting.day)
    holder = holders.get(MeetingRole.FACILITATOR)
    if holder is None:
        return None
    backup = await next_in_turn(holder, plan, roster, work)
    if backup is None:
        return None

    async def tell() -> Message | None:
        return cards.stand_in(meeting)

    return Due(
        key=key_of(meeting.day, "live/stand-in"),
        at=meeting.starts_at + STANDING_IN,
        what="Somebody else may start",
        why=f"five minutes after the start of the {meeting.title}",
        audience=Audience.person(backup),
        act=tell,
        stale_at=meeting.ends_at,
        reason=f"not-started:{meeting.day.isoformat()}",
    )


@dataclass(frozen=True, slots=True)
class Timers:
    """The timers of one run; `now` is the moment they are done at."""

    room: Room
    plan: Plan
    work: UnitOfWork
    now: datetime

    @property
    def run(self) -> MeetingRun:
        return self.room.run

    def all(self) -> list[Due]:
        """All that is ahead of a run as it stands; on a day that lost its school it just ends."""
        run = self.run
        if not self.plan.takes_place(run.day):
            return [self._silent("lost", run.started_at + A_SECOND, self._lost)]
        left = [
            self._in_thread(
                f"five/{run.more}", run.end - FIVE_MINUTES, "Five minutes left", self._five, run.end
            ),
            self._in_thread(f"time/{run.more}", run.end, "Time", self._time, run.closes_at),
            self._silent(f"left/{run.more}", run.closes_at, self._left),
        ]
        return [*self._of_line(), *left]

    def _of_line(self) -> Iterator[Due]:
        line, full_at, over_at = self.run.line, self.run.full_at(), self.run.over_at()
        if line is None or full_at is None or over_at is None or line.is_frame:
            return
        name = f"{line.number}/{line.minutes}"
        yield self._to_facilitator(
            f"full/{name}", full_at, line, lambda: cards.full(self.room, line), over_at
        )
        if line.is_brief:
            return
        yield self._to_facilitator(
            f"over/{name}", over_at, line, lambda: cards.choice(self.room, line), over_at + NO_CHOICE
        )
        yield self._in_thread(
            f"over-again/{name}",
            over_at + NO_CHOICE,
            "An item runs over",
            self._over_again,
            self.run.closes_at,
        )

    def _to_facilitator(
        self, what: str, at: datetime, line: RunLine, say: Callable[[], Message], stale_at: datetime
    ) -> Due:
        async def act() -> Message | None:
            return say()

        to = self.room.facilitator
        audience = Audience.person(to) if to else Audience.ilt()
        day = self.run.day.isoformat()
        return Due(
            live_key(self.run.day, what),
            at,
            "An item is at its time",
            f"item {line.number} of the {self.room.meeting.title}",
            audience,
            act,
            stale_at,
            thread=None if to else key_of(self.run.day, "agenda"),
            reason=f"live-line:{day}/{line.number}",
        )

    def _in_thread(
        self,
        what: str,
        at: datetime,
        named: str,
        act: Callable[[], Awaitable[Message | None]],
        stale: datetime,
    ) -> Due:
        return Due(
            live_key(self.run.day, what),
            at,
            named,
            f"the {self.room.meeting.title} that runs",
            Audience.ilt(),
            act,
            stale,
            thread=key_of(self.run.day, "agenda"),
            reason=f"live-run:{self.run.day.isoformat()}",
        )

    def _silent(self, what: str, at: datetime, act: Callable[[], Awaitable[None]]) -> Due:
        named, why = "The meeting ends", f"the {self.room.meeting.title} that runs"
        return Due(live_key(self.run.day, what), at, named, why, Audience.ilt(), act, speaks=False)

    async def _five(self) -> Message:
        return cards.five_minutes(self.room)

    async def _time(self) -> Message:
        return cards.time(self.room)

    async def _over_again(self) -> Message | None:
        """Nobody has chosen for a minute: the choice is shown to all, once, and noted (R-088)."""
        line = self.run.line
        if line is None or self.run.wanted_by():
            return None
        self.run.mark_over()
        return cards.choice(self.room, line, again=True)

    async def _left(self) -> None:
        self.run.was_left = True
        await finish(self.room, self.plan, self.work, self.now, at=max(self.run.end, self.run.last_done))

    async def _lost(self) -> None:
        """It has begun, so it gets no other day: what it did not reach is on the next agenda."""
        meeting = self.room.meeting
        if not self.plan.calendar.is_school_day(meeting.on):
            meeting.skipped, meeting.reason = True, reason_of(Cause.CLOSED, "")
        await finish(self.room, self.plan, self.work, self.now)
