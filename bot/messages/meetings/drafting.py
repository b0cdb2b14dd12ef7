"""What whoever facilitates reads of the draft, and what they can do with it before it is published."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages import dates
from bot.messages.agenda_items import shares
from bot.messages.asks import OpenAsk, on_draft
from bot.messages.meetings import agenda as wording
from bot.messages.meetings import buttons as press
from bot.messages.meetings.posts import ADD, SEE_DRAFT, cannot
from bot.messages.vocabulary import Button, Heading, Message, Part, bold, buttons, context, paragraph
from bot.model.agenda import Sheet
from bot.model.agenda_fit import shorter
from bot.model.agenda_items import Outcome, Provenance
from bot.model.people import in_words
from bot.model.rotation import MeetingRole
from bot.model.seats import SeatKind

FROM_PEOPLE = (Provenance.MEMBER, Provenance.TEAM)
VOICES = {
    SeatKind.SPECIAL_EDUCATION: "special-education voice",
    SeatKind.MULTILINGUAL: "voice for multilingual learners",
}
IN_ROW = 5


@dataclass(frozen=True)
class Notes:
    """What only the facilitator is told of a draft: the voices nobody brings, who leads the one team it is
    about, whether teams can be asked a question, and what the district has not answered for long."""

    silent: Sequence[SeatKind] = ()
    leads: str = ""
    can_ask: bool = False
    asks: Sequence[OpenAsk] = ()


NO_NOTES = Notes()


def draft_ready(sheet: Sheet, notes: Notes) -> Message:
    """To the facilitator: the draft, what it lacks, and what becomes of it."""
    published = dates.moment(sheet.moments.publish, sheet.zone)
    return Message(
        f"You are facilitating: the draft for {wording.title_of(sheet)} is ready.",
        (
            Heading(f"Draft agenda: {sheet.meeting.title}, {wording.day_of(sheet)}"),
            paragraph(
                f"You are facilitating on {wording.when(sheet)}. The draft has ",
                bold(wording.fit_words(sheet.agenda)),
            ),
            *shares.learning_first(sheet),
            *_little_to_do(sheet, notes),
            *_lacking(sheet),
            buttons(
                press.finish(sheet),
                press.publish(sheet),
                SEE_DRAFT,
                ADD,
                cannot(sheet, MeetingRole.FACILITATOR),
            ),
            *hints(sheet, notes),
            *shares.asked_once(sheet),
            context(f"Without a change it is published to the ILT on {published}."),
        ),
    )


def _little_to_do(sheet: Sheet, notes: Notes) -> tuple[Part, ...]:
    """When nobody brought anything, or nothing needs people in one room: what the time could be for."""
    agenda = sheet.agenda
    if any(line.provenance in FROM_PEOPLE for line in agenda.items) and agenda.needs_a_meeting:
        return ()
    things = dates.number_of(len(agenda.items), "thing")
    new = not any(line.provenance in FROM_PEOPLE for line in agenda.items)
    first = "No new items this time. " if new else ""
    said = f"{first}The draft has {things} beside the strategies, worth {agenda.minutes} minutes in all."
    if agenda.needs_a_meeting:
        return (paragraph(said), buttons(*_sooner(sheet), *_ask(notes), press.make_async(sheet)))
    none = "Nothing on it is to decide, discuss or learn. What should the time be for?"
    ways = (press.make_async(sheet), *_sooner(sheet), *_learn(sheet), *_ask(notes))
    return (paragraph(f"{said} {none}"), buttons(*ways))


def _sooner(sheet: Sheet) -> tuple[Button, ...]:
    return (press.end_sooner(sheet),) if shorter(sheet.agenda) < sheet.agenda.length else ()


def _learn(sheet: Sheet) -> tuple[Button, ...]:
    return (press.learn(sheet),) if sheet.agenda.free else ()


def _ask(notes: Notes) -> tuple[Button, ...]:
    return (Button("Ask teams one question today", "campaign"),) if notes.can_ask else ()


def _lacking(sheet: Sheet) -> tuple[Part, ...]:
    """What stands between the draft and Publish."""
    agenda = sheet.agenda
    lacks = [] if sheet.meeting.objectives else ["one to three objectives"]
    lacks += [f"{dates.number_of(agenda.over, 'minute')} less"] if agenda.over else []
    lacks += [f"a choice for “{line.title}”" for line in agenda.waiting]
    return (paragraph("Before you publish it needs ", bold(in_words(lacks)), "."),) if lacks else ()


def hints(sheet: Sheet, notes: Notes = NO_NOTES) -> tuple[Part, ...]:
    """What else to look at: what is too long, carried over too often, unheard, or one team's alone."""
    agenda = sheet.agenda
    fit = (buttons(press.fit(sheet)),) if agenda.over else ()
    return (
        *fit,
        *_carried(sheet),
        *_one_team(sheet, notes),
        *_silent(sheet, notes),
        *on_draft(notes.asks),
        *shares.could_be_read(sheet),
    )


def _carried(sheet: Sheet) -> tuple[Part, ...]:
    waiting = sheet.agenda.waiting[:IN_ROW]
    if not waiting:
        return ()
    said = "Carried over twice already: shorten it, route it to a team, or drop it with a reason. "
    rest = "Without a choice it stays last."
    return (paragraph(said, rest), buttons(*(press.settle(sheet, line) for line in waiting)))


def _one_team(sheet: Sheet, notes: Notes) -> tuple[Part, ...]:
    routable = [line for line in sheet.agenda.items if line.provenance in FROM_PEOPLE][:IN_ROW]
    if not sheet.scope or not routable:
        return ()
    to = f"{notes.leads}, who leads {sheet.scope}" if notes.leads else sheet.scope
    said = f"This is about {sheet.scope} only. It may be theirs to settle: route it to {to}?"
    return (paragraph(said), buttons(*(press.settle(sheet, line, "route") for line in routable)))


def _silent(sheet: Sheet, notes: Notes) -> tuple[Part, ...]:
    """The voice the ILT lacks, and the item for which somebody could bring it (R-005)."""
    outcomes = (Outcome.DECIDE, Outcome.DISCUSS)
    talked = [number for number, line in enumerate(sheet.agenda.items, 1) if line.outcome in outcomes]
    ask = f"invite a guest for item {talked[0]}?" if talked else "invite a guest?"
    silent = [kind for kind in notes.silent if kind in VOICES]
    lines = tuple(paragraph(f"No {VOICES[kind]} on the ILT - {ask}") for kind in silent)
    if not silent or not sheet.agenda.items:
        return lines
    item = sheet.agenda.items[talked[0] - 1 if talked else 0].item or ""
    return (*lines, buttons(press.invite_guest(sheet, item, silent[0].value)))
