"""Somebody on the ILT has left or is away: their roles at the meetings ahead go to the next in turn."""

from datetime import date, datetime

from bot.model.everybody import Roster
from bot.model.meeting_plan import FURTHEST_MOVED, Plan
from bot.model.rotation import RoleHolder
from bot.routines.meetings.roles import tell
from bot.routines.meetings.sheets import sheet_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.meetings.turns import next_in_turn
from storage.unit_of_work import UnitOfWork


async def pass_roles_on(
    person: str, *, work: UnitOfWork, now: datetime, first: date = date.min, last: date = date.max
) -> None:
    """Give each role they hold from a day to a day to their backup, who is told; one that nobody may take
    is vacant."""
    plan = await plan_of(work)
    ahead = await work.meetings.roles_of(person, plan.calendar.today(now) - FURTHEST_MOVED)
    held = [one for one in ahead if first <= plan.on(one.day).on <= last]
    if held:
        roster = await work.people.roster()
        for holder in held:
            await _pass_on(holder, plan, roster, work, now)


async def _pass_on(holder: RoleHolder, plan: Plan, roster: Roster, work: UnitOfWork, now: datetime) -> None:
    meeting = plan.on(holder.day)
    if meeting.ends_at <= now:
        return
    backup = await next_in_turn(holder, plan, roster, work)
    if backup is None:
        await work.meetings.vacate(holder)
        return
    holder.hand_to(backup)
    await work.flush()
    if plan.takes_place(holder.day):
        await tell(await sheet_of(meeting, plan, roster, work, now), holder, plan, work, now)
