"""Answering staff input: now, at a meeting, not now, or passed on by whoever carries it."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.staff_input import outcomes
from bot.messages.staff_input import triage as wording
from bot.messages.staff_input.shown import Shown, already
from bot.model.calendar import NoSchoolAhead
from bot.model.people import Actor, Relation
from bot.model.staff_input import (
    LONGEST_SEE,
    LONGEST_SUGGEST,
    DeclineReason,
    InputState,
    StaffInput,
    owner,
    standing,
    triager_for,
)
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing, Question
from bot.routines.staff_input import agenda
from bot.routines.staff_input.showing import found, may_pass_on, show, visible
from bot.routines.staff_input.telling import as_author, hand_over, tell_author
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

WEEKS_ON = timedelta(weeks=6)
FURTHEST_AGAIN = timedelta(days=365)


class AboutInput(Question):
    input: str


class AnswerInput(Command):
    input: str
    answer: Annotated[str, Field(min_length=1, max_length=wording.LONGEST_ANSWER)]


class PlaceInput(Command):
    input: str


class DeclineInput(Command):
    input: str
    reason: DeclineReason
    why: Annotated[str, Field(min_length=1, max_length=wording.LONGEST_WHY)]
    look_again: date | None = None


class PassOnInput(Command):
    input: str
    see: Annotated[str, Field(min_length=1, max_length=LONGEST_SEE)]
    suggest: Annotated[str, Field(max_length=LONGEST_SUGGEST)] = ""


async def board(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> list[Shown]:
    """Everything open that this person may see: what they can act on first, the oldest first."""
    permit(actor, "inputs")
    sees = await viewer(actor, work=work, clock=clock)
    others = [one for one in await work.inputs.unsettled() if one.author != actor.person_id]
    due = [one for one in others if one.awaits_outcome(sees.today)]
    return sorted(visible(due, sees), key=lambda one: not one.may)


async def ready(
    verb: str, input_id: str, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[StaffInput, Viewer]:
    """The input, when this person may do this to it now. Raises `Refusal` with what happened already."""
    given, sees = await found(input_id, actor=actor, work=work, clock=clock)
    stands = standing(given, actor.person_id, sees.roster)
    if Relation.AUTHOR in stands:
        owes = owner(given, sees.roster)
        raise Refusal(f"{given.label} is your own. {owes.name if owes else 'Somebody else'} answers it.")
    permit(actor, verb, *stands)
    if not given.awaits_outcome(sees.today):
        raise OutOfDate(already(show(given, sees)))
    return given, sees


async def before_answering(question: AboutInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    return show(*await ready("answer-input", question.input, actor=actor, work=work, clock=clock))


async def answer(command: AnswerInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    """Close the input with an answer, which its sender gets with the answerer's name."""
    given, sees = await ready("answer-input", command.input, actor=actor, work=work, clock=clock)
    await agenda.take_off(given, work=work)
    given.answer(command.answer, actor.person_id, sees.now)
    message = outcomes.answered(show(given, as_author(given, sees)))
    await tell_author(given, message, sees, work=work, event="answered")
    return show(given, sees)


async def place(command: PlaceInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    """Put the input on the next agenda that is not out yet, and tell its sender which that is."""
    given, sees = await ready("place-input", command.input, actor=actor, work=work, clock=clock)
    given.place(await agenda.place(given, sees, work=work), actor.person_id, sees.now)
    message = outcomes.placed(show(given, as_author(given, sees)))
    await tell_author(given, message, sees, work=work, event=f"placed/{given.meeting_on}")
    return show(given, sees)


async def before_declining(
    question: AboutInput, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[Shown, date | None]:
    """The input, and the school day six weeks on, as a first proposal for looking again."""
    given, sees = await ready("decline-input", question.input, actor=actor, work=work, clock=clock)
    return show(given, sees), school_day(sees.today + WEEKS_ON, sees)


async def decline(command: DeclineInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    """Say not now, with the reason and perhaps a school day to look again; its sender is told all three."""
    given, sees = await ready("decline-input", command.input, actor=actor, work=work, clock=clock)
    again = day_to_look_again(command.look_again, sees)
    await agenda.take_off(given, work=work)
    given.decline(command.reason, command.why, again, actor.person_id, sees.now)
    message = outcomes.declined(show(given, as_author(given, sees)))
    await tell_author(given, message, sees, work=work, event=f"declined/{sees.now.isoformat()}")
    return show(given, sees)


def day_to_look_again(wanted: date | None, sees: Viewer) -> date | None:
    if wanted is None:
        return None
    if not sees.today < wanted <= sees.today + FURTHEST_AGAIN:
        raise Refusal("Choose a day after today and within a year, or leave it empty.", field="look_again")
    day = school_day(wanted, sees)
    if day is None:
        raise Refusal(
            "The school calendar does not reach that day yet. Choose an earlier one.", field="look_again"
        )
    return day


def school_day(day: date, sees: Viewer) -> date | None:
    try:
        return sees.calendar.on_or_after(day)
    except NoSchoolAhead:
        return None


async def before_passing_on(
    question: AboutInput, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[Shown, str]:
    """The input, and the name of whoever would answer it then."""
    given, sees = await _ready_to_pass_on(question.input, actor=actor, work=work, clock=clock)
    to = triager_for(sees.roster, given.author)
    return show(given, sees), to.name if to else "the ILT"


async def pass_on(command: PassOnInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    """Hand it on in these words and without the name; the sender reads the words that went on."""
    given, sees = await _ready_to_pass_on(command.input, actor=actor, work=work, clock=clock)
    given.pass_on(command.see, command.suggest, sees.now)
    await hand_over(given, sees, work=work, event="passed")
    message = outcomes.passed_on(
        show(given, as_author(given, sees)), sees.roster.name(actor.person_id), command.see, command.suggest
    )
    await tell_author(given, message, sees, work=work, event="passed")
    return show(given, sees)


async def _ready_to_pass_on(
    input_id: str, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> tuple[StaffInput, Viewer]:
    given, sees = await ready("pass-on-input", input_id, actor=actor, work=work, clock=clock)
    if given.state is not InputState.RECEIVED:
        raise OutOfDate(already(show(given, sees)))
    if not may_pass_on(given, sees):
        raise Refusal(
            f"You answer staff input yourself, so there is nobody to pass {given.label} on to. "
            "Answer it, put it on the agenda, or say not now."
        )
    return given, sees
