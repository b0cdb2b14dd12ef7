"""Anonymous input reaches whoever answers it in mixed batches, at moments that have nothing to do with it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from functools import partial

from bot.messages.staff_input import batches as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import A_DAY, SchoolCalendar
from bot.model.settings import RoutineName
from bot.model.staff_input import AnonymousState, week_of
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

ENOUGH = 3
"""So many are shown on the same day; fewer wait for the next school morning."""

MIDDAY = time(13, 0)
AN_HOUR = A_DAY / 24


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """Every school morning and midday, whether anything waits or not: the moment tells nothing."""
    calendar, roster = await work.calendar.whole(), await work.people.roster()
    reader = roster.triager()
    if reader is None:
        return []
    moments = [one for one in _moments(calendar, after, until) if after < one[1] <= until]
    decided = await work.jobs.decided([_key(day, at) for day, at, _ in moments])
    undecided = [one for one in moments if _key(one[0], one[1]) not in decided]
    something = bool(await work.anonymous.waiting())
    return [
        Due(
            key=_key(day, at),
            at=at,
            what="Anonymous input is shown in a mixed batch",
            why="the next school morning, or three that wait",
            audience=Audience.person(reader.id),
            act=partial(_show, day, is_morning, calendar, work),
            stale_at=at + AN_HOUR,
            group="input/anonymous",
            if_unknown="again",
            speaks=something and place == 0,
        )
        for place, (day, at, is_morning) in enumerate(undecided)
    ]


def _moments(
    calendar: SchoolCalendar, after: datetime, until: datetime
) -> Iterator[tuple[date, datetime, bool]]:
    for day in calendar.school_days(calendar.today(after), calendar.today(until)):
        yield day, calendar.at(day, calendar.morning), True
        yield day, calendar.at(day, MIDDAY), False


def _key(day: date, at: datetime) -> str:
    return f"input/anonymous/{day}/{at:%H%M}"


async def _show(day: date, is_morning: bool, calendar: SchoolCalendar, work: UnitOfWork) -> Message | None:
    """Let the batch out and say how many came; on the first school morning of a week, how many still wait."""
    settings = await work.settings.now()
    if RoutineName.INPUT in settings.off or settings.quiet_since is not None:
        return None
    work.anonymous.leave_no_trace()
    fresh = await work.anonymous.waiting()
    if not is_morning and len(fresh) < ENOUGH:
        return None
    for one in fresh:
        one.state = AnonymousState.RECEIVED
    await work.flush()
    owed = sum(one.awaits_outcome(day) for one in await work.anonymous.unsettled())
    is_first = not any(calendar.school_days(week_of(day), day - A_DAY))
    return wording.news(len(fresh), owed) if fresh or (owed and is_first and is_morning) else None
