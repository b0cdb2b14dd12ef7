"""Monday's list and Friday's three lines, for each school leader alone (R-032, R-033)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial

from bot.messages import principal as wording
from bot.messages.cycles.view import PHASES
from bot.messages.dates import day
from bot.messages.principal import Ahead
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import SchoolCalendar
from bot.model.cycles import CycleState, plan
from bot.model.people import Role
from bot.ports import Clock
from bot.routines.meetings.suggestions import plan_of
from bot.routines.principal.weeks import A_WEEK, FRIDAY, monday_of, week_of
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

AT, HALF_AN_HOUR, STALE = time(15), timedelta(minutes=30), timedelta(days=2)


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The two letters of each week that has school, on its first and its last school day."""
    calendar, roster = await work.calendar.whole(), await work.people.roster()
    monday, last = monday_of(calendar.today(after)), calendar.today(until)
    found: list[Due] = []
    while monday <= last:
        days = list(calendar.school_days(monday, monday + FRIDAY))
        for leader in roster.holders(Role.SCHOOL_LEADER) if days else ():
            sees = Viewer(roster.actor(leader.id), roster, calendar, until)
            found += _two(monday, days, sees, work)
        monday += A_WEEK
    return [one for one in found if after < one.at <= until]


def _two(monday: date, days: Sequence[date], sees: Viewer, work: UnitOfWork) -> list[Due]:
    person, calendar = sees.actor.person_id, sees.calendar
    begins, ends = calendar.morning_of(days[0]), _friday(days[-1], calendar)
    key, to = f"leader-week/{person}/{monday.isoformat()}", Audience.person(person)
    return [
        Due(
            key=f"{key}/ahead",
            at=begins,
            what="What this week holds",
            why="the week begins",
            audience=to,
            act=partial(_ahead, monday, sees, work),
            stale_at=begins + STALE,
        ),
        Due(
            key=f"{key}/back",
            at=ends,
            what="Your week, beside your own plan",
            why="the school week ends",
            audience=to,
            act=partial(_back, monday, sees, work),
            stale_at=ends + STALE + STALE,
        ),
    ]


def _friday(last: date, calendar: SchoolCalendar) -> datetime:
    """Three o'clock; on a day that ends sooner, half an hour before it does."""
    return min(calendar.at(last, AT), calendar.at(last, calendar.closes_on(last)) - HALF_AN_HOUR)


async def _back(monday: date, sees: Viewer, work: UnitOfWork) -> Message:
    return wording.week(await week_of(sees.actor.person_id, monday, sees, work))


async def _ahead(monday: date, sees: Viewer, work: UnitOfWork) -> Message | None:
    person, weeks = sees.actor.person_id, await work.leader_weeks.of(sees.actor.person_id)
    if any(one.quiet_until and one.quiet_until >= monday for one in weeks):
        return None
    lines = [
        *await _meetings(monday, sees, work),
        *await _talks(person, monday, sees, work),
        *await _phases(person, monday, sees, work),
        *await _relays(person, monday, work),
    ]
    if lines:
        return wording.ahead(Ahead(lines))
    been = [key for one in weeks for key in one.visited]
    teams = sorted(sees.roster.teams, key=lambda team: (been.count(team.key), team.position))
    return wording.ahead(Ahead((), teams[0].name)) if teams else None


async def _meetings(monday: date, sees: Viewer, work: UnitOfWork) -> list[str]:
    meetings = await plan_of(work)
    open_items = await work.meetings.open_items()
    found = []
    for one in meetings.held(monday, monday + FRIDAY):
        own = sum(item.by == sees.actor.person_id and item.day <= one.day for item in open_items)
        mine = f" Yours on the agenda: {own}." if own else ""
        found.append(f"{day(one.on)}: {one.title}.{mine}")
    return found


async def _talks(person: str, monday: date, sees: Viewer, work: UnitOfWork) -> list[str]:
    series = [one for one in await work.checkins.of_person(person) if one.leader == person]
    diary = await work.checkins.diary(series, sees.calendar, sees.today)
    around = [one for each in series for one in diary.occurrences(each, monday - A_WEEK, monday + A_WEEK)]
    within = sorted((one for one in around if monday <= one.on <= monday + FRIDAY), key=lambda one: one.on)
    return [f"{day(one.on)}: 1:1 with {sees.roster.name(one.series.lead)}." for one in within]


async def _phases(person: str, monday: date, sees: Viewer, work: UnitOfWork) -> list[str]:
    cycles = await work.cycles.open_cycles_of(person)
    mine = [one for one in cycles if one.leader == person and one.state is CycleState.ACTIVE]
    phases = await work.cycles.phases([one.id for one in mine])
    found = []
    for cycle in mine:
        lead = sees.roster.name(cycle.lead)
        for one in plan(cycle, phases[cycle.id], sees.calendar):
            if not one.is_done and monday <= one.due <= monday + FRIDAY:
                found.append(f"{day(one.due)}: {PHASES[one.phase.name].lower()} with {lead}, learning cycle.")
    return found


async def _relays(person: str, monday: date, work: UnitOfWork) -> list[str]:
    found = []
    for one in await work.decisions.to_come():
        if one.sponsor == person or person in (await work.decisions.tellers(one.id)).values():
            found.append(f"{one.label} goes out to staff. You stand behind it.")
    return found


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {}
"""A week is worth a look whatever happens until it is sent."""
