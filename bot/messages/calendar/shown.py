"""The calendar as people see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.messages import dates
from bot.messages.calendar.words import said, span, spans
from bot.messages.home import HomeShare, Rank, Section
from bot.messages.pd import NO_EVIDENCE
from bot.messages.vocabulary import (
    Button,
    Buttons,
    Heading,
    Message,
    Part,
    Text,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.calendar import SchoolCalendar
from bot.model.calendar_changes import DayEntry
from bot.model.meetings import Meeting
from bot.model.pd import PdSession


class Seen(Protocol):
    """The calendar as one person may see it."""

    @property
    def calendar(self) -> SchoolCalendar: ...
    @property
    def entries(self) -> Sequence[DayEntry]: ...
    @property
    def meetings(self) -> Sequence[Meeting]: ...
    @property
    def closing(self) -> date | None: ...
    @property
    def may_change(self) -> bool: ...
    @property
    def next_day(self) -> date | None: ...
    @property
    def pd(self) -> Sequence[PdSession]: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list, and the day it stands under."""

    day: date
    words: Text


def calendar(seen: Seen) -> Message:
    """`/ilt calendar`: the next eight weeks."""
    parts: list[Part] = [Heading("School calendar")]
    if seen.next_day is None:
        parts.append(paragraph("No school day lies ahead. I say nothing by myself until there is one."))
    else:
        parts.append(paragraph(f"The next school day is {named(seen.next_day, seen.calendar)}."))
    listed = lines(seen)
    parts.append(bullets(*(one.words for one in listed)) if listed else paragraph("Ordinary weeks ahead."))
    parts += actions(seen)
    parts.append(context("The next eight weeks. When I say “school days”, I count by this calendar."))
    return Message("School calendar", tuple(parts))


def named(day: date, calendar: SchoolCalendar) -> str:
    """ "Tue, Oct 27" or, where days go round, "Tue, Oct 27 (A day)"."""
    name = calendar.rotation_on(day)
    return f"{dates.day(day)} ({name} day)" if name else dates.day(day)


def lines(seen: Seen) -> list[Line]:
    """Days that are not ordinary and meetings, by day."""
    found = [
        Line(first, text(bold(span(first, last)), f"  {said(entry)}"))
        for first, last, entry in spans(seen.entries)
    ]
    for one in seen.meetings:
        at = dates.clock_time(seen.calendar.local(one.starts_at).time())
        found.append(Line(one.on, text(bold(named(one.on, seen.calendar)), f"  {one.title}, {at}")))
    for session in seen.pd:
        unlinked = "" if session.evidence else f". {NO_EVIDENCE}"
        words = text(bold(named(session.on, seen.calendar)), f"  PD: {session.title}{unlinked}")
        found.append(Line(session.on, words))
    return sorted(found, key=lambda line: line.day)


def actions(seen: Seen) -> list[Part]:
    """What a school leader, a deputy or whoever looks after the bot can do from here."""
    pressable: list[Button] = []
    if seen.closing is not None:
        pressable.append(close_button(seen.closing))
    if seen.may_change:
        pressable += [
            Button("Change days", "plan-days"),
            Button("Import", "import-calendar"),
            Button("Calendar address", "calendar-address"),
        ]
    return [buttons(*pressable)] if pressable else []


def close_button(day: date) -> Button:
    return Button(f"No school {dates.day(day)}", "close-school", {"day": day.isoformat()})


def share(seen: Seen) -> HomeShare:
    """On Home: what is not ordinary in the next two weeks, and one tap for a snow day."""
    first = [text(bold(span(first, last)), f"  {said(entry)}") for first, last, entry in spans(seen.entries)]
    parts: list[Part] = [bullets(*first)] if first else []
    if seen.closing is not None:
        parts.append(close_row(seen.closing))
    return HomeShare(sections=(Section(Rank.DATES, "School calendar", tuple(parts)),) if parts else ())


def close_row(day: date) -> Buttons:
    return buttons(close_button(day), Button("School calendar", "calendar"))
