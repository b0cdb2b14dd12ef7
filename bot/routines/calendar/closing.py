"""No school tomorrow: one tap, and ten minutes to take it back."""

from datetime import date

from bot.errors import OutOfDate
from bot.messages import dates
from bot.model.calendar import DayKind
from bot.model.calendar_changes import CalendarChange, DayEntry
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.calendar.changing import put_in_force, refuse_a_bad_day
from bot.routines.calendar.following import Followed
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork

NOTE = "Closed"


class CloseSchool(Command):
    """The button says which day it means, since it may be pressed later than it was shown."""

    day: date


async def close_school(command: CloseSchool, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Followed:
    """Close the school for a day: what was due waits for the next school morning."""
    permit(actor, "close-school")
    calendar, now = await work.calendar.whole(), clock.now()
    refuse_a_bad_day(command.day, calendar, now)
    if not calendar.is_school_day(command.day):
        raise OutOfDate(f"{dates.day(command.day)} is a day without school already. Nothing changes.")
    change = CalendarChange(
        school=work.school,
        made_by=actor.person_id,
        made_at=now,
        days=(DayEntry(command.day, DayKind.CLOSURE, NOTE),),
    )
    work.calendar.add(change)
    return await put_in_force(change, actor=actor, work=work, now=now)
