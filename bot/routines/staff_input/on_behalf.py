"""A rep speaks for the team: how many agreed, and nobody's name."""

from typing import Annotated

from pydantic import Field

from bot.errors import Refusal
from bot.messages.staff_input import on_behalf as wording
from bot.messages.staff_input.on_behalf import Room
from bot.messages.staff_input.shown import Shown
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.people import Actor, Seat, Team
from bot.model.staff_input import LONGEST_SEE, LONGEST_SUGGEST, Mode, Need, Scope, StaffInput, Topic, owner
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing
from bot.routines.staff_input.anonymous import NOBODY_ANSWERS
from bot.routines.staff_input.showing import show
from bot.routines.staff_input.telling import hand_over, promised
from bot.routines.viewer import viewer
from storage.unit_of_work import UnitOfWork

NO_TEAM = "You do not speak for a team at the moment. Say it for yourself: /ilt input."
TOO_MANY = "More agreed than were there. Change one of the two numbers."

Count = Annotated[int, Field(ge=1, le=wording.MOST)]


class GiveForTeam(Command):
    """What a team sees, of whom so many were there. `credit`: the team agreed to be named."""

    see: Annotated[str, Field(min_length=1, max_length=LONGEST_SEE)]
    suggest: Annotated[str, Field(max_length=LONGEST_SUGGEST)] = ""
    agreed: Count
    present: Count
    topic: Topic = Topic.OTHER
    needs: tuple[Need, ...] = ()
    credit: bool = False


async def opening(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Room:
    permit(actor, "team-input")
    sees = await viewer(actor, work=work, clock=clock)
    team = _team(sees.roster, actor.person_id)
    return Room(team.name, len(sees.roster.members(team.key)), promised(sees))


async def give(command: GiveForTeam, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shown:
    """Keep what the team sees under its rep's number, and hand it on without anybody's name."""
    permit(actor, "team-input")
    sees = await viewer(actor, work=work, clock=clock)
    team, first_by = _team(sees.roster, actor.person_id), promised(sees)
    if command.agreed > command.present:
        raise Refusal(TOO_MANY, field="agreed")
    given = StaffInput(
        school=work.school,
        number=await work.numbers.next("input"),
        author=actor.person_id,
        team=team.key,
        carrier=None,
        mode=Mode.NAMED,
        topic=command.topic,
        needs=command.needs,
        scope=Scope.MY_TEAM,
        see=command.see,
        suggest=command.suggest,
        credit=command.credit,
        received_at=sees.now,
        agreed=command.agreed,
        present=command.present,
    )
    if owner(given, sees.roster) is None:
        raise Refusal(NOBODY_ANSWERS)
    await work.inputs.keep(given)
    mine = show(given, sees)
    await work.outbox.post(
        Audience.person(given.author),
        wording.receipt(mine, first_by),
        key=f"input/{given.id}/receipt",
        due_at=sees.now,
        if_unknown="again",
    )
    await hand_over(given, sees, work=work, event="received")
    return mine


def _team(roster: Roster, person: str) -> Team:
    """The team that this person speaks for, their own first. Raises `Refusal` when there is none."""
    own = roster.team_of(person)
    for team in ([own] if own else []) + list(roster.teams):
        if person in {one.id for one in roster.seated(team.key, Seat.REP, Seat.LEAD)}:
            return team
    raise Refusal(NO_TEAM)
