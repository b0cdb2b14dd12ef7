"""Somebody on the ILT has left or is away: their roles at the meetings ahead go to the next in turn."""

from datetime import date, datetime

from bot.model.meetings import FURTHEST_MOVED, Plan
from bot.model.people import Roster
from bot.model.rotation import RoleHolder, backup_for
from bot.routines.meetings.roles import tell
from bot.routines.meetings.sheets import served_before, sheet_of, taking_turns
from bot.routines.meetings.suggestions import plan_of
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
    others = await work.meetings.roles(holder.day)
    busy = [other.person for role, other in others.items() if role is not holder.role]
    turns = await taking_turns(holder.day, plan, roster, work)
    backup = backup_for(holder, turns, await served_before(holder.day, plan, work), busy)
    if backup is None:
        await work.meetings.vacate(holder)
        return
    holder.hand_to(backup)
    await work.flush()
    if plan.takes_place(holder.day):
        await tell(await sheet_of(meeting, plan, roster, work, now), holder, plan, work, now)
