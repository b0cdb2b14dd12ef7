"""Changes of the school calendar: what was asked for, what was there before, and what moved with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.model.calendar import CalendarDay, DayKind, Hours, SchoolCalendar
from bot.model.ids import new_id

UNDO_WITHIN = timedelta(minutes=10)
PROPOSED_FOR = timedelta(days=1)
"""How long a change that nobody applied is kept."""


class ChangeState(StrEnum):
    """`proposed` -> `applied` -> `undone`; an undone one is over."""

    PROPOSED = "proposed"
    APPLIED = "applied"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class DayEntry:
    """What the calendar says of one day; without a `kind` it says nothing, and the day is ordinary."""

    day: date
    kind: DayKind | None
    note: str = ""
    opens: time | None = None
    closes: time | None = None


@dataclass(frozen=True, slots=True)
class Postponed:
    """A letter that waits for another moment since the change, and the one it waited for before."""

    letter: str
    due_at: datetime


@dataclass(eq=False, kw_only=True)
class CalendarChange:
    """Some days that become something else, all at once or not at all; `made_by` a person or `operator`."""

    school: str
    made_by: str
    made_at: datetime
    days: tuple[DayEntry, ...]
    state: ChangeState = ChangeState.PROPOSED
    before: tuple[DayEntry, ...] = ()
    postponed: tuple[Postponed, ...] = ()
    id: str = field(default_factory=new_id)

    @property
    def undo_until(self) -> datetime:
        return self.made_at + UNDO_WITHIN

    def apply(self, before: Iterable[DayEntry], now: datetime) -> None:
        """Remember what was there before, so that it can be put back."""
        self.state, self.made_at, self.before = ChangeState.APPLIED, now, tuple(before)


def entry_of(day: CalendarDay) -> DayEntry:
    return DayEntry(day.day, day.kind, day.note, day.opens, day.closes)


def changed(calendar: SchoolCalendar, entries: Iterable[DayEntry]) -> SchoolCalendar:
    """The calendar as it would be with these days."""
    days, hours = dict(calendar.days), dict(calendar.hours)
    for entry in entries:
        days.pop(entry.day, None)
        hours.pop(entry.day, None)
        if entry.kind is not None:
            days[entry.day] = entry.kind
            hours |= hours_of(entry)
    return replace(calendar, days=days, hours=hours)


def hours_of(entry: DayEntry | CalendarDay) -> Mapping[date, Hours]:
    """The hours of a day that has its own, by the day."""
    if entry.opens is None and entry.closes is None:
        return {}
    return {entry.day: Hours(entry.opens, entry.closes)}


def lost(before: SchoolCalendar, after: SchoolCalendar, days: Iterable[date]) -> list[date]:
    """The school days among these that are none any more."""
    return [day for day in sorted(days) if before.is_school_day(day) and not after.is_school_day(day)]
