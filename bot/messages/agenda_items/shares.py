"""What an agenda's minutes are for, what is only read, and what whoever facilitates is advised."""

from collections.abc import Iterator

from bot.messages.agenda_items.data import tables
from bot.messages.dates import number_of
from bot.messages.vocabulary import (
    Button,
    Chart,
    Message,
    Part,
    Series,
    Text,
    Words,
    bold,
    bullets,
    buttons,
    context,
    italic,
    paragraph,
    text,
)
from bot.model.agenda import Agenda, Line, Sheet
from bot.model.agenda_items import ItemKind, Provenance
from bot.model.people import in_words

KINDS = {
    ItemKind.INSTRUCTIONAL: "Teaching and learning",
    ItemKind.PEOPLE: "People and culture",
    ItemKind.OPERATIONAL: "Operations",
}
BLOCK = 15
"""Minutes of a learning block that is proposed."""
MOVED = 5
THREE_WITHOUT = "The last three meetings had no minutes for adults to learn."
NONE_FOR = {
    "adult": "This agenda has no minutes for adults to learn. Is that what you want?",
    "student": "This agenda has no minutes about students' learning. Is that what you want?",
}


def memo(agenda: Agenda, *, for_ilt: bool, details: bool) -> Iterator[Part]:
    """What is read before the meeting and takes none of its time."""
    if agenda.memo:
        yield paragraph(bold("To read, with no meeting time"))
        yield bullets(*(_read(line, for_ilt=for_ilt, details=details) for line in agenda.memo))


def _read(line: Line, *, for_ilt: bool, details: bool) -> Text:
    title = f"Staff input {line.label}" if line.provenance is Provenance.INPUT and not for_ilt else line.title
    shown = line.detail and for_ilt
    return text(bold(title), *(("\n", italic(line.detail)) if shown and details else ()))


def said_more(line: Line) -> Iterator[Words]:
    """Its example, and what students will do differently."""
    for words in (line.example and f"For example: {line.example}", student_line(line.students)):
        if words:
            yield "\n"
            yield italic(words)


def student_line(students: str) -> str:
    return f"Students will {students.removeprefix('Students will ')}" if students else ""


def minutes(sheet: Sheet) -> Iterator[Part]:
    """A picture of what the minutes are for, and whose learning they serve."""
    split = sheet.agenda.split
    if not split.minutes:
        return
    kinds = [kind for kind in KINDS if split.share(kind)]
    shares = tuple(float(split.share(kind)) for kind in kinds)
    names = tuple(KINDS[kind] for kind in kinds)
    yield Chart("What the minutes are for", names, (Series("Share", shares),), unit="%")
    yield context(
        f"Students' learning {number_of(split.student, 'minute')}, "
        f"adults' learning {number_of(split.adult, 'minute')}."
    )
    yield from links(sheet)
    yield from tables(sheet.agenda.lines)


def links(sheet: Sheet) -> Iterator[Part]:
    """What is talked about without a link to what the school works on, or the reason for it (R-068)."""
    unlinked = sheet.agenda.unlinked
    if unlinked and sheet.meeting.is_published:
        named = in_words(f"“{line.title}”" for line in unlinked)
        why = sheet.meeting.unlinked_why
        yield context(
            f"Linked to no strategy or problem of practice: {named}." + (f" Why: {why}" if why else "")
        )


def learning_first(sheet: Sheet) -> Iterator[Part]:
    """Before all else in a draft: time for adults to learn, after three meetings without (R-075)."""
    if sheet.without_learning and not sheet.agenda.split.adult:
        yield paragraph(bold(THREE_WITHOUT), f" Put a block of {BLOCK} minutes first?")
        yield buttons(_block(sheet))


def asked_once(sheet: Sheet) -> Iterator[Part]:
    """In the draft alone: whose learning the agenda leaves out."""
    split = sheet.agenda.split
    if split.minutes and not split.student:
        yield paragraph(NONE_FOR["student"])
    asks_anyway = sheet.without_learning or not sheet.agenda.needs_a_meeting
    if split.minutes and not split.adult and not asks_anyway:
        yield paragraph(NONE_FOR["adult"])
        yield buttons(_block(sheet))


def could_be_read(sheet: Sheet) -> Iterator[Part]:
    """Which items could go in the memo, when operations take too many of the minutes (R-063)."""
    split, agenda = sheet.agenda.split, sheet.agenda
    share = split.share(ItemKind.OPERATIONAL)
    moved = [line for line in agenda.items if line.kind is ItemKind.OPERATIONAL][:MOVED]
    if share > sheet.operational_at_most and moved:
        goal = f"the goal is {sheet.operational_at_most}% at most"
        yield paragraph(f"Operations take {share}% of the minutes; {goal}. These could go in the memo:")
        yield buttons(*(_to_memo(line) for line in moved))


def _block(sheet: Sheet) -> Button:
    return Button("Add a learning block", "add-learning", {"day": sheet.meeting.day.isoformat()})


def _to_memo(line: Line) -> Button:
    title = line.title if len(line.title) <= 30 else f"{line.title[:29].rstrip()}…"
    return Button(f"Move “{title}” to the memo", "to-memo", {"item": line.item or ""})


def shaped(title: str, agenda: Agenda, *, is_memo: bool) -> Message:
    """To whoever put a learning block on, or moved something to the memo."""
    words = (
        f"“{title}” is in the memo now."
        if is_memo
        else f"“{title}” is on the agenda, before the other items."
    )
    sums = f"The agenda has {agenda.minutes} of {agenda.length} minutes."
    return Message(words, (paragraph(f"{words} {sums}"), buttons(Button("See the agenda", "agenda"))))
