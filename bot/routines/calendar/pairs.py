"""What a change of the calendar does to what two people have with each other. Nobody else hears of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.messages.calendar import asking
from bot.messages.calendar.asking import LostCheckIn, NewDates
from bot.model.audiences import Audience
from bot.model.calendar import SchoolCalendar
from bot.model.calendar_changes import CalendarChange
from bot.model.checkins import Diary, Occurrence
from bot.model.cycles import CycleState, plan
from bot.model.everybody import Roster
from bot.model.people import the_clock
from bot.routines.checkins.finding import in_step
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

AROUND = timedelta(days=60)
SOON = timedelta(days=14)


async def tell(
    change: CalendarChange,
    before: SchoolCalendar,
    gone: Collection[date],
    *,
    work: UnitOfWork,
    now: datetime,
    at: datetime,
) -> None:
    """Say the new dates of learning cycles once to each owner, and ask pairs whose check-in fell away."""
    roster, after = await work.people.roster(), await work.calendar.whole()
    for person, dates in (await new_dates(before, after, roster, work)).items():
        await work.outbox.post(
            Audience.person(person),
            asking.new_dates(dates, len(gone)),
            key=f"calendar/{change.id}/cycles/{person}",
            due_at=at,
            reason=f"calendar-change:{change.id}",
        )
    for one in await _lost_check_ins(before, gone, roster, work, now):
        for person in (one.series.lead, one.series.leader):
            lost = LostCheckIn(one.series.id, one.day, one.on, roster.name(one.series.other(person)))
            await work.outbox.post(
                Audience.person(person),
                asking.find_another_time(lost),
                key=f"calendar/{change.id}/checkin/{one.series.id}/{one.day}/{person}",
                due_at=at,
                reason=f"calendar-checkin:{change.id}/{one.series.id}/{one.day}",
            )


async def new_dates(
    before: SchoolCalendar, after: SchoolCalendar, roster: Roster, work: UnitOfWork
) -> Mapping[str, Sequence[NewDates]]:
    """The open phases that are due on another day now, for each person all their cycles together."""
    cycles = [one for one in await work.cycles.open_cycles() if one.state is CycleState.ACTIVE]
    phases = await work.cycles.phases([cycle.id for cycle in cycles])
    found: defaultdict[str, list[NewDates]] = defaultdict(list)
    for cycle in cycles:
        old = {one.phase.id: one.due for one in plan(cycle, phases[cycle.id], before)}
        new = [one for one in plan(cycle, phases[cycle.id], after) if not one.is_done]
        moved = tuple((one.phase.name, one.due) for one in new if one.due != old[one.phase.id])
        for person in cycle.pair if moved else ():
            found[person].append(NewDates(roster.name(cycle.other(person)), moved))
    return found


async def _lost_check_ins(
    before: SchoolCalendar, gone: Collection[date], roster: Roster, work: UnitOfWork, now: datetime
) -> list[Occurrence]:
    """The check-ins of the next two weeks that would have been on these days."""
    sees = Viewer(the_clock(work.school), roster, before, now)
    active = in_step([one for one in await work.checkins.all_series() if one.active], sees)
    diary = await work.checkins.diary(active, before, sees.today)
    soon = sees.today + SOON
    near = {day for day in gone if day <= soon}
    return [
        one
        for series in diary.series
        for one in (diary.occurrences(series, sees.today - AROUND, soon) if near else ())
        if one.on in near and one.ends_at > now
    ]


async def is_still_lost(series_id: str, day: date, work: UnitOfWork, now: datetime) -> bool:
    """Whether a check-in still has no time, and nobody skipped it."""
    calendar = await work.calendar.whole()
    series = [one for one in await work.checkins.all_series() if one.id == series_id and one.active]
    diary: Diary = await work.checkins.diary(series, calendar, calendar.today(now))
    return any(diary.occurrence(one, day) is None and not diary.is_skipped(one, day) for one in series)
