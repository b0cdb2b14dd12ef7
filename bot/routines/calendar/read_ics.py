"""Reading a calendar from ICS (RFC 5545): the days whose titles name a kind of day; the rest is left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.errors import Refusal
from bot.messages.dates import day as in_words
from bot.model.calendar import A_DAY, WITHOUT_SCHOOL, SchoolCalendar
from bot.model.calendar_changes import DayEntry
from bot.model.written_days import kind_named
from bot.routines.calendar.reading import LONGEST_NOTE, LONGEST_SPAN, Read

WITHOUT_A_YEAR = timedelta(days=400)
TOO_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
NOT_ICS = (
    "I cannot read this as a calendar file. Export it again as ICS, or write a CSV: date, end, kind, note."
)


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence: its title, and its days in the school's zone, both inclusive."""

    title: str
    first: date
    last: date


def read_ics(text: str, calendar: SchoolCalendar, today: date) -> Read:
    """The days that the events of this school year make, from today on; a rule without end stops with it.

    Raises `Refusal` for what is no calendar, for a zone nobody knows, and for two events that say
    different things of one day.
    """
    found: dict[date, tuple[str, DayEntry]] = {}
    left_out: dict[str, str] = {}
    for event in _events(text, calendar, today):
        kind = kind_named(event.title)
        if kind is None:
            left_out.setdefault(event.title, f"{event.title} ({in_words(event.first)})")
            continue
        for day in _days(event, calendar, today):
            title, entry = found.setdefault(
                day, (event.title, DayEntry(day, kind, event.title[:LONGEST_NOTE]))
            )
            if entry.kind is not kind and not {entry.kind, kind} <= WITHOUT_SCHOOL:
                raise Refusal(
                    f"{in_words(day)} is both “{title}” and “{event.title}”. Take one of "
                    "them out of the file. Nothing was taken from it.",
                    field="text",
                )
    if not found:
        raise Refusal(
            "No event of this school year says no school, closed, half day, late start or testing. "
            "Check that it is this year's file, and that the titles say so.",
            field="text",
        )
    return Read(tuple(entry for _, entry in found.values()), tuple(left_out.values()))


def _days(event: Event, calendar: SchoolCalendar, today: date) -> Iterator[date]:
    if (event.last - event.first).days >= LONGEST_SPAN:
        raise Refusal(f"“{event.title}” lasts more than {LONGEST_SPAN} days. Check its end.", field="text")
    for offset in range((event.last - event.first).days + 1):
        day = event.first + offset * A_DAY
        inside = (calendar.first or day) <= day <= (calendar.last or day)
        if day >= today and inside and (day.weekday() < 5 or event.first == event.last):
            yield day


def _events(text: str, calendar: SchoolCalendar, today: date) -> Iterator[Event]:
    import recurring_ical_events
    from icalendar import Calendar

    try:
        read = Calendar.from_ical(text)
        _require_sense(read)
        first = max(calendar.first or today, today)
        last = calendar.last or today + WITHOUT_A_YEAR
        components = recurring_ical_events.of(read).between(first, last + A_DAY)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise Refusal(NOT_ICS, field="text") from error
    occurring = (one for one in components if str(one.get("STATUS", "")).upper() != "CANCELLED")
    return iter(sorted((_event(one, calendar) for one in occurring), key=lambda one: (one.first, one.title)))


def _require_sense(read: Any) -> None:
    """Refuse what would be read wrongly: a zone nobody knows, and a rule that repeats within a day."""
    for event in read.walk("VEVENT"):
        title = str(event.get("SUMMARY", "an event"))
        for name in ("DTSTART", "DTEND"):
            prop = event.get(name)
            zone = prop.params.get("TZID") if prop is not None else None
            if zone and isinstance(prop.dt, datetime) and prop.dt.tzinfo is None:
                raise Refusal(
                    f"“{title}”, {name}: I do not know the time zone {zone}. Export the calendar with "
                    "a zone such as America/Denver, or as all-day events. Nothing was taken from it.",
                    field="text",
                )
        rules = event.get("RRULE", [])
        for rule in rules if isinstance(rules, list) else [rules]:
            if any(str(one).upper() in TOO_OFTEN for one in rule.get("FREQ", [])):
                raise Refusal(f"“{title}” repeats within a day. Take it out of the file.", field="text")


def _event(component: Any, calendar: SchoolCalendar) -> Event:
    start, end = component.start, component.end
    title = " ".join(str(component.get("SUMMARY", "An event without a title")).split())
    first = _local(start, calendar)
    if isinstance(end, datetime):
        last = _local(end - timedelta(microseconds=1) if end > start else end, calendar)
    else:
        last = end - A_DAY if end > start else start
    return Event(title, first, max(first, last))


def _local(moment: date | datetime, calendar: SchoolCalendar) -> date:
    if not isinstance(moment, datetime):
        return moment
    return calendar.local(moment).date() if moment.tzinfo else moment.date()
