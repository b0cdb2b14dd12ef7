"""Teams that meet, plan to, or do not exist any more: said by their lead (R-019)."""

from datetime import date

from bot.errors import NotFound, OutOfDate, Refusal
from bot.messages.seats import teams as wording
from bot.messages.seats.teams import OneTeam
from bot.model.audiences import Audience
from bot.model.people import Actor, Relation, Role, Seat, Team
from bot.model.seats import TeamMeeting
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command, Question
from bot.routines.seats.sheets import moment, tell
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

NOT_YOURS = "I cannot find a team of that name that you lead."


class LogTeamMeeting(Command):
    """The team met: on `day`, or today."""

    team: str
    day: date | None = None


class WhichTeam(Question):
    team: str


class PlanTeamMeeting(Command):
    team: str
    day: date


class RetireTeam(Command):
    team: str


async def _led(key: str, verb: str, sees: Viewer) -> Team:
    """The team, if this person leads it."""
    leads = [person.id for person in sees.roster.seated(key, Seat.LEAD)]
    team = next((one for one in sees.roster.teams if one.key == key), None)
    if team is None or sees.actor.person_id not in leads:
        raise NotFound(NOT_YOURS)
    permit(sees.actor, verb, Relation.AUTHOR)
    return team


async def log(command: LogTeamMeeting, *, actor: Actor, work: UnitOfWork, clock: Clock) -> OneTeam:
    """Note that the team met; noting the same day twice is once."""
    sees = await viewer(actor, work=work, clock=clock)
    team = await _led(command.team, "log-team-meeting", sees)
    day = command.day or sees.today
    if day > sees.today:
        raise Refusal("That day is still ahead. Plan it instead.", field="day")
    await _note(team.key, day, True, work)
    return OneTeam(team.key, team.name, day=day)


async def which(question: WhichTeam, *, actor: Actor, work: UnitOfWork, clock: Clock) -> OneTeam:
    """The team to plan for, and the school day a week from now."""
    sees = await viewer(actor, work=work, clock=clock)
    team = await _led(question.team, "plan-team-meeting", sees)
    return OneTeam(team.key, team.name)


async def plan(command: PlanTeamMeeting, *, actor: Actor, work: UnitOfWork, clock: Clock) -> OneTeam:
    """Note a day on which the team plans to meet; the lead is asked the school day after."""
    sees = await viewer(actor, work=work, clock=clock)
    team = await _led(command.team, "plan-team-meeting", sees)
    if command.day < sees.today:
        raise Refusal("Please choose a day that is still ahead.", field="day")
    if not sees.calendar.is_school_day(command.day):
        raise Refusal("There is no school that day. Choose a school day.", field="day")
    await _note(team.key, command.day, False, work)
    return OneTeam(team.key, team.name, day=command.day)


async def _note(team: str, day: date, happened: bool, work: UnitOfWork) -> None:
    known = [one for one in await work.seats.team_meetings(day) if (one.team, one.day) == (team, day)]
    for one in known:
        one.happened = one.happened or happened
    if not known:
        work.seats.add(TeamMeeting(school=work.school, team=team, day=day, happened=happened))


async def retire(command: RetireTeam, *, actor: Actor, work: UnitOfWork, clock: Clock) -> OneTeam:
    """Take a team out of every list; the school leader is told and can bring it back."""
    sees = await viewer(actor, work=work, clock=clock)
    team = await _led(command.team, "retire-team", sees)
    changing = (await work.people.to_change()).team(team.key)
    if changing is not None:
        changing.retired = True
    gone = OneTeam(team.key, team.name, by=sees.roster.name(actor.person_id))
    for leader in sees.roster.holders(Role.SCHOOL_LEADER):
        key = f"team/{team.key}/retired/{leader.id}/{moment(sees.now)}"
        await tell(leader.id, wording.was_retired(gone), key, sees=sees, work=work)
    return gone


async def restore(command: RetireTeam, *, actor: Actor, work: UnitOfWork, clock: Clock) -> OneTeam:
    """Bring a retired team back as it was."""
    permit(actor, "restore-team")
    team = (await work.people.to_change()).team(command.team)
    if team is None:
        raise NotFound("I cannot find that team.")
    if not team.retired:
        raise OutOfDate(f"{team.name} is there already.")
    team.retired = False
    return OneTeam(team.key, team.name)


def lead_of(team: Team, sees: Viewer) -> Audience | None:
    """Where a team's lead is reached; None when it has none."""
    leads = sees.roster.seated(team.key, Seat.LEAD)
    return Audience.person(leads[0].id) if leads else None
