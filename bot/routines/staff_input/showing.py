"""Turning an input into what one person may see of it, and finding it on their behalf."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from bot.errors import NotFound
from bot.messages.staff_input.shown import Shown
from bot.model.people import Actor
from bot.model.staff_input import (
    UNTOUCHED,
    BoardStatus,
    InputState,
    Mode,
    Sight,
    StaffInput,
    agreement,
    next_date,
    outcome_by,
    owner,
    sight,
    standing,
    team_in_words,
    triager_for,
)
from bot.permissions import may
from bot.ports import Clock
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

OUTCOMES = ("answer-input", "place-input", "decline-input", "route-input")
NOT_THERE = "I cannot find that input. It may have been withdrawn. Type /ilt inputs to see what is open."


async def found(input_id: str, *, actor: Actor, work: UnitOfWork, clock: Clock) -> tuple[StaffInput, Viewer]:
    """The input and whose eyes it is seen with; `NotFound` when it is not there for this person."""
    sees = await viewer(actor, work=work, clock=clock)
    given = await work.inputs.by_id(input_id)
    if given is None or sight(given, actor.person_id, sees.roster) is None:
        raise NotFound(NOT_THERE)
    return given, sees


def visible(given: Iterable[StaffInput], sees: Viewer) -> list[Shown]:
    """Those that the viewer may see, as they may see them."""
    return [show(one, sees) for one in given if sight(one, sees.actor.person_id, sees.roster) is not None]


def show(given: StaffInput, sees: Viewer) -> Shown:
    """The input as this viewer may see it; only for somebody who may see it at all."""
    known = sight(given, sees.actor.person_id, sees.roster) is Sight.NAME
    passed = not known and given.passed_at is not None
    owes = owner(given, sees.roster)
    name = partial(_name_of, given=given, sees=sees, known=known)
    return Shown(
        id=given.id,
        label=given.label,
        state=given.state,
        mode=given.mode,
        topic=given.topic,
        scope=given.scope,
        see=given.passed_see if passed else given.see,
        suggest=given.passed_suggest if passed else given.suggest,
        sender=sees.roster.name(given.author) if known else "",
        team=team_in_words(given, sees.roster),
        for_team=given.on_behalf,
        agreed=agreement(given, sees.roster),
        owner=name(owes.id) if owes else "the ILT",
        passed_on=given.passed_at is not None,
        promised_by=outcome_by(given.received_at, sees.calendar),
        received_on=sees.calendar.today(given.received_at),
        next_date=next_date(given, sees.calendar, sees.today),
        outcome=given.outcome,
        outcome_by=name(given.outcome_by) if given.outcome_by else "",
        outcome_on=sees.calendar.today(given.outcome_at) if given.outcome_at else None,
        reason=given.reason,
        look_again=given.look_again,
        meeting_on=given.meeting_on,
        decision=given.decision,
        may=tuple(verbs(given, sees)),
        needs=given.needs,
        board=given.board_status,
        board_days=school_days_since(given.in_status_since, sees),
        asked=given.asked,
        replied=given.replied,
    )


def school_days_since(moment: datetime, sees: Viewer) -> int:
    """How many school days have begun since the day of a moment."""
    came = sees.calendar.today(moment)
    return sum(1 for day in sees.calendar.school_days(came, sees.today) if day > came)


def _name_of(person: str, *, given: StaffInput, sees: Viewer, known: bool) -> str:
    """The person's name, unless naming the carrier of a small team would point at the sender."""
    points = person == given.carrier and not known and not team_in_words(given, sees.roster)
    return "a rep" if points else sees.roster.name(person)


def verbs(given: StaffInput, sees: Viewer) -> Iterable[str]:
    """What this person can do with the input now."""
    person = sees.actor.person_id
    stands = standing(given, person, sees.roster)
    if given.author == person:
        yield from ("withdraw-input",) if given.may_be_withdrawn else ()
        yield from ("reply-input",) if given.board_status is BoardStatus.NEEDS_INFO else ()
        return
    if given.awaits_outcome(sees.today):
        yield from (verb for verb in OUTCOMES if may(sees.actor, verb, *stands))
    if given.state in UNTOUCHED:
        asks = {BoardStatus.NEW: ("triage-input", "ask-sender"), BoardStatus.TRIAGED: ("ask-sender",)}
        yield from (verb for verb in asks.get(given.board_status, ()) if may(sees.actor, verb, *stands))
    if may_pass_on(given, sees) and may(sees.actor, "pass-on-input", *stands):
        yield "pass-on-input"


def may_pass_on(given: StaffInput, sees: Viewer) -> bool:
    """Whether the carrier can still hand it to somebody else who answers the ILT's input."""
    if given.mode is not Mode.THROUGH_REP or given.state is not InputState.RECEIVED:
        return False
    to = passes_to(given, sees)
    return to is not None and to != sees.actor.person_id


def passes_to(given: StaffInput, sees: Viewer) -> str | None:
    to = triager_for(sees.roster, given.author)
    return to.id if to else None


def seen_with(person: str, sees: Viewer) -> Viewer:
    """The same moment through somebody else's eyes, to write to them."""
    return Viewer(sees.roster.actor(person), sees.roster, sees.calendar, sees.now)
