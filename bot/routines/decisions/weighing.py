"""Completing the record of a decision: other options, and the needs behind it (R-091, R-096)."""

from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate
from bot.messages.decisions.weighing import ALTERNATIVES, NEED, Noted
from bot.messages.decisions.words import Telling
from bot.model.decisions_record import Gap, say_none, stop_of, without_none
from bot.model.people import Actor
from bot.ports import Clock
from bot.routines.decisions.shown import open_record, rewrite, telling
from bot.routines.requests import Command, Question
from bot.routines.viewer import viewer
from storage.unit_of_work import UnitOfWork

ASKED_ALREADY = "That is noted already. To write something about it, press Options and needs."


class DecisionToWeigh(Question):
    decision: str


class WeighDecision(Command):
    decision: str
    alternatives: Annotated[str, Field(max_length=ALTERNATIVES)] = ""
    student_need: Annotated[str, Field(max_length=NEED)] = ""
    teacher_need: Annotated[str, Field(max_length=NEED)] = ""


class NothingThere(Command):
    """There is nothing to write about this: `alternatives`, a need, or `stops.` and the key of a team."""

    decision: str
    about: Annotated[str, Field(max_length=80)]


async def prepare_weighing(
    question: DecisionToWeigh, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Telling:
    """The decision with what its record says so far."""
    decision = await open_record(question.decision, "weigh-decision", actor=actor, work=work)
    return await telling(decision, await work.people.roster(), work)


async def weigh(command: WeighDecision, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Noted:
    """Keep what was weighed and whose need is behind it; what was left empty is asked once."""
    decision = await open_record(command.decision, "weigh-decision", actor=actor, work=work)
    written = [gap for gap in Gap if getattr(command, gap)]
    for gap in Gap:
        setattr(decision, gap, getattr(command, gap))
    without_none(decision, written)
    if decision.is_public:
        await rewrite(decision, await viewer(actor, work=work, clock=clock), work)
    return Noted(decision)


async def say_nothing_there(command: NothingThere, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Noted:
    """Note that there is none of it, which the record then says; a second press changes nothing."""
    decision = await open_record(command.decision, "nothing-there", actor=actor, work=work)
    known = {*Gap, *(stop_of(team) for team in decision.teams)}
    if command.about not in known:
        raise OutOfDate(ASKED_ALREADY)
    if say_none(decision, command.about) and decision.is_public:
        await rewrite(decision, await viewer(actor, work=work, clock=clock), work)
    return Noted(decision, command.about)
