"""Changing the calendar: the form, the preview, what was done, and how to take it back."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.messages import dates
from bot.messages.calendar.asking import meeting_buttons
from bot.messages.calendar.words import KINDS, ORDINARY, said, span, spans
from bot.messages.forms import ChoiceField, DateField, Form, Option, TextField, TimeField
from bot.messages.vocabulary import Button, Heading, Message, Part, bold, bullets, buttons, context, paragraph
from bot.model.calendar import DayKind, SchoolCalendar
from bot.model.calendar_changes import CalendarChange, DayEntry
from bot.model.meetings import Meeting

MOST_LINES = 20
CHOICES = (
    *(
        Option(kind.value, KINDS[kind])
        for kind in (
            DayKind.NO_SCHOOL,
            DayKind.CLOSURE,
            DayKind.HALF_DAY,
            DayKind.LATE_START,
            DayKind.TESTING,
            DayKind.SCHOOL,
        )
    ),
    Option("ordinary", f"{ORDINARY} (takes an entry off)"),
)


class Effects(Protocol):
    @property
    def lost(self) -> Sequence[date]: ...
    @property
    def moved(self) -> int: ...
    @property
    def meetings(self) -> Sequence[Meeting]: ...
    @property
    def redates_cycles(self) -> bool: ...
    @property
    def calendar(self) -> SchoolCalendar: ...


class Preview(Protocol):
    @property
    def change(self) -> CalendarChange: ...
    @property
    def effects(self) -> Effects: ...
    @property
    def left_out(self) -> Sequence[str]: ...


class Followed(Protocol):
    @property
    def change(self) -> CalendarChange: ...
    @property
    def calendar(self) -> SchoolCalendar: ...
    @property
    def lost(self) -> Sequence[date]: ...
    @property
    def meetings(self) -> Sequence[Meeting]: ...
    @property
    def back_on(self) -> datetime | None: ...
    @property
    def may_rebook(self) -> bool: ...


def days_form(today: date) -> Form:
    return Form(
        title="Change days",
        submit="Show what follows",
        pieces=(
            DateField("first", "First day", initial=today),
            DateField("last", "Last day", optional=True, hint="Leave it empty for one day."),
            ChoiceField("kind", "What kind of day?", CHOICES),
            TextField("note", "A note, such as “Fall break”", max_length=200, optional=True),
            TimeField("opens", "Opens at", optional=True, hint="Only if it differs, on a late start."),
            TimeField("closes", "Ends at", optional=True, hint="Only if it differs, on a half day."),
            context("Nothing changes yet: you see what would follow first."),
        ),
    )


def import_form(text: str = "") -> Form:
    return Form(
        title="Import a calendar",
        submit="Show what follows",
        pieces=(
            TextField(
                "text",
                "Paste a CSV or an ICS (calendar) file",
                multiline=True,
                initial=text,
                hint="CSV columns: date, end, kind, note. A longer file: `ilt-bot calendar import`.",
            ),
            context("All of it or nothing. Nothing changes yet: you see what would follow first."),
        ),
    )


def preview(shown: Preview) -> Message:
    """What would change, what would follow, and Apply."""
    apply = Button("Apply", "apply-calendar", {"change": shown.change.id}, emphasis="primary")
    said = would(shown)
    return Message(
        said.summary,
        (
            *said.parts,
            buttons(apply, Button("Change days", "plan-days")),
            context("To leave it as it is, do nothing."),
        ),
    )


def would(shown: Preview) -> Message:
    """The same without buttons, for a terminal."""
    summary = f"{dates.number_of(len(shown.change.days), 'day')} would change. Nothing has changed yet."
    parts: list[Part] = [
        Heading("Change the calendar?"),
        paragraph(bold(summary)),
        bullets(*day_lines(shown.change.days)),
        bullets(*effect_lines(shown.effects)),
    ]
    if shown.left_out:
        more = len(shown.left_out) - MOST_LINES
        listed = [*shown.left_out[:MOST_LINES], *([f"and {more} more"] if more > 0 else [])]
        parts += [paragraph("Left out, since I cannot tell what kind of day they make:"), bullets(*listed)]
    return Message(summary, tuple(parts))


def did(shown: Preview) -> Message:
    said = f"Done: {dates.number_of(len(shown.change.days), 'day')} of the calendar changed."
    left = f"{dates.number_of(len(shown.left_out), 'event')} of the file left out: see --dry-run."
    rest = (paragraph(left),) if shown.left_out else ()
    return Message(said, (paragraph(said), bullets(*day_lines(shown.change.days)), *rest))


def day_lines(entries: Sequence[DayEntry]) -> list[str]:
    lines = [f"{span(first, last)}: {said(entry)}" for first, last, entry in spans(entries)]
    more = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], f"and {more} more"] if more > 0 else lines


def effect_lines(effects: Effects) -> list[str]:
    found = []
    if effects.moved:
        comes = "comes" if effects.moved == 1 else "come"
        found.append(
            f"{dates.number_of(effects.moved, 'message')} of the next month {comes} at another time."
        )
    for one in effects.meetings:
        when = dates.moment(one.starts_at, effects.calendar.zone)
        found.append(f"The {one.title} on {when} needs a new time: I ask the facilitator and the principal.")
    if effects.redates_cycles:
        found.append("Learning cycles get new dates: I tell their owners, once.")
    return found or ["No message moves and no meeting is touched."]


def followed(done: Followed) -> Message:
    """What was done, with a way back for ten minutes."""
    days = [entry.day for entry in done.change.days]
    named = span(min(days), max(days))
    summary = f"No school on {named}." if done.lost else f"The calendar is changed: {named}."
    parts: list[Part] = [paragraph(bold(summary))]
    if done.lost and done.back_on:
        back = dates.moment(done.back_on, done.calendar.zone)
        parts.append(paragraph(f"What I would have said then comes on {back}."))
    for one in done.meetings:
        when = dates.moment(one.starts_at, done.calendar.zone)
        asked = "" if done.may_rebook else " I ask the facilitator and the school leader."
        parts.append(paragraph(f"The {one.title} of {when} needs a new time.{asked}"))
        parts += [meeting_buttons(one)] if done.may_rebook else []
    until = dates.clock_time(done.calendar.local(done.change.undo_until).time())
    parts += [
        buttons(Button("Undo", "undo-calendar", {"change": done.change.id}), Button("Calendar", "calendar")),
        context(f"You can undo this until {until}. Before then nobody hears of it."),
    ]
    return Message(summary, tuple(parts))


def undone(change: CalendarChange) -> Message:
    days = [entry.day for entry in change.days]
    said = f"Undone: {span(min(days), max(days))} is as it was, and so is everything that waited for it."
    return Message(said, (paragraph(said), buttons(Button("Calendar", "calendar"))))
