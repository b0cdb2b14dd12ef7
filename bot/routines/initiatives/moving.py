"""Initiatives begin, move through their stages, and end with what was learned."""

from typing import Annotated

from pydantic import Field

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.initiatives import ASK, LINE, NAME, STAGES, Desk, Load
from bot.model.initiatives import Initiative, Stage, StageStep
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.initiatives.looking import load_of
from bot.routines.nameless import name_nobody
from bot.routines.requests import Command, Nothing, Question
from bot.routines.viewer import viewer
from storage.unit_of_work import UnitOfWork

NO_SUCH = "I do not find this initiative. /ilt load shows what there is."
OVER = "This initiative has ended already."
NO_STRATEGY = "Every initiative belongs to a strategy, and none is at work. See: /ilt strategies"
GONE = "This strategy or team is no longer there. Please choose again."
WHAT_SUPPORT = "Support was passed over. What help did people get? “None” is an answer too."
THERE = "It is there already. Choose where it goes next."


class AboutInitiative(Question):
    initiative: str


class NewInitiative(Command):
    name: Annotated[str, Field(min_length=3, max_length=NAME)]
    strategy: str
    ask: Annotated[str, Field(min_length=10, max_length=ASK)]
    teams: Annotated[tuple[str, ...], Field(min_length=1)]


class MoveInitiative(Command):
    initiative: str
    stage: Stage
    support: Annotated[str, Field(max_length=LINE)] = ""


class EndInitiative(Command):
    initiative: str
    learned: Annotated[str, Field(min_length=3, max_length=LINE)]


async def prepare_new(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Desk:
    permit(actor, "new-initiative")
    roster = await work.people.roster()
    strategies = {one.key: one.name for one in await work.strategies.active()}
    if not strategies:
        raise Refusal(NO_STRATEGY)
    return Desk(strategies, {team.key: team.name for team in roster.teams})


async def prepare_move(
    question: AboutInitiative, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Initiative:
    permit(actor, "move-initiative")
    return await _open(question.initiative, work)


async def prepare_end(
    question: AboutInitiative, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Initiative:
    permit(actor, "end-initiative")
    return await _open(question.initiative, work)


async def begin(command: NewInitiative, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Load:
    permit(actor, "new-initiative")
    sees = await viewer(actor, work=work, clock=clock)
    teams = [team.key for team in sees.roster.teams if team.key in command.teams]
    if command.strategy not in {one.key for one in await work.strategies.active()}:
        raise Refusal(GONE, field="strategy")
    if len(teams) < len(set(command.teams)):
        raise Refusal(GONE, field="teams")
    name_nobody({"name": command.name, "ask": command.ask}, sees.roster)
    initiative = Initiative(
        school=work.school,
        number=await work.numbers.next("initiative"),
        name=command.name,
        strategy=command.strategy,
        ask=command.ask,
        teams=tuple(teams),
        started_on=sees.today,
        steps=(StageStep(sees.today, Stage.ANALYSIS),),
    )
    work.initiatives.add(initiative)
    await work.flush()
    return await load_of(sees, work, f"{initiative.label} is there. It begins with analysis.")


async def move(command: MoveInitiative, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Load:
    """Bring it to a stage. When it passes over support, what help was given is asked, once (R-077)."""
    permit(actor, "move-initiative")
    sees = await viewer(actor, work=work, clock=clock)
    initiative = await _open(command.initiative, work)
    name_nobody({"support": command.support}, sees.roster)
    if initiative.lacks_support(command.stage) and not command.support:
        raise Refusal(WHAT_SUPPORT, field="support")
    if not initiative.move(command.stage, sees.today):
        raise Refusal(THERE, field="stage")
    initiative.support = command.support or initiative.support
    done = f"{initiative.label} moved on: {STAGES[command.stage]}."
    return await load_of(sees, work, done)


async def end(command: EndInitiative, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Load:
    permit(actor, "end-initiative")
    sees = await viewer(actor, work=work, clock=clock)
    initiative = await _open(command.initiative, work)
    name_nobody({"learned": command.learned}, sees.roster)
    initiative.end(sees.today, command.learned)
    return await load_of(sees, work, f"{initiative.label} has ended. Staff are no longer asked for it.")


async def _open(initiative_id: str, work: UnitOfWork) -> Initiative:
    found = await work.initiatives.find(initiative_id)
    if found is None:
        raise NotFound(NO_SUCH)
    if found.ended_on is not None:
        raise OutOfDate(OVER)
    return found
