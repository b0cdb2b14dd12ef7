"""What a decision takes from each team, what stops for it, and the ledger of all of them (R-097)."""

from typing import Annotated

from pydantic import Field

from bot.errors import Refusal
from bot.messages.decisions.costing import MINUTES, STOP, Ledger
from bot.messages.decisions.words import Telling
from bot.model.decisions import DecisionState
from bot.model.decisions_ledger import months_from, net_minutes
from bot.model.decisions_record import minutes_of, stop_of, without_none
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.decisions.shown import open_record, rewrite, telling
from bot.routines.requests import Command, Nothing, Question
from bot.routines.viewer import viewer
from storage.unit_of_work import UnitOfWork

MONTHS = 4
Minutes = Annotated[int | None, Field(ge=-MINUTES, le=MINUTES)]


class DecisionToCost(Question):
    decision: str


class CostDecision(Command):
    """Minutes a week and what stops, for teams by key; the form asks about one `team` at a time."""

    decision: str
    team: str = ""
    minutes: dict[str, Minutes] = Field(default_factory=dict)
    stops: dict[str, Annotated[str, Field(max_length=STOP)]] = Field(default_factory=dict)


async def prepare_cost(question: DecisionToCost, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Telling:
    decision = await open_record(question.decision, "cost-decision", actor=actor, work=work)
    return await telling(decision, await work.people.roster(), work)


async def cost(command: CostDecision, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Telling:
    """Keep it. Posts that are out say so from now on; a team that only gives is asked about, once."""
    decision = await open_record(command.decision, "cost-decision", actor=actor, work=work)
    if not {*command.minutes, *command.stops} <= set(decision.teams):
        raise Refusal("It does not touch one of these teams. Please choose again.", field="team")
    decision.minutes_for = {
        team: many for team, many in {**decision.minutes_for, **command.minutes}.items() if many is not None
    }
    decision.stops_for = {
        team: words for team, words in {**decision.stops_for, **command.stops}.items() if words
    }
    without_none(decision, (stop_of(team) for team in decision.stops_for))
    sees = await viewer(actor, work=work, clock=clock)
    if decision.is_public:
        await rewrite(decision, sees, work)
    return await telling(decision, sees.roster, work)


async def give_and_drop(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Ledger:
    """Minutes a month that decisions take and free, by team, for the last four months."""
    permit(actor, "give-and-drop")
    sees = await viewer(actor, work=work, clock=clock)
    decisions = [one for one in await work.decisions.register() if one.is_public]
    months, teams = months_from(sees.today, MONTHS), sees.roster.teams
    rows = net_minutes(decisions, [team.key for team in teams], months, sees.calendar)
    in_force = [one for one in decisions if one.state is DecisionState.RELAYED]
    return Ledger(
        tuple(f"{month:%b}" for month in months),
        tuple((team.name, rows[team.key]) for team in teams if team.key in rows),
        sum(all(minutes_of(one, team) is None for team in one.teams) for one in in_force),
    )
