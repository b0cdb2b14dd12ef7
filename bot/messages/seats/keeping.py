"""Looking after the seats: editing, extending and ending them, gaps, and the acting leader."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.forms import CheckField, ChoiceField, DateField, Form, ManyField, Option, TextField
from bot.messages.seats.words import BECAUSE, SEE_SEATS, SEE_WHO, WHY, gaps, invite, kind_name, term
from bot.messages.vocabulary import Button, Message, bullets, buttons, context, paragraph
from bot.model.coverage import Coverage
from bot.model.seats import MULTILINGUAL_LABELS, SeatKind

GRADES = 200
EXTEND, LET_IT_END = "Extend", "Let it end"


@dataclass(frozen=True, slots=True)
class SeatSheet:
    """One seat to be edited, with what is proposed where nothing is said."""

    person: str
    name: str
    kind: SeatKind
    chosen: tuple[str, ...]
    teams: tuple[tuple[str, str], ...]
    why: str
    ends: date
    multilingual: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A seat after a change: whose, for whom, until when, and by whom it was changed."""

    person: str
    name: str
    for_whom: str
    ends: date | None
    by: str = ""
    because: str = ""
    members: int = 0


def edit_form(sheet: SeatSheet, given: Mapping[str, object]) -> Form:
    kinds = tuple(Option(kind.value, kind_name(kind, sheet.multilingual)) for kind in SeatKind)
    hint = "Proposed: the end of the next school year." if sheet.is_new else ""
    return Form(
        "Edit a seat",
        "Save",
        (
            paragraph(f"The seat of {sheet.name}."),
            ChoiceField("kind", "Which voice does it bring?", kinds, initial=sheet.kind.value),
            ManyField(
                "teams",
                "Which teams do they speak for?",
                tuple(Option(key, name) for key, name in sheet.teams),
                initial=sheet.chosen,
                optional=True,
            ),
            TextField("why", "Why this seat?", max_length=WHY, initial=sheet.why, hint="One line."),
            DateField("ends", "Until when?", initial=sheet.ends, hint=hint),
        ),
    )


def edited(kept: Kept) -> Message:
    said = f"Saved. {kept.name} speaks for {kept.for_whom}{until(kept)}."
    return Message(said, (paragraph(said), buttons(SEE_SEATS, SEE_WHO)))


def was_edited(kept: Kept) -> Message:
    """To the person whose seat it is."""
    said = f"{kept.by} updated your seat on the ILT: you speak for {kept.for_whom}{until(kept)}."
    return Message("Your seat on the ILT was updated", (paragraph(said), buttons(SEE_WHO)))


def until(kept: Kept) -> str:
    return f" until {term(kept.ends)}" if kept.ends else ""


def extend_form(sheet: SeatSheet, given: Mapping[str, object]) -> Form:
    return Form(
        "Extend a seat",
        "Extend",
        (
            paragraph(f"The seat of {sheet.name}."),
            DateField("ends", "Until when?", initial=sheet.ends),
            TextField(
                "because",
                "Why longer?",
                max_length=BECAUSE,
                hint="One line about the work, not about the person. They can read it.",
            ),
            context("They are told. Ask them first: a seat is a promise of time."),
        ),
    )


def extended(kept: Kept) -> Message:
    said = f"Extended: the seat of {kept.name}{until(kept)}. They are told."
    return Message(said, (paragraph(said), buttons(SEE_SEATS)))


def was_extended(kept: Kept) -> Message:
    said = f"{kept.by} extended your seat on the ILT{until(kept)}. Why: {kept.because}"
    ask = context("If that does not suit you, say so. A seat can end at any time, without a reason.")
    return Message("Your seat on the ILT was extended", (paragraph(said), ask, buttons(SEE_WHO)))


def ended(kept: Kept) -> Message:
    said = f"The seat of {kept.name} has ended. They are told, and thanked."
    invite_next = Button("Invite a rep", "invite-rep")
    return Message(said, (paragraph(said), buttons(invite_next, SEE_SEATS)))


def thanks(kept: Kept) -> Message:
    """To the person whose seat has ended."""
    said = f"Your seat on the ILT has ended. Thank you for speaking for {kept.for_whom}."
    rest = "What you brought stays on record with the decisions. You can still be heard like everybody."
    return Message("Your seat on the ILT has ended", (paragraph(said), paragraph(rest)))


def ending_soon(kept: Kept) -> Message:
    """Two weeks of school before, to whoever keeps the seats."""
    said = f"The seat of {kept.name}, who speaks for {kept.for_whom}, ends on {term(kept.ends or date.max)}."
    extend = Button("Extend", "extend-seat", {"person": kept.person})
    parts = (
        paragraph(said),
        paragraph("If nothing is done it ends by itself, and they are thanked."),
        buttons(extend, Button("Invite somebody", "invite-rep")),
    )
    return Message("A seat on the ILT ends soon", parts)


def coverage_prompt(found: Coverage, multilingual: str, ended_seat: str = "") -> Message:
    """The teams that nobody speaks for, at the start of a term and when a seat has ended (R-003)."""
    because = f"The seat of {ended_seat} has ended. " if ended_seat else ""
    return Message(
        "Some voices are missing on the ILT",
        (
            paragraph(f"{because}Not heard on the ILT yet:"),
            bullets(*gaps(found, multilingual)),
            buttons(invite(found), SEE_WHO),
        ),
    )


@dataclass(frozen=True, slots=True)
class ActingSheet:
    """Who may be named, who acts now, and whether there is a school leader."""

    people: tuple[tuple[str, str], ...]
    acting: str
    has_leader: bool


@dataclass(frozen=True, slots=True)
class Acting:
    name: str
    until: date | None
    by: str = ""
    waited: bool = False


def acting_form(sheet: ActingSheet, given: Mapping[str, object]) -> Form:
    people = tuple(Option(key, name) for key, name in sheet.people)
    now = f"{sheet.acting} is acting leader now." if sheet.acting else "There is no acting leader now."
    why = "" if sheet.has_leader or sheet.acting else " Agendas wait until there is one."
    return Form(
        "Name an acting leader",
        "Name",
        (
            paragraph(now + why),
            ChoiceField("person", "Who acts as school leader?", people),
            DateField("until", "Until when?", optional=True, hint="Leave it empty until you know."),
            context(
                "They get what waits for the school leader and may do what the school leader may. "
                "The school leader's own 1:1s and learning cycles stay closed to them."
            ),
        ),
    )


def acting_named(acting: Acting) -> Message:
    until = f" until {term(acting.until)}" if acting.until else ""
    said = f"{acting.name} is acting leader{until}. They are told."
    waited = "The agenda that waited for this goes out within a minute or two."
    rest = [paragraph(waited)] if acting.waited else []
    end = Button("End it", "end-acting-leader", confirm=f"End the acting leadership of {acting.name}?")
    return Message(said, (paragraph(said), *rest, buttons(end)))


def you_act(acting: Acting) -> Message:
    until = f" until {term(acting.until)}" if acting.until else ""
    said = f"{acting.by} named you acting school leader{until}."
    rest = "You get approvals and open decisions, not private notes: 1:1s stay with the two they belong to."
    return Message("You are acting school leader", (paragraph(said), paragraph(rest), buttons(SEE_WHO)))


def acting_over(names: Sequence[str]) -> Message:
    said = "The acting leadership has ended." if names else "There was no acting leader."
    return Message(said, (paragraph(said), buttons(SEE_WHO)))


def you_act_no_more() -> Message:
    said = "Your time as acting school leader is over. Thank you for standing in."
    return Message("You are no longer acting school leader", (paragraph(said),))


def no_leader(day: str) -> Message:
    """To whoever can mend it, when an agenda cannot go out (R-004)."""
    said = f"The agenda for {day} waits: your school has no school leader right now."
    name = Button("Name an acting leader", "name-acting-leader", emphasis="primary")
    return Message("An agenda waits for a school leader", (paragraph(said), buttons(name)))


@dataclass(frozen=True, slots=True)
class VoiceSheet:
    """What the school calls things, and which grades it has, as somebody would type them."""

    multilingual: str
    grades: str
    language_hints: bool


def voices_form(sheet: VoiceSheet, given: Mapping[str, object]) -> Form:
    labels = tuple(Option(label, label) for label in MULTILINGUAL_LABELS)
    return Form(
        "Names and grades",
        "Save",
        (
            ChoiceField(
                "multilingual",
                "What do you call the seat for multilingual learners?",
                labels,
                initial=sheet.multilingual,
                style="buttons",
            ),
            TextField(
                "grades",
                "Which grades does your school have?",
                max_length=GRADES,
                initial=sheet.grades,
                optional=True,
                placeholder="Kindergarten, Grade 1, Grade 2",
                hint="A grade without a team becomes an agenda item: Establish team.",
            ),
            CheckField(
                "language_hints",
                "Private hints about wording",
                "Suggest a kinder wording for sentences about students",
                initial=sheet.language_hints,
                hint="Only whoever writes sees them, and nothing is kept of them.",
            ),
        ),
    )


def voices_saved(sheet: VoiceSheet) -> Message:
    grades = f" Grades: {sheet.grades}." if sheet.grades else ""
    said = f"Saved. The seat is called {sheet.multilingual} everywhere.{grades}"
    return Message(said, (paragraph(said), buttons(SEE_WHO)))
