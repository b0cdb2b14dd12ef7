"""Changing the calendar: proposed with all its effects, applied as a whole, undone within ten minutes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages import dates
from bot.model.calendar import A_DAY, DayKind, SchoolCalendar
from bot.model.calendar_changes import (
    PROPOSED_FOR,
    CalendarChange,
    ChangeState,
    DayEntry,
    entry_of,
)
from bot.model.people import Actor
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.calendar.effects import Effects, effects_of
from bot.routines.calendar.following import Followed, follow
from bot.routines.calendar.setup import keep
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

GONE = "I do not have that change any more. Type /ilt calendar and begin again."
MOST_DAYS = 120
KindOfDay = Literal["no_school", "closure", "half_day", "late_start", "testing", "school", "ordinary"]


@dataclass(frozen=True)
class Preview:
    """A change that waits for Apply, and what it would bring; `left_out` is what an import did not take."""

    change: CalendarChange
    effects: Effects
    left_out: tuple[str, ...] = ()


class PlanDays(Command):
    """One day, or all from `first` to `last`, become days of a kind."""

    first: date
    last: date | None = None
    kind: KindOfDay
    note: Annotated[str, Field(max_length=200)] = ""
    opens: time | None = None
    closes: time | None = None

    @model_validator(mode="after")
    def begins_before_it_ends(self) -> Self:
        if self.opens and self.closes and self.opens >= self.closes:
            raise ValueError("The day opens after it closes. Swap the two times.")
        return self


class OpenDays(Question):
    """Before the form is shown."""


async def before_planning(question: OpenDays, *, actor: Actor, work: UnitOfWork, clock: Clock) -> date:
    """Today, for whoever may change the calendar."""
    permit(actor, "plan-days")
    return (await work.calendar.whole()).today(clock.now())


class ApplyChange(Command):
    change: str


class UndoChange(Command):
    change: str


async def plan_days(command: PlanDays, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Preview:
    """Keep a change of some days for Apply, and say what it would bring."""
    permit(actor, "plan-days")
    last = command.last or command.first
    if last < command.first:
        raise Refusal("The last day is before the first. Swap the two.", field="last")
    if (last - command.first).days >= MOST_DAYS:
        raise Refusal(f"That is more than {MOST_DAYS} days. Plan them in parts.", field="last")
    span = [command.first + offset * A_DAY for offset in range((last - command.first).days + 1)]
    kind = None if command.kind == "ordinary" else DayKind(command.kind)
    weekdays = [day for day in span if day.weekday() < 5 or kind is DayKind.SCHOOL] or span
    entries = [DayEntry(day, kind, command.note, command.opens, command.closes) for day in weekdays]
    return await propose(entries, actor=actor, work=work, now=clock.now())


async def propose(entries: Sequence[DayEntry], *, actor: Actor, work: UnitOfWork, now: datetime) -> Preview:
    """Keep a change that would change something; what lies behind or outside the school year is refused."""
    calendar = await work.calendar.whole()
    known = {entry.day: entry for entry in map(entry_of, await work.calendar.days())}
    new = [entry for entry in entries if known.get(entry.day, DayEntry(entry.day, None)) != _plain(entry)]
    for entry in new:
        refuse_a_bad_day(entry.day, calendar, now)
    if not new:
        raise Refusal("The calendar says that already, so there is nothing to change.", field="kind")
    change = CalendarChange(school=work.school, made_by=actor.person_id, made_at=now, days=tuple(new))
    await work.calendar.forget_proposals(now - PROPOSED_FOR)
    work.calendar.add(change)
    await work.flush()
    return Preview(change, await effects_of(change, work=work, now=now))


async def apply_change(command: ApplyChange, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Followed:
    """Make the calendar what was proposed; whoever is touched by it is told once."""
    permit(actor, "apply-calendar")
    change = await _known(command.change, work)
    if change.state is not ChangeState.PROPOSED:
        raise OutOfDate("This change was made already. /ilt calendar shows the calendar as it is.")
    calendar = await work.calendar.whole()
    for entry in change.days:
        refuse_a_bad_day(entry.day, calendar, clock.now())
    return await put_in_force(change, actor=actor, work=work, now=clock.now())


async def put_in_force(change: CalendarChange, *, actor: Actor, work: UnitOfWork, now: datetime) -> Followed:
    """Write the days down, remember what they were, and see to what follows."""
    before = await work.calendar.whole()
    days = {entry.day for entry in change.days}
    known = {entry.day: entry for entry in map(entry_of, await work.calendar.days())}
    change.apply([known.get(day, DayEntry(day, None)) for day in sorted(days)], now)
    await _write(change.days, work)
    followed = await follow(change, before, work=work, now=now)
    return replace(followed, may_rebook=may(actor, "rebook-meeting"))


async def undo(command: UndoChange, *, actor: Actor, work: UnitOfWork, clock: Clock) -> CalendarChange:
    """Put the days back as they were, and every letter to its moment; nobody hears of either."""
    permit(actor, "undo-calendar")
    change, now = await _known(command.change, work), clock.now()
    if change.state is ChangeState.UNDONE:
        raise OutOfDate("This was undone already. /ilt calendar shows the calendar as it is.")
    if change.state is ChangeState.PROPOSED or now > change.undo_until:
        raise OutOfDate("The ten minutes are over. Change the days with /ilt calendar instead.")
    await _write(change.before, work)
    await work.postponing.move([replace(one, due_at=max(one.due_at, now)) for one in change.postponed])
    change.state, change.postponed = ChangeState.UNDONE, ()
    return change


async def _write(entries: Sequence[DayEntry], work: UnitOfWork) -> None:
    await work.flush()
    await work.calendar.forget({entry.day for entry in entries})
    for entry in entries:
        keep(entry, work)
    await work.flush()


async def _known(change_id: str, work: UnitOfWork) -> CalendarChange:
    change = await work.calendar.change(change_id)
    if change is None:
        raise NotFound(GONE)
    return change


def refuse_a_bad_day(day: date, calendar: SchoolCalendar, now: datetime) -> None:
    """Only days ahead, within the school year, can become something else."""
    first, last = calendar.first, calendar.last
    if day < calendar.today(now):
        raise Refusal(f"{dates.day(day)}, {day.year} is over. Choose days ahead.", field="first")
    if (first and day < first) or (last and day > last):
        year = f"{first:%Y-%m-%d} to {last:%Y-%m-%d}" if first and last else "this school year"
        raise Refusal(
            f"{dates.day(day)}, {day.year} is outside the school year ({year}). Check the year.",
            field="first",
        )


def _plain(entry: DayEntry) -> DayEntry:
    return entry if entry.kind is not None else DayEntry(entry.day, None)
