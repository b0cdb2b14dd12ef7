"""What whoever confirms the minutes reads, and what the ILT reads when that is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.messages import dates
from bot.messages.forms import Form, Piece, TextField
from bot.messages.live import words as live
from bot.messages.minutes import words
from bot.messages.minutes.document import met_words
from bot.messages.vocabulary import Message, bold, bullets, buttons, context, paragraph
from bot.model.minutes import Meanwhile, Minutes, MinutesState, Record, mark

NOTE, REMARKS, WHY = 400, 2000, 300
ALL_ELSE = "Anything else"
SEEN = "seen."


@dataclass(frozen=True)
class Exported:
    """The paths of a document at the bot's address, and the same as Markdown to copy."""

    title: str
    pdf: str
    markdown: str
    text: str


def card(record: Record, *, is_backup: bool = False) -> Message:
    """The minutes as drafted from what happened, to whoever is asked to confirm them."""
    room, minutes = record.room, record.minutes
    items = [line for line in room.run.lines if not line.is_frame]
    shown = [f"{live.numbered(line, room)}: {words.became(line, room)}" for line in items]
    counted = dates.number_of(len(record.decisions), "decision")
    why = "Nobody has confirmed them yet, and you are next. " if is_backup else ""
    return Message(
        f"{words.title(room)}: please confirm",
        (
            paragraph(bold("Are these minutes right? "), f"{why}{counted}. {met_words(record)}".strip()),
            bullets(*(*shown, *record.decisions)),
            buttons(words.confirm_button(minutes), words.edit_button(minutes), words.see_button(minutes.day)),
            context("After a day they are closed, confirmed or not. You can still confirm them later."),
        ),
    )


def form(record: Record, given: Mapping[str, Any]) -> Form:
    """A line for each item, and one for all else; a correction says why it is made."""
    room, minutes = record.room, record.minutes
    notes = [
        TextField(
            f"notes.{line.number}",
            live.numbered(line, room)[:75],
            multiline=True,
            max_length=NOTE,
            initial=str(given.get(f"notes.{line.number}", minutes.notes.get(str(line.number), ""))),
            optional=True,
        )
        for line in room.run.lines
        if not line.is_frame
    ]
    remarks = TextField(
        "remarks",
        ALL_ELSE,
        multiline=True,
        max_length=REMARKS,
        initial=str(given.get("remarks", minutes.remarks)),
        optional=True,
    )
    is_correction = minutes.state is not MinutesState.DRAFT
    why = TextField("why", "What do you correct?", max_length=WHY, initial=str(given.get("why", "")))
    note = context("Decisions, times and what was parked are in them already. Please name no student.")
    pieces: tuple[Piece, ...] = (*((why,) if is_correction else ()), *notes, remarks, note)
    title = "Correct the minutes" if is_correction else "Edit the minutes"
    was_draft = {} if is_correction else {"was_draft": str(given.get("was_draft", "true"))}
    carries = {**words.values(minutes), **seen_first(minutes, given), **was_draft}
    return Form(title, "Save", pieces, carries=carries)


def seen_first(minutes: Minutes, given: Mapping[str, Any]) -> dict[str, str]:
    """By what each text is known that was in the form when it was opened, however often it is drawn again."""
    before = {name: str(value) for name, value in given.items() if name.startswith(SEEN)}
    return before or {f"{SEEN}{place}": mark(words) for place, words in minutes.texts.items()}


def saved(record: Record) -> Message:
    minutes = record.minutes
    if minutes.version > 1:
        said = f"Corrected: this is version {minutes.version}. The versions before it are kept."
        return Message(said, (paragraph(said), buttons(words.see_button(minutes.day))))
    said = "Saved. Please confirm the minutes when they are right."
    pressable = buttons(words.confirm_button(minutes), words.see_button(minutes.day))
    if record.met is None:
        return Message(said, (paragraph(said), pressable))
    edit = buttons(words.edit_button(minutes), words.see_button(minutes.day))
    return Message(said, (paragraph(bold("Saved. "), *meanwhile(record, record.met)), edit))


def meanwhile(record: Record, met: Meanwhile) -> tuple[str, ...]:
    """To who wrote at the same time as somebody else: whose came first, and where both now stand."""
    first = f"{record.name(met.by)} changed these minutes while you wrote, and came first. "
    if not met.both:
        return (first, "Theirs and yours are all in them.")
    lines = {str(line.number): live.numbered(line, record.room) for line in record.room.run.lines}
    places = ", ".join(f"“{lines.get(place, ALL_ELSE)}”" for place in met.both)
    return (
        first,
        f"Where you both wrote, their words stand above yours: {places}. Please look them through.",
    )


def too_long(record: Record, by: str | None, theirs: str, over: int) -> str:
    """Beside a text of a form that has no room for somebody else's words, too."""
    return (
        f"{record.name(by)} wrote here while you did, and came first: “{theirs}”. Both are kept when they "
        f"fit: please shorten yours by {dates.number_of(over, 'character')}, and send it again."
    )


def settled(record: Record) -> str:
    """In the form of a draft that somebody confirmed or closed meanwhile."""
    return (
        f"Meanwhile: {words.state(record)} Your words are still here. Copy them, open the minutes again with "
        "/ilt minutes, and press Correct."
    )


def corrected_before(record: Record) -> str:
    """In a correction that somebody else's came before."""
    return (
        f"{record.name(record.minutes.by)} has corrected these minutes since, and came first. Your words are "
        "still here. Copy them, open the minutes again with /ilt minutes, and press Correct."
    )


def confirmed(record: Record) -> Message:
    """In place of the card, and in the agenda's thread."""
    said = f"{words.title(record.room)}. {words.state(record)}"
    day = record.minutes.day
    return Message(said, (paragraph(bold(said)), buttons(words.see_button(day), words.export_button(day))))


def corrected(record: Record) -> Message:
    """In the agenda's thread: what is different in them, and that the earlier version stays."""
    minutes = record.minutes
    said = f"{words.title(record.room)}: version {minutes.version}."
    why = f" {minutes.why}" if minutes.why else ""
    return Message(said, (paragraph(bold(said), why), buttons(words.see_button(minutes.day))))


def left(record: Record) -> Message:
    """In the agenda's thread, a day later."""
    said = f"{words.title(record.room)}. Nobody has confirmed them, so they are closed and marked so."
    rest = "The recorder or the school leader can still confirm or correct them."
    return Message(
        said, (paragraph(bold(said)), paragraph(rest), buttons(words.see_button(record.minutes.day)))
    )


def none(day: str) -> str:
    return f"There are no minutes of {day}. They are drafted when a meeting ends."


def exported(result: Exported) -> Message:
    """Where it can be read for a day, and the same as text."""
    return Message(
        f"{result.title}: export",
        (
            paragraph(
                bold("As a file: "),
                "at the bot's web address and these paths, for 24 hours. Whoever has a path can read it.",
            ),
            bullets(f"PDF: {result.pdf}", f"Markdown: {result.markdown}"),
            paragraph(bold("As text to copy (Markdown):")),
            paragraph(result.text),
        ),
    )
