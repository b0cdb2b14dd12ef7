"""Giving an input to the one team it is about (R-067)."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from bot.messages.agenda_items import routing as wording
from bot.messages.agenda_items.routing import LONGEST_WORDS, Routing, Went
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.model.staff_input import Mode, who_sees_a_name
from bot.ports import Clock
from bot.routines.meetings.elsewhere import offer, team_and_lead
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Command, Question
from bot.routines.staff_input import answering, triage
from bot.routines.staff_input.agenda import take_off, take_off_anonymous
from bot.routines.staff_input.telling import tell_author
from storage.unit_of_work import UnitOfWork


class AboutInput(Question):
    input: str


class RouteInput(Command):
    """An input that is about one team only, in the words its lead reads."""

    input: str
    team: str
    words: Annotated[str, Field(min_length=1, max_length=LONGEST_WORDS)]


async def before_routing(question: AboutInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Routing:
    """What the form to route an input shows; a `Refusal` when this person may not, or it is settled."""
    given, sees = await triage.ready("route-input", question.input, actor=actor, work=work, clock=clock)
    return Routing(given.label, given.passed_see or given.see, teams_of(sees.roster), given.team)


async def route(command: RouteInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Went:
    """Give an input to the lead of the one team it is about, and tell its sender where it went.

    The lead reads the sender's name only when the sender was told so at the time.
    """
    given, sees = await triage.ready("route-input", command.input, actor=actor, work=work, clock=clock)
    team, lead = team_and_lead(command.team, sees.roster, but=given.author, field="team")
    readers = {one.id for one in who_sees_a_name(sees.roster, given.author, given.team)}
    is_known = given.mode is Mode.NAMED and lead.id in readers
    went = Went(given.label, team.name, lead.name)
    await take_off(given, work=work)
    given.route(team.key, f"This is about {team.name}: {lead.name} has it now.", actor.person_id, sees.now)
    thing = f"input/{given.id}"
    by = sees.roster.name(given.author) if is_known else ""
    card = wording.input_for_team(given.label, command.words, team.name, by, thing)
    await offer(lead, card, thing, await plan_of(work), work, sees.now)
    message = wording.sender_routed(given.label, went)
    await tell_author(given, message, sees, work=work, event=f"routed/{sees.now.isoformat()}")
    return went


async def before_routing_anonymous(
    question: AboutInput, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Routing:
    given, sees = await answering.ready(
        "route-anonymous", question.input, actor=actor, work=work, clock=clock
    )
    return Routing(given.label, "", teams_of(sees.roster), None, is_anonymous=True)


async def route_anonymous(command: RouteInput, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Went:
    """The same without a sender: the lead reads the router's words and nothing else."""
    given, sees = await answering.ready("route-anonymous", command.input, actor=actor, work=work, clock=clock)
    team, lead = team_and_lead(command.team, sees.roster, but=actor.person_id, field="team")
    await take_off_anonymous(given, work=work)
    given.route(team.key, f"This is about {team.name}: {lead.name} has it now.")
    thing = f"anonymous/{given.id}"
    card = wording.input_for_team(given.label, command.words, team.name, "", thing)
    await offer(lead, card, thing, await plan_of(work), work, sees.now)
    return Went(given.label, team.name, lead.name, told=False)


def teams_of(roster: Roster) -> Mapping[str, str]:
    return {team.key: team.name for team in roster.teams}
