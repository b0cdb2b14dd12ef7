"""The next weeks as a dated list, for everybody."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.messages.calendar import shown as wording
from bot.messages.home import HomeShare
from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.calendar_changes import DayEntry, entry_of
from bot.model.meetings import Meeting
from bot.model.pd import PdSession
from bot.model.people import Actor
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.calendar.following import closing_day
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Question
from bot.routines.viewer import Viewer, viewer
from storage.unit_of_work import UnitOfWork

WEEKS_SHOWN = timedelta(weeks=8)
AT_HOME = timedelta(weeks=2)


@dataclass(frozen=True)
class CalendarSeen:
    """What somebody sees: the days that are not ordinary, the meetings, and what they may do about it.

    `closing` is the day that "no school" would mean now, for whoever may say so.
    """

    calendar: SchoolCalendar
    today: date
    entries: tuple[DayEntry, ...]
    meetings: tuple[Meeting, ...]
    closing: date | None
    may_change: bool
    next_day: date | None
    pd: tuple[PdSession, ...] = ()


class SeeCalendar(Question):
    """The school's calendar from today on."""


async def see(question: SeeCalendar, *, actor: Actor, work: UnitOfWork, clock: Clock) -> CalendarSeen:
    """The next eight weeks."""
    permit(actor, "calendar")
    return await _seen(await viewer(actor, work=work, clock=clock), work, WEEKS_SHOWN)


async def home(eyes: Viewer, *, work: UnitOfWork) -> HomeShare:
    """The days of the next two weeks that are not ordinary; for leaders, the way to close the school."""
    return wording.share(await _seen(eyes, work, AT_HOME)) if may(eyes.actor, "calendar") else HomeShare()


async def _seen(eyes: Viewer, work: UnitOfWork, ahead: timedelta) -> CalendarSeen:
    until = eyes.today + ahead
    entries = [entry_of(day) for day in await work.calendar.days() if eyes.today <= day.day <= until]
    plan = await plan_of(work)
    shows_meetings = may(eyes.actor, "agenda")
    sessions = [one for one in await work.pd.all() if eyes.today <= one.on <= until]
    try:
        next_day = eyes.calendar.on_or_after(eyes.today)
    except NoSchoolAhead:
        next_day = None
    return CalendarSeen(
        eyes.calendar,
        eyes.today,
        tuple(entries),
        tuple(plan.held(eyes.today, until)) if shows_meetings else (),
        closing_day(eyes.calendar, eyes.now) if may(eyes.actor, "close-school") else None,
        may(eyes.actor, "plan-days"),
        next_day,
        tuple(sessions) if may(eyes.actor, "pd") else (),
    )
