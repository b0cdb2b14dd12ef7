"""Collecting evidence now: the short question in the channels of a decision, whenever somebody wants it."""

from dataclasses import dataclass
from datetime import date

from bot.errors import OutOfDate, Refusal
from bot.messages.relay import going as wording
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead
from bot.model.decisions import Decision, DecisionState
from bot.model.going import OPEN_FOR, GoingRound
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.decisions.shown import author, found, key
from bot.routines.relay.going import ends
from bot.routines.requests import Command
from bot.routines.viewer import viewer
from storage.unit_of_work import UnitOfWork

RUNS = "The teams are being asked already. The result comes to the thread of the decision."
NO_CHANNEL = "None of its teams has a channel to ask in. Press Review, and say what you know of it."
OVER = "This decision no longer stands, so nobody is asked about it. See: /ilt decisions"
NO_DAYS = "The calendar has no school days left to ask on. Press Review instead."


class CollectEvidence(Command):
    decision: str


@dataclass(frozen=True, slots=True)
class Collecting:
    decision: Decision
    asked: GoingRound


async def collect(command: CollectEvidence, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Collecting:
    """Ask its teams how it goes, from the next school morning on, for three school days; once at a time."""
    decision = await found(command.decision, actor=actor, work=work)
    permit(actor, "collect-evidence", *author(decision, actor))
    if decision.state is not DecisionState.RELAYED:
        raise OutOfDate(OVER)
    if any(one.decision == decision.id for one in await work.relay.open_rounds()):
        raise OutOfDate(RUNS)
    sees = await viewer(actor, work=work, clock=clock)
    teams = tuple(team.key for team in sees.roster.teams if team.key in decision.teams and team.channel)
    if not teams:
        raise Refusal(NO_CHANNEL)
    try:
        at = sees.calendar.next_morning(sees.now)
        opens = sees.calendar.today(at)
        closes = sees.calendar.shift(opens, OPEN_FOR)
    except NoSchoolAhead as error:
        raise Refusal(NO_DAYS) from error
    if await work.relay.round_of(decision.id, opens) is not None:
        raise OutOfDate(RUNS)
    asked = await _opened(decision, teams, opens, closes, work)
    for team in teams:
        await work.outbox.post(
            Audience.team(team),
            wording.question(decision, asked),
            key=f"relay/going/{decision.id}/{opens}/{team}",
            due_at=at,
            stale_at=ends(closes, sees.calendar),
            thread=key(decision, team),
            reason=f"going:{decision.id}/{opens}",
        )
    return Collecting(decision, asked)


async def _opened(
    decision: Decision, teams: tuple[str, ...], opens: date, closes: date, work: UnitOfWork
) -> GoingRound:
    asked = GoingRound(
        school=work.school, decision=decision.id, teams=teams, opens_on=opens, closes_on=closes
    )
    work.relay.add(asked)
    await work.flush()
    return asked
