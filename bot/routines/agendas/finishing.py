"""Finishing an agenda: what the meeting is for, its structure, its scope and its next step."""

from datetime import date
from typing import Annotated

from pydantic import Field

from bot.errors import Refusal
from bot.messages.agendas.forms import DIRECTION, OBJECTIVE, Finishing
from bot.messages.agendas.words import Finished
from bot.model.objectives import is_activity, outcome
from bot.model.people import Actor
from bot.ports import Clock
from bot.routines.agendas.at_hand import at_hand
from bot.routines.meetings.notes import notes_of
from bot.routines.meetings.shapes import templates_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

Objective = Annotated[str, Field(max_length=OBJECTIVE)]
FIELDS = ("first", "second", "third")
AN_ACTIVITY = (
    "Say what you will have at the end, such as “chosen one talk routine”. This says only what you will do."
)
NONE = "Write at least one: what will you have by the end?"


class OpenAgenda(Question):
    """The agenda of a meeting, to be finished."""

    day: date


class FinishAgenda(Command):
    """What the meeting is for; what is left empty is not set."""

    day: date
    first: Objective = ""
    second: Objective = ""
    third: Objective = ""
    template: str = ""
    scope: str = ""
    direction: Annotated[str, Field(max_length=DIRECTION)] = ""


async def prepare(question: OpenAgenda, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Finishing:
    """What the form is drawn from; a `Refusal` for who may not finish it."""
    hand = await at_hand(question.day, "finish-agenda", actor=actor, work=work, clock=clock)
    shapes = [one for one in (await templates_of(work)).all if one.meets]
    return Finishing(await hand.sheet(), shapes, hand.roster.teams)


async def finish(command: FinishAgenda, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Finished:
    """Write down what the meeting is for; an agenda that is out already changes where it was posted."""
    hand = await at_hand(command.day, "finish-agenda", actor=actor, work=work, clock=clock)
    meeting = hand.kept()
    meeting.objectives = objectives_in(command)
    shape = (await templates_of(work)).find(command.template)
    meeting.template = shape.key if shape else None
    meeting.scope = command.scope if hand.roster.team(command.scope) else ""
    meeting.direction = command.direction
    await hand.say_changed(["it says what we will have by the end"])
    sheet = await hand.sheet()
    return Finished(sheet, await notes_of(sheet, hand.roster, work))


def objectives_in(command: Command) -> tuple[str, ...]:
    """The outcomes that were written, in their order; a `Refusal` beside one that is an activity, and beside
    the first when there is none."""
    written = {name: outcome(getattr(command, name)) for name in FIELDS}
    for name, words in written.items():
        if is_activity(words):
            raise Refusal(AN_ACTIVITY, field=name)
    found = tuple(words for words in written.values() if words)
    if not found:
        raise Refusal(NONE, field=FIELDS[0])
    return found
