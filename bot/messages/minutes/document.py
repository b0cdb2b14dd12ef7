"""The minutes themselves: read in chat, and written as a document."""

from collections.abc import Iterator

from bot.messages.live import receipt
from bot.messages.live import words as live
from bot.messages.minutes import words
from bot.messages.vocabulary import (
    Heading,
    Message,
    Part,
    Text,
    bold,
    bullets,
    buttons,
    context,
    link,
    paragraph,
    text,
)
from bot.model.live import Met, RunLine
from bot.model.minutes import Excerpt, MinutesState, Record, place_of

NO_NAMES = "Minutes say what was worked on. They do not say who was there, or what was said at the opening."


def document(record: Record) -> Message:
    """All of it. Nothing said at the opening, and nobody's presence, is anywhere it could come from."""
    return Message(
        words.title(record.room),
        (
            paragraph(bold(words.state(record)), f" {_times(record)}"),
            *_corrected(record),
            *_objectives(record),
            *_listed("Decisions", record.decisions),
            *_listed("What we said we would do", record.commitments),
            Heading("Item by item"),
            *(part for line in record.room.run.lines if not line.is_frame for part in _line(line, record)),
            *((paragraph(record.minutes.remarks),) if record.minutes.remarks else ()),
            *_listed("Parked", record.parked),
            Heading("Time"),
            receipt.table(record.room),
            context(f"{_rounds(record)}{NO_NAMES}"),
        ),
    )


def shown(record: Record) -> Message:
    """The same in chat, with what can be done with it."""
    whole, minutes = document(record), record.minutes
    mine = (words.edit_button(minutes),) if record.may_edit else ()
    confirm = (
        (words.confirm_button(minutes),)
        if record.may_edit and minutes.state is not MinutesState.CONFIRMED
        else ()
    )
    pressable = buttons(*confirm, *mine, words.export_button(minutes.day))
    return Message(whole.summary, (Heading(whole.summary), *whole.parts, pressable))


def _times(record: Record) -> str:
    room, run = record.room, record.room.run
    return f"From {live.clock(run.started_at, room)} to {live.clock(run.ended_at or run.end, room)}."


def _corrected(record: Record) -> tuple[Part, ...]:
    why = record.minutes.why
    return (context(f"Corrected: {why}"),) if why else ()


def _objectives(record: Record) -> tuple[Part, ...]:
    said = zip(record.room.meeting.objectives, record.room.run.met, strict=False)
    found = [text(bold(f"{live.MET[met]}: "), objective) for objective, met in said]
    return (Heading("By the end we wanted to have"), bullets(*found)) if found else ()


def _listed(title: str, lines: object) -> tuple[Part, ...]:
    found = [str(line) for line in lines] if isinstance(lines, list | tuple) else []
    return (Heading(title), bullets(*found)) if found else ()


def _line(line: RunLine, record: Record) -> Iterator[Part]:
    room = record.room
    became = words.became(line, room)
    note = record.minutes.notes.get(str(line.number), "")
    yield paragraph(bold(live.numbered(line, room)), f" · {became}" if became else "")
    if note:
        yield paragraph(note)
    quoted = [_quoted(one) for one in record.excerpts.get(place_of(line), ())]
    if quoted:
        yield bullets(*quoted)


def _quoted(excerpt: Excerpt) -> Text:
    words_said = f"“{excerpt.words}”"
    return text(words_said, " ", link("(message)", excerpt.link)) if excerpt.link else text(words_said)


def _rounds(record: Record) -> str:
    full, held = record.rounds
    return f"Rounds in which everybody spoke or passed: {full} of {held}. " if held else ""


def met_words(record: Record) -> str:
    """How many objectives were met, for a line."""
    met = record.room.run.met
    return f"{met.count(Met.MET)} of {len(met)} objectives met. " if met else ""
