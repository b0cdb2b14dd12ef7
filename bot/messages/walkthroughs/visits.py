"""The walkthrough form and what is said around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day, number_of
from bot.messages.examples import said_of
from bot.messages.forms import ChoiceField, Form, Option, Piece, TextField
from bot.messages.home import Rank, Section
from bot.messages.vocabulary import Button, Message, Part, bold, buttons, context, paragraph
from bot.model.examples import Example
from bot.model.walkthroughs import Band, Choice, FirstVisit, LookFor, LookForSet, Mark, NotesProblem, Window

BANNER = "Patterns, not people. No teacher, room or student is asked for or kept. This is not evaluation."
NOTES_LENGTH = 1000
NO_MARKS = "Mark at least one look-for. The others may stay empty."
PROBLEMS = {
    NotesProblem.NAMES: (
        "This looks like a name or a room. Please leave it out: notes are about the lesson, not who or where."
    ),
    NotesProblem.JUDGES: (
        "What did you see or hear? Try a count, a quote or an action, "
        "such as: 14 of 16 students wrote a reason."
    ),
}
MARKS = (
    Option(Mark.SEEN, "Seen"),
    Option(Mark.PARTLY, "Partly"),
    Option(Mark.NOT_SEEN, "Not seen"),
    Option(Mark.NOT_APPLICABLE, "Not applicable"),
)
FIRST_VISITS = (
    Option(FirstVisit.YES, "Yes"),
    Option(FirstVisit.NO, "No"),
    Option(FirstVisit.UNSURE, "Not sure"),
)


@dataclass(frozen=True)
class VisitSheet:
    """What the form is drawn from: the open windows, the chosen one, and the choices."""

    open: tuple[tuple[Window, LookForSet], ...]
    chosen: Window
    looked_for: LookForSet
    bands: tuple[Band, ...]
    subjects: tuple[Choice, ...]
    segments: tuple[Choice, ...]
    examples: Sequence[Example] = ()


@dataclass(frozen=True)
class Recorded:
    """A visit that is kept: its window, how many visits that has now, and what to fill in again."""

    window: Window
    looked_for: LookForSet
    count: int
    band: str
    subject: str


def form(sheet: VisitSheet, values: Mapping[str, object]) -> Form:
    """The form for one visit: eight taps for three look-fors, opening and sending included (R-127)."""
    pieces: list[Piece] = [context(BANNER)]
    if len(sheet.open) > 1:
        pieces.append(window_field(sheet))
    pieces.append(paragraph(bold(sheet.looked_for.question)))
    band = given(values, "band") or (sheet.bands[0].key if len(sheet.bands) == 1 else None)
    pieces += [
        tapped("band", "Grades", options(sheet.bands), band),
        tapped("subject", "Subject", options(sheet.subjects), given(values, "subject")),
        *(mark_field(look_for) for look_for in sheet.looked_for.look_fors),
        *what_counts(sheet, given(values, "counts")),
        tapped("first_visit", "First visit to this room in this window?", FIRST_VISITS, None),
        ChoiceField("segment", "Part of the lesson", options(sheet.segments), optional=True),
        notes_field(sheet.chosen),
    ]
    return Form("Walkthrough visit", "Save visit", tuple(pieces))


def window_field(sheet: VisitSheet) -> ChoiceField:
    windows = tuple(
        Option(window.id, f"{found.name}, until {day(window.closes)}") for window, found in sheet.open
    )
    return ChoiceField("window", "What are you looking for?", windows, initial=sheet.chosen.id, refresh=True)


def what_counts(sheet: VisitSheet, chosen: str | None) -> list[Piece]:
    """The examples of one look-for, inside the form; nothing while there are none (R-035)."""
    with_examples = {one.look_for for one in sheet.examples}
    offered = [one for one in sheet.looked_for.look_fors if one.origin in with_examples]
    if not offered:
        return []
    choices = tuple(Option(one.code, one.name) for one in offered)
    asked = ChoiceField("counts", "What counts?", choices, initial=chosen, optional=True, refresh=True)
    origin = next((one.origin for one in offered if one.code == chosen), None)
    return [asked, *(context(said_of(one)) for one in sheet.examples if one.look_for == origin)]


def mark_field(look_for: LookFor) -> ChoiceField:
    return ChoiceField(
        f"marks.{look_for.code}",
        look_for.name,
        MARKS,
        optional=True,
        hint=f"Students: {look_for.students}. It is not: {look_for.not_this}.",
        style="buttons",
    )


def notes_field(window: Window) -> TextField:
    return TextField(
        "notes",
        "What students said or did",
        multiline=True,
        max_length=NOTES_LENGTH,
        optional=True,
        hint=(
            f"Only you can read this, until the window closes on {day(window.closes)}; then it is deleted. "
            "Write what you saw or heard: a count, a quote, an action. No names, no rooms."
        ),
    )


def tapped(name: str, label: str, choices: tuple[Option, ...], initial: str | None) -> ChoiceField:
    return ChoiceField(name, label, choices, initial=initial, style="buttons")


def options(choices: Sequence[Band | Choice]) -> tuple[Option, ...]:
    return tuple(Option(choice.key, choice.name) for choice in choices)


def given(values: Mapping[str, object], name: str) -> str | None:
    value = values.get(name)
    return value if isinstance(value, str) and value else None


def none_open(following: Window | None) -> str:
    if following is None:
        return "No walkthrough window is open, and none is planned. Windows are set up in the school file."
    return (
        f"No walkthrough window is open. The next one opens on {day(following.opens)} "
        f"and closes on {day(following.closes)}."
    )


def thanks(recorded: Recorded) -> Message:
    """What the observer reads: only a count, never a figure."""
    said = f"Thank you. That makes {number_of(recorded.count, 'visit')} in this window."
    until = f"The window is open until {day(recorded.window.closes)}."
    after = f"The ILT sees only the pattern of all visits together. {until}"
    values = {"window": recorded.window.id, "band": recorded.band, "subject": recorded.subject}
    return Message(said, (paragraph(said), context(after), buttons(Button("Another visit", "walk", values))))


def section(opened: Sequence[tuple[Window, LookForSet, int]], today: date) -> Section:
    """What Home shows the ILT of the open windows."""
    parts: list[Part] = []
    for window, looked_for, count in opened:
        until = "today" if window.closes == today else day(window.closes)
        line = f": open until {until}. {number_of(count, 'visit')} so far."
        parts += [
            paragraph(bold(looked_for.name), line),
            buttons(
                Button("Record a visit", "walk", {"window": window.id}, emphasis="primary"),
                Button("See the trend", "trends"),
            ),
        ]
    return Section(Rank.EVIDENCE, "Walkthroughs", (*parts, context(BANNER)))
