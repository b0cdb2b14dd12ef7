"""What walkthroughs do by the clock: the weekly trend, and closing a window."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial

from bot.messages import walkthroughs as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.walkthroughs import Window
from bot.model.walkthroughs.windows import WEEKLY_AT
from bot.ports import Clock
from bot.routines.timetable import Due
from bot.routines.walkthroughs.sheets import looked_for_in_all, meeting_ahead, refresh, trend_of
from storage.unit_of_work import UnitOfWork

A_MOMENT = timedelta(seconds=1)
STALE_AFTER = timedelta(days=5)

REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {}
"""A trend stays true after it is published, so nothing is asked again before it is sent."""


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The weekly trends and the closings of windows between two moments."""
    calendar = await work.calendar.whole()
    windows = await work.walkthroughs.windows()
    found: list[Due] = []
    for window in windows:
        if not window.is_closed:
            found += [*_weekly(window, calendar, work, until), _closing(window, calendar, work, after)]
        found += _closed(window, calendar, work, until)
    return [one for one in found if after < one.at <= until]


def _weekly(window: Window, calendar: SchoolCalendar, work: UnitOfWork, now: datetime) -> Iterator[Due]:
    for day in window.weekly_days(calendar):
        at = calendar.at(day, WEEKLY_AT if calendar.closes > WEEKLY_AT else calendar.morning)
        yield Due(
            key=f"walkthroughs/{window.id}/trend/{day}",
            at=at,
            what="Walkthrough trend",
            why="the school week ends; said only when at least five visits were added",
            audience=Audience.ilt(),
            act=partial(_weekly_trend, window, day, work, now),
            stale_at=at + STALE_AFTER,
        )


def _closing(window: Window, calendar: SchoolCalendar, work: UnitOfWork, after: datetime) -> Due:
    """However long the bot was down, the links to observers are dropped as soon as it is back."""
    return Due(
        key=f"walkthroughs/{window.id}/close/{window.closes}",
        at=max(window.closing_moment(calendar), after + A_MOMENT),
        what="Close the walkthrough window",
        why="its observers, days and notes are dropped",
        speaks=False,
        audience=Audience.ilt(),
        act=partial(_close, window, work),
    )


def _closed(window: Window, calendar: SchoolCalendar, work: UnitOfWork, now: datetime) -> Iterator[Due]:
    try:
        at = calendar.next_morning(calendar.at(window.closes, WEEKLY_AT))
    except NoSchoolAhead:
        return
    yield Due(
        key=f"walkthroughs/{window.id}/closed/{window.closes}",
        at=at,
        what="Last walkthrough trend",
        why="the window has closed",
        audience=Audience.ilt(),
        act=partial(_last_trend, window, work, now),
        stale_at=at + STALE_AFTER,
    )


async def _weekly_trend(window: Window, day: date, work: UnitOfWork, now: datetime) -> Message | None:
    """The trend, when there is news that may be shown."""
    if window.is_closed or not await refresh(window, work=work, day=day):
        return None
    trend = await trend_of(window, work=work)
    return wording.card(trend, await meeting_ahead(work, now)) if trend else None


async def _close(window: Window, work: UnitOfWork) -> None:
    await refresh(window, work=work, day=window.closes)
    window.close(await work.walkthroughs.visits(window.id))
    await work.flush()
    await work.walkthroughs.mix(window.id)


async def _last_trend(window: Window, work: UnitOfWork, now: datetime) -> Message | None:
    """What the window showed in the end; nothing when nobody visited."""
    counted = await work.walkthroughs.counted()
    if not counted.get(window.id):
        return None
    trend = await trend_of(window, work=work)
    looked_for = await looked_for_in_all(window, work)
    return wording.closing(window, looked_for, trend, await meeting_ahead(work, now))
