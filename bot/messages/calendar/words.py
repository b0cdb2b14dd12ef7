"""Days and kinds of days in the school's words."""

from collections.abc import Sequence
from datetime import date

from bot.messages.dates import clock_time, day
from bot.model.calendar import A_DAY, DayKind
from bot.model.calendar_changes import DayEntry

KINDS = {
    DayKind.SCHOOL: "School (also on a weekend)",
    DayKind.NO_SCHOOL: "No school",
    DayKind.CLOSURE: "Closed",
    DayKind.HALF_DAY: "Half day",
    DayKind.LATE_START: "Late start",
    DayKind.TESTING: "Testing",
}
ORDINARY = "An ordinary day"


def kind_of(kind: DayKind | None) -> str:
    return KINDS[kind] if kind else ORDINARY


def span(first: date, last: date) -> str:
    """ "Mon, Nov 23" or "Mon, Nov 23 to Fri, Nov 27", with the year where it is another one."""
    if first == last:
        return day(first)
    year = f", {last.year}" if last.year != first.year else ""
    return f"{day(first)} to {day(last)}{year}"


def spans(entries: Sequence[DayEntry]) -> list[tuple[date, date, DayEntry]]:
    """Days that say the same and follow one another, taken together."""
    found: list[tuple[date, date, DayEntry]] = []
    for entry in sorted(entries, key=lambda one: one.day):
        if found and entry.day == found[-1][1] + A_DAY and same(entry, found[-1][2]):
            found[-1] = (found[-1][0], entry.day, found[-1][2])
        else:
            found.append((entry.day, entry.day, entry))
    return found


def same(one: DayEntry, other: DayEntry) -> bool:
    return (one.kind, one.note, one.opens, one.closes) == (other.kind, other.note, other.opens, other.closes)


def said(entry: DayEntry) -> str:
    """ "Half day until 12:30 PM: conferences"."""
    opens = f" from {clock_time(entry.opens)}" if entry.opens else ""
    closes = f" until {clock_time(entry.closes)}" if entry.closes else ""
    note = f": {entry.note}" if entry.note else ""
    return f"{kind_of(entry.kind)}{opens}{closes}{note}"
