"""The forms about agenda items, and what is said when one was filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.messages import dates
from bot.messages.agenda_items.shares import KINDS
from bot.messages.forms import CheckField, ChoiceField, Form, ManyField, Option, Piece
from bot.messages.meetings import agenda as wording
from bot.messages.meetings.fields import Offers, item_fields, more_fields, said_before
from bot.messages.meetings.posts import ADD, SEE_AGENDA
from bot.messages.vocabulary import Button, Message, Part, bold, buttons, context, paragraph
from bot.model.agenda import Sheet
from bot.model.agenda_items import AgendaItem, Provenance
from bot.model.meetings import Meeting
from bot.model.people import Team, in_words
from bot.model.rotation import MeetingRole

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Routed:
    """The team that an item or an input went to, and who has it there."""

    team: str
    lead: str


@dataclass(frozen=True)
class Adding:
    """Where an item would go: the meeting, the team the person speaks for, the agenda that is already out."""

    meeting: Meeting
    zone: ZoneInfo
    publish_at: datetime
    team: Team | None = None
    missed: date | None = None
    offers: Offers = field(default_factory=Offers)


@dataclass(frozen=True)
class Added:
    """An item that was added; `kinder` is another way to say its title, for its author alone.

    One that is about one team only went to somebody `of_team` instead of the agenda.
    """

    item: AgendaItem
    sheet: Sheet
    missed: date | None = None
    kinder: str | None = None
    of_team: Routed | None = None


@dataclass(frozen=True, slots=True)
class Worded:
    title: str


@dataclass(frozen=True)
class Choosing:
    """Items to choose from, and the one chosen already."""

    items: Sequence[AgendaItem]
    chosen: AgendaItem | None = None
    offers: Offers = field(default_factory=Offers)


@dataclass(frozen=True)
class Ended:
    """An item that was taken off, or staff input that was moved to `moved_to`; `sheet` is what is left."""

    item: AgendaItem
    sheet: Sheet
    moved_to: date | None = None


@dataclass(frozen=True)
class HandedOver:
    role: MeetingRole
    sheet: Sheet


def add(adding: Adding, given: Values) -> Form:
    """The form to add an item, with what has been given so far."""
    pieces = (
        *_where(adding),
        *item_fields(given, adding.offers),
        *_for_team(adding, given),
        *more_fields(given, adding.offers, is_new=True),
    )
    return Form("Add an agenda item", "Add", pieces)


def _where(adding: Adding) -> tuple[Piece, ...]:
    day = dates.day(adding.meeting.on)
    until = dates.moment(adding.publish_at, adding.zone)
    out = f"The agenda for {dates.day(adding.missed)} is published, so this " if adding.missed else "This "
    return (paragraph(out, "goes on the agenda for ", bold(day), f", which is published on {until}."),)


def _for_team(adding: Adding, given: Values) -> tuple[Piece, ...]:
    asked = str(given.get("for_team", "")).lower() in ("yes", "true")
    if adding.team is not None:
        says = f"I bring this for {adding.team.name}"
        return (CheckField("for_team", "Whose item is it?", says, initial=asked),)
    return (context("You do not speak for a team, so this goes in under your own name."),) if asked else ()


def added(result: Added) -> Message:
    if result.of_team:
        return went_to_team(result.item.title, result.of_team)
    item, sheet = result.item, result.sheet
    missed = (
        f"The agenda for {dates.day(result.missed)} is published, so it goes on the next. "
        if result.missed
        else ""
    )
    published = dates.moment(sheet.moments.publish, sheet.zone)
    return Message(
        f"Added to {wording.title_of(sheet)}.",
        (
            paragraph(
                f"{missed}{_where_it_is(item)} for {wording.day_of(sheet)}: ",
                bold(item.title),
                "." if item.memo else f", {dates.number_of(item.minutes, 'minute')}.",
                f" The agenda has {wording.fit_words(sheet.agenda)}",
            ),
            buttons(SEE_AGENDA, Button("Change it", "change-item", {"item": item.id})),
            context(f"It is published on {published}. Until then you can change it or take it off."),
            context(_counted_as(item)),
            *_hint(result),
        ),
    )


def _where_it_is(item: AgendaItem) -> str:
    return "In the memo" if item.memo else "On the agenda"


def _counted_as(item: AgendaItem) -> str:
    """What kind it counts as, and what that means for the meeting."""
    counted = f"It counts as: {KINDS[item.kind].lower()}."
    return f"{counted} The memo is read before the meeting and takes no time of it." if item.memo else counted


def went_to_team(title: str, routed: Routed) -> Message:
    """What somebody reads whose item is about one team only."""
    words = f"“{title}” goes to {routed.lead} for {routed.team}. It is not on the ILT agenda."
    then = (
        "You hear here what becomes of it: the team takes it up, or says that it is about the whole school."
    )
    return Message(words, (paragraph(words), context(then)))


def _hint(result: Added) -> tuple[Part, ...]:
    """Another wording, which only its author sees (R-012)."""
    if result.kinder is None:
        return ()
    values = {"item": result.item.id}
    return (
        paragraph("It is saved as you wrote it. Only you see this hint. Would this say it, too? "),
        paragraph(bold(result.kinder)),
        buttons(
            Button("Use this", "choose-wording", values | {"use": "theirs"}),
            Button("Keep mine", "choose-wording", values | {"use": "mine"}),
        ),
    )


def worded(result: Worded) -> Message:
    words = f"On the agenda: “{result.title}”."
    return Message(words, (paragraph(words), buttons(SEE_AGENDA)))


def nothing(_: None) -> Message:
    words = "Thank you. Nothing is noted about who had nothing to add."
    return Message(words, (paragraph(words), context("If something comes up, you can still add it.")))


def drop(choosing: Choosing, given: Values) -> Form:
    options = tuple(Option(item.id, item.title[:75]) for item in choosing.items)
    chosen = choosing.chosen.id if choosing.chosen else None
    note = "Staff input is not taken off, because somebody waits for an answer: it moves to the next meeting."
    inputs = any(item.provenance is Provenance.INPUT for item in choosing.items)
    pieces = (
        ChoiceField("item", "Which one?", options, initial=chosen),
        *((context(note),) if inputs else ()),
    )
    return Form("Take an item off", "Take it off", pieces)


def dropped(result: Ended) -> Message:
    if result.moved_to:
        words = f"“{result.item.title}” is staff input, so it moves to {dates.day(result.moved_to)}."
    else:
        words = f"“{result.item.title}” is off the agenda."
        words += " It is a hard issue, so in a month I ask about it again." if result.item.hard else ""
    rest = f"The agenda has {wording.fit_words(result.sheet.agenda)}"
    return Message(words, (paragraph(f"{words} {rest}"), buttons(SEE_AGENDA)))


def change(choosing: Choosing, given: Values) -> Form:
    """The form to change the chosen item, with its words in it."""
    item = choosing.chosen
    if item is None:
        raise LookupError("An item is chosen before its form is drawn.")
    so_far = said_before(item) | dict(given)
    pieces = (*item_fields(so_far, choosing.offers), *more_fields(so_far, choosing.offers, is_new=False))
    return Form("Change an item", "Save", pieces)


def changed(result: Added) -> Message:
    words = f"Changed: “{result.item.title}”, {dates.number_of(result.item.minutes, 'minute')}."
    rest = f"The agenda has {wording.fit_words(result.sheet.agenda)}"
    return Message(words, (paragraph(f"{words} {rest}"), buttons(SEE_AGENDA)))


def finish(choosing: Choosing, given: Values) -> Form:
    options = tuple(Option(item.id, item.title[:75]) for item in choosing.items)
    field = ManyField(
        "items",
        "What is finished?",
        options,
        hint="What is not ticked comes back on the next agenda.",
        style="boxes" if len(options) <= 10 else "menu",
    )
    return Form("Tick off items", "Save", (field,))


def finished(items: Sequence[AgendaItem]) -> Message:
    words = f"Ticked off: {in_words(f'“{item.title}”' for item in items)}."
    return Message(
        words, (paragraph(words), context("The rest comes back on the next agenda."), buttons(ADD))
    )


def handed_over(result: HandedOver) -> Message:
    name = result.sheet.name(result.sheet.holders.get(result.role))
    role = wording.ROLE_NAMES[result.role].lower()
    words = f"Thank you. {name} is the {role} on {wording.day_of(result.sheet)} now."
    return Message(words, (paragraph(words), context(f"{name} gets a message. No reason is asked for.")))
