"""Correcting the words of a decision, in every copy of it that the bot has posted (R-300)."""

from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages.decisions import correcting as wording
from bot.messages.decisions.recording import STATEMENT, STOPS, STUDENTS, WHY
from bot.messages.decisions.words import Telling
from bot.model.decisions import Decision, DecisionState, Step
from bot.model.decisions_life import DecisionChange
from bot.model.people import Actor, Relation
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.decisions import first_steps
from bot.routines.decisions.recording import Change
from bot.routines.decisions.shown import found, rewrite, telling
from bot.routines.requests import Command, Question
from bot.routines.viewer import viewer
from storage.unit_of_work import UnitOfWork

LASTS = (DecisionState.RECORDED, DecisionState.RELAYED)


class DecisionToCorrect(Question):
    decision: str


class CorrectDecision(Command):
    """`version` is how often it had been corrected when the form was opened."""

    decision: str
    version: int = 0
    statement: Annotated[str, Field(min_length=1, max_length=STATEMENT)]
    students: Annotated[str, Field(max_length=STUDENTS)] = ""
    why: Annotated[str, Field(min_length=1, max_length=WHY)]
    changes: dict[str, Change] = Field(default_factory=dict)
    change: Change = ""
    stops: Annotated[str, Field(max_length=STOPS)] = ""


async def prepare_correction(
    question: DecisionToCorrect, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Telling:
    """The decision as it stands, for the form."""
    decision = await correctable(question.decision, actor, work)
    return await telling(decision, await work.people.roster(), work)


async def correct(
    command: CorrectDecision, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> wording.Corrected:
    """Change the words, and let every post about it say the new ones with the date of the correction.

    Dates, teams and who decided stay: what changes those is a new decision that replaces this one.
    """
    decision = await correctable(command.decision, actor, work)
    if command.version != decision.corrections:
        raise OutOfDate(wording.MEANWHILE)
    sees = await viewer(actor, work=work, clock=clock)
    own = {team: words for team in decision.teams if (words := command.changes.get(team, ""))}
    texts = command.model_dump(exclude={"decision", "version", "changes"})
    if not decision.correct({**texts, "changes": own}, sees.today):
        raise Refusal(wording.SAME, field="statement")
    for team in decision.untold():
        name = (await telling(decision, sees.roster, work)).team(team)
        raise Refusal(f"Say what changes for {name}, or what changes in general.", field=f"changes.{team}")
    await first_steps.say_anew(decision, sees, work)
    copies = 0
    if decision.state is DecisionState.RELAYED:
        # How it was worded stays out of its history: a correction may take out what should never be read.
        work.decisions.add(
            DecisionChange(
                school=work.school,
                decision=decision.id,
                step=Step.CORRECT,
                by=actor.person_id,
                at=sees.now,
            )
        )
        copies = await rewrite(decision, sees, work)
    return wording.Corrected(decision, copies)


async def correctable(decision_id: str, actor: Actor, work: UnitOfWork) -> Decision:
    """The decision, if this person may correct it; raises `NotFound`, `NotPermitted` or `OutOfDate`."""
    decision = await found(decision_id, actor=actor, work=work)
    permit(actor, "correct-decision", *([Relation.AUTHOR] if decision.decided_by == actor.person_id else []))
    if decision.state not in LASTS:
        raise OutOfDate(wording.NO_LONGER_STANDS)
    return decision
