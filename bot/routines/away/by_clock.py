"""Being away begins and ends by the clock, in silence."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, time
from functools import partial

from bot.model.audiences import Audience
from bot.model.away import Away
from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.everybody import Roster
from bot.ports import Clock
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {}
"""Being away writes no letters."""


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The first and the last midnight of everybody's absence; what is overdue is done as soon as may be."""
    calendar = await work.calendar.whole()
    found: list[Due] = []
    for one in await work.away.all():
        begins, ends = calendar.at(one.first, time()), calendar.at(one.last + A_DAY, time())
        if not one.begun:
            found.append(_silent(one, "begin", begins if begins > after else until, partial(_begin, one)))
        found.append(_silent(one, "end", ends if ends > after else until, partial(_end, one, work)))
    return [one for one in found if after < one.at <= until]


def _silent(one: Away, what: str, at: datetime, act: Callable[[], Awaitable[None]]) -> Due:
    return Due(
        key=f"away/{one.id}/{what}/{one.first if what == 'begin' else one.last}",
        at=at,
        what="Somebody is away" if what == "begin" else "Somebody is back",
        why="they said so",
        audience=Audience.person(one.person),
        act=act,
        speaks=False,
    )


async def _begin(one: Away) -> None:
    one.begun = True


async def _end(one: Away, work: UnitOfWork) -> None:
    await work.away.end(one)


def back_at(roster: Roster, calendar: SchoolCalendar, now: datetime) -> Mapping[str, datetime]:
    """Who is away now, and the school morning on which what waited for them is told in one message."""
    today = calendar.today(now)
    here: dict[str, datetime] = {}
    for person, absence in roster.absences.items():
        if absence.first <= today <= absence.last:
            try:
                here[person] = calendar.morning_of(calendar.on_or_after(absence.last + A_DAY))
            except NoSchoolAhead:
                here[person] = calendar.at(absence.last + A_DAY, calendar.morning)
    return here
