"""The communication plan: who passes a decision on, and a word to whoever tells those beyond the channels."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated

from pydantic import Field

from bot.errors import Refusal
from bot.messages.decisions import passing_on as wording
from bot.messages.decisions.passing_on import BEYOND, NOT_SHARED, Plan, PlanDesk, beyond, team
from bot.model.audiences import Audience
from bot.model.decisions import Decision
from bot.model.decisions_record import Beyond
from bot.model.everybody import Roster
from bot.model.people import Actor, Person, Role, Seat
from bot.ports import Clock
from bot.routines.decisions.shown import open_record, opening, telling
from bot.routines.requests import Command, Question
from bot.routines.viewer import viewer
from storage.unit_of_work import UnitOfWork

GONE = "This person no longer works here. Please choose again."


class RelayToPlan(Question):
    decision: str


class PlanRelay(Command):
    """`audiences` are those whom no channel reaches, `tellers` who tells them; `leads` are relay leads of
    teams, of which the form shows the one of `team`."""

    decision: str
    audiences: tuple[Beyond, ...] = ()
    tellers: dict[str, str | None] = Field(default_factory=dict)
    team: str | None = None
    leads: dict[str, str | None] = Field(default_factory=dict)
    not_shared: Annotated[str, Field(max_length=NOT_SHARED)] = ""


async def prepare_plan(question: RelayToPlan, *, actor: Actor, work: UnitOfWork, clock: Clock) -> PlanDesk:
    decision = await open_record(question.decision, "plan-relay", actor=actor, work=work)
    roster = await work.people.roster()
    return PlanDesk(
        await telling(decision, roster, work),
        tellers(roster),
        await work.decisions.tellers(decision.id),
    )


def tellers(roster: Roster) -> Mapping[str, str]:
    """Who may pass a decision on: the ILT, administrators, and whoever speaks for a team; by id."""
    held = roster.holders(Role.ILT_MEMBER, Role.SCHOOL_LEADER, Role.DEPUTY)
    seated = [one for team in roster.teams for one in roster.seated(team.key, Seat.REP, Seat.LEAD)]
    return {person.id: person.name for person in [*held, *seated]}


async def plan_relay(command: PlanRelay, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Plan:
    """Keep who passes it on. Nobody beyond the channels is left without a person who tells them (R-109)."""
    decision = await open_record(command.decision, "plan-relay", actor=actor, work=work)
    sees = await viewer(actor, work=work, clock=clock)
    known = await work.decisions.tellers(decision.id)
    named = {to: who for to, who in known.items() if to in map(team, decision.teams)}
    check(command, decision, sees.roster)
    for key, who in command.leads.items():
        if who:
            named[team(key)] = who
    for whom in command.audiences:
        named[beyond(whom)] = command.tellers.get(whom) or ""
    decision.not_shared = command.not_shared
    await work.decisions.let_tell(decision.id, named)
    if decision.relayed_at is not None:
        new, at = {to: who for to, who in named.items() if to not in known}, opening(sees.calendar, sees.now)
        await ask_tellers(decision, new, sees.roster, due_at=at, work=work)
    return await plan_of(decision, named, sees.roster, work)


def check(command: PlanRelay, decision: Decision, roster: Roster) -> None:
    """Everybody named works here, and everybody ticked has somebody who tells them."""
    people = tellers(roster)
    for whom in command.audiences:
        if not command.tellers.get(whom):
            raise Refusal(wording.ASK_FOR_A_PERSON, field=f"tellers.{whom}")
    for field, chosen in (("tellers", command.tellers), ("leads", command.leads)):
        for key, who in chosen.items():
            if who and who not in people:
                raise Refusal(GONE, field=f"{field}.{key}")
    if not set(command.leads) <= set(decision.teams):
        raise Refusal("It does not touch this team. Please choose again.", field="team")


async def plan_of(decision: Decision, named: Mapping[str, str], roster: Roster, work: UnitOfWork) -> Plan:
    """Who passes it on: in a team its rep where nobody else is named."""
    told = await telling(decision, roster, work)
    return Plan(
        told,
        tuple((told.team(key), relay_lead(key, named, roster)) for key in decision.teams),
        tuple((BEYOND[whom], told.at_work(named[to])) for whom in Beyond if (to := beyond(whom)) in named),
    )


def relay_lead(key: str, named: Mapping[str, str], roster: Roster) -> str:
    chosen = roster.person(named.get(team(key), ""))
    speaker = chosen if chosen is not None and chosen.active else roster.speaker_for(key)
    return speaker.name if speaker else "nobody now"


async def speakers(decisions: Sequence[Decision], roster: Roster, work: UnitOfWork) -> dict[str, Person]:
    """Who passes these decisions on in each team they touch: the relay lead named for one, else the rep."""
    found: dict[str, Person] = {}
    tellers = await work.decisions.tellers_of([decision.id for decision in decisions])
    for decision in decisions:
        named = tellers.get(decision.id, {})
        for key in decision.teams:
            speaker = _lead(key, named, roster) or found.get(key) or roster.speaker_for(key)
            if speaker is not None:
                found[key] = speaker
    return found


def speaker(key: str, named: Mapping[str, str], roster: Roster) -> Person | None:
    """Who passes one decision on in this team: whom somebody `named` for it, else its rep."""
    return _lead(key, named, roster) or roster.speaker_for(key)


def _lead(key: str, named: Mapping[str, str], roster: Roster) -> Person | None:
    lead = roster.person(named.get(team(key), ""))
    return lead if lead is not None and lead.active else None


async def ask_tellers(
    decision: Decision, named: Mapping[str, str], roster: Roster, *, due_at: datetime, work: UnitOfWork
) -> None:
    """A word to each person who tells those whom no channel reaches, now that it is out; once each. What
    families may read is approved first (`bot.routines.relay.families`)."""
    told = await telling(decision, roster, work)
    for whom in Beyond:
        person = roster.person(named.get(beyond(whom), ""))
        if whom is Beyond.FAMILIES or person is None or not person.active:
            continue
        await work.outbox.post(
            Audience.person(person.id),
            wording.please_tell(told, whom),
            key=f"decision/{decision.id}/tell/{whom}/{person.id}",
            due_at=due_at,
            reason=f"decision:{decision.id}",
        )
