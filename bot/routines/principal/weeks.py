"""A school leader's week: what happened beside their own plan, and the plan for the next one."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages import principal as wording
from bot.messages.home import HomeShare
from bot.messages.principal import MOST, Week, WeekAhead
from bot.model.calendar import A_DAY
from bot.model.leader_weeks import LeaderWeek
from bot.model.people import Actor
from bot.model.strategies import term_of
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.requests import Command, Nothing
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

A_WEEK, FRIDAY = timedelta(days=7), timedelta(days=4)
RUNS = 6
GONE = "This team is no longer there. Please choose again."
OVER = "This week is over. Plan the next one: My week"
Count = Annotated[int | None, Field(ge=0, le=MOST)]


class PlanWeek(Command):
    monday: date
    walkthroughs: Count = None
    checkins: Count = None
    visits: Count = None


class VisitedTeam(Command):
    team: str


class QuietMondays(Command):
    """No list on Mondays for the rest of the term."""


async def my_week(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Week:
    """Their own and nobody else's: there is no way to name another person."""
    permit(actor, "my-week")
    sees = await viewer(actor, work=work, clock=clock)
    return await week_of(actor.person_id, monday_of(sees.today), sees, work)


async def prepare_plan(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> WeekAhead:
    permit(actor, "plan-week")
    sees = await viewer(actor, work=work, clock=clock)
    monday = monday_of(sees.today) + A_WEEK
    return WeekAhead(monday, await _kept(actor.person_id, monday, work))


async def plan(command: PlanWeek, *, actor: Actor, work: UnitOfWork, clock: Clock) -> WeekAhead:
    permit(actor, "plan-week")
    sees = await viewer(actor, work=work, clock=clock)
    monday = monday_of(command.monday)
    if monday < monday_of(sees.today):
        raise OutOfDate(OVER)
    week = await _own(actor.person_id, monday, work)
    week.walkthroughs, week.checkins, week.visits = command.walkthroughs, command.checkins, command.visits
    return WeekAhead(monday, week)


async def prepare_visit(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> dict[str, str]:
    permit(actor, "visited-team")
    return {team.key: team.name for team in (await work.people.roster()).teams}


async def visited(command: VisitedTeam, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Week:
    permit(actor, "visited-team")
    sees = await viewer(actor, work=work, clock=clock)
    team = sees.roster.team(command.team)
    if team is None:
        raise Refusal(GONE, field="team")
    monday = monday_of(sees.today)
    week = await _own(actor.person_id, monday, work)
    week.visited = (*week.visited, team.key)
    await work.flush()
    return await week_of(actor.person_id, monday, sees, work, f"Noted: {team.name}.")


async def quiet_mondays(command: QuietMondays, *, actor: Actor, work: UnitOfWork, clock: Clock) -> date:
    permit(actor, "quiet-mondays")
    sees = await viewer(actor, work=work, clock=clock)
    school = sees.roster.school
    _, until = term_of(school.first_day, school.last_day, sees.today)
    (await _own(actor.person_id, monday_of(sees.today), work)).quiet_until = until
    return until


def monday_of(day: date) -> date:
    return day - day.weekday() * A_DAY


async def week_of(person: str, monday: date, sees: Viewer, work: UnitOfWork, done: str = "") -> Week:
    """What the bot knows of a week up to now: meetings that ran, own visits, 1:1s that took place."""
    last = monday + FRIDAY + 2 * A_DAY
    runs = [run for run in await work.live.latest(RUNS) if run.ended_at and monday <= run.day <= last]
    visits = [
        visit
        for window in await work.walkthroughs.windows()
        if window.opens <= last and monday <= window.closes
        for visit in await work.walkthroughs.visits(window.id)
    ]
    mine = [one for one in visits if one.observer == person and one.day and monday <= one.day <= last]
    series = [one for one in await work.checkins.of_person(person) if one.leader == person]
    diary = await work.checkins.diary(series, sees.calendar, sees.today)
    around = (one for each in series for one in diary.occurrences(each, monday - 3 * A_WEEK, last + A_WEEK))
    held = [one for one in around if monday <= one.on <= last and one.ends_at <= sees.now]
    plan = await _kept(person, monday, work)
    names = (sees.roster.team(key) for key in (plan.visited if plan else ()))
    return Week(
        monday,
        plan,
        sum(round(run.length.total_seconds() / 60) for run in runs),
        len(mine),
        len(held),
        [team.name for team in names if team],
        done,
    )


async def _kept(person: str, monday: date, work: UnitOfWork) -> LeaderWeek | None:
    return next((one for one in await work.leader_weeks.of(person) if one.monday == monday), None)


async def _own(person: str, monday: date, work: UnitOfWork) -> LeaderWeek:
    found = await _kept(person, monday, work)
    if found is None:
        found = LeaderWeek(school=work.school, person=person, monday=monday)
        work.leader_weeks.add(found)
    return found


async def home(sees: Viewer, *, work: UnitOfWork) -> HomeShare:
    if not may(sees.actor, "my-week"):
        return HomeShare()
    return HomeShare(sections=(wording.section(),))
