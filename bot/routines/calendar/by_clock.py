"""What the calendar does by the clock: nothing of its own. And whether what it asks still has a reason."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime

from bot.model.calendar_changes import ChangeState
from bot.ports import Clock
from bot.routines.calendar.pairs import is_still_lost
from bot.routines.meetings.suggestions import plan_of
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """Nothing: what a change brings is written with the change."""
    return []


async def change_stands(change_id: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether a change was made and not undone."""
    change = await work.calendar.change(change_id)
    return change is not None and change.state is ChangeState.APPLIED


async def meeting_waits(named: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the meeting of "<change>/<day>" still needs a new time."""
    change_id, _, day = named.partition("/")
    if not await change_stands(change_id, work, clock):
        return False
    plan, on = await plan_of(work), date.fromisoformat(day)
    return any(not one.skipped for one in plan.rule(on, on)) and not plan.takes_place(on)


async def check_in_waits(named: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the check-in of "<change>/<series>/<day>" still needs a new time."""
    change_id, series, day = named.split("/")
    if not await change_stands(change_id, work, clock):
        return False
    return await is_still_lost(series, date.fromisoformat(day), work, clock.now())


REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {
    "calendar-change": change_stands,
    "calendar-meeting": meeting_waits,
    "calendar-checkin": check_in_waits,
}
"""What makes a letter about the calendar worth sending, looked up again before it goes out."""
