"""What a change of the calendar would bring, looked at before it is made."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.model.calendar import SchoolCalendar
from bot.model.calendar_changes import CalendarChange, changed, lost
from bot.model.meetings import Meeting
from bot.routines.calendar.following import displaced_by
from bot.routines.calendar.pairs import new_dates
from bot.routines.meetings.suggestions import plan_of
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

LOOK_AHEAD = timedelta(days=30)


@dataclass(frozen=True)
class Effects:
    """`moved` counts the messages of the next month that come at another moment. Of pairs only the owners
    are told what changes for them, so here it is only whether any learning cycle does."""

    lost: tuple[date, ...]
    moved: int
    meetings: tuple[Meeting, ...]
    redates_cycles: bool
    calendar: SchoolCalendar


async def effects_of(change: CalendarChange, *, work: UnitOfWork, now: datetime) -> Effects:
    """Look at the world as if the change were made. Nothing is changed."""
    before = await work.calendar.whole()
    after = changed(before, change.days)
    gone = lost(before, after, (entry.day for entry in change.days))
    days = {entry.day for entry in change.days}
    planned = [one for one in await _due(work, now) if before.today(one.at) in days]
    with work.calendar.as_if(after):
        still = {(one.key, one.at) for one in await _due(work, now)}
        meetings = tuple(displaced_by(gone, await plan_of(work), now))
    roster = await work.people.roster()
    redates = bool(await new_dates(before, after, roster, work))
    moved = sum((one.key, one.at) not in still for one in planned if one.speaks)
    waiting = [one for one in await work.postponing.waiting(now) if before.today(one.due_at) in set(gone)]
    return Effects(tuple(gone), moved + len(waiting), meetings, redates, after)


async def _due(work: UnitOfWork, now: datetime) -> list[Due]:
    from bot.routines import checkins, cycles, decisions, meetings, staff_input, walkthroughs

    nouns = (staff_input, meetings, decisions, walkthroughs, checkins, cycles)
    return [one for noun in nouns for one in await noun.due(work, now, now + LOOK_AHEAD)]
