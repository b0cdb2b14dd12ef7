"""Whose turn it is: roles shared out for the meetings ahead, and who takes one over (R-078, R-079)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import islice

from bot.model.calendar import A_DAY
from bot.model.everybody import Roster
from bot.model.meeting_plan import HORIZON, Plan
from bot.model.meetings import Meeting
from bot.model.rotation import MeetingRole, RoleHolder, Service, backup_for, propose, without
from bot.model.voice import half_year
from bot.ports import Clock
from storage.unit_of_work import UnitOfWork

SETTLING_IN = timedelta(days=200)
"""Longer than anybody who is on the ILT waits for their first meeting."""


async def served_before(day: date, plan: Plan, work: UnitOfWork) -> list[Service]:
    """Who had which role at the meetings that took place before a day."""
    return [one for one in await work.meetings.service(day) if plan.takes_place(one.day)]


async def turns_before(day: date, plan: Plan, work: UnitOfWork) -> list[Service]:
    """The same, and who is to have which role at the meetings before that day which are still ahead."""
    served = await served_before(day, plan, work)
    last = max((one.day for one in served), default=date.min)
    return served + [one for one in await work.meetings.planned(last, day) if plan.takes_place(one.day)]


async def taking_turns(day: date, plan: Plan, roster: Roster, work: UnitOfWork) -> Roster:
    """The roster without those whose first meeting would be the one on `day`, for whom roles wait for the
    second, and without those who are away then."""
    lately = await work.seats.accepted_since(day - SETTLING_IN)
    new = {seat.person for seat in lately if seat.starts and not any(plan.held(seat.starts, day - A_DAY))}
    on = plan.on(day).on
    return without(new | {one for one in roster.absences if roster.is_away_on(one, on)}, roster)


async def who_does_what(
    meeting: Meeting, plan: Plan, roster: Roster, work: UnitOfWork, more: Sequence[Service] = ()
) -> Mapping[MeetingRole, str]:
    """Every role of a meeting: who has it, else whose turn it is as things stand."""
    held = {role: one.person for role, one in (await work.meetings.roles(meeting.day)).items()}
    served = [*await turns_before(meeting.day, plan, work), *more]
    turns = await taking_turns(meeting.day, plan, roster, work)
    cap = (await work.settings.now()).facilitation_cap
    return propose(turns, served, held, cap, half_year(meeting.day))


async def share_out(meeting: Meeting, plan: Plan, roster: Roster, work: UnitOfWork) -> bool:
    """Give the roles that nobody has yet to whoever's turn it is; False when there was none to give."""
    held = await work.meetings.roles(meeting.day)
    given = await who_does_what(meeting, plan, roster, work)
    open_roles = [role for role in given if role not in held]
    for role in open_roles:
        work.meetings.add(RoleHolder(school=work.school, day=meeting.day, role=role, person=given[role]))
    await work.flush()
    return bool(open_roles)


async def share_out_ahead(
    meeting: Meeting, plan: Plan, roster: Roster, work: UnitOfWork
) -> list[tuple[date, Mapping[MeetingRole, str]]]:
    """Share out the roles of a meeting and of the one after it; those given now, with their days."""
    following = islice(plan.held(meeting.on + A_DAY, meeting.on + HORIZON), 1)
    found: list[tuple[date, Mapping[MeetingRole, str]]] = []
    for one in (meeting, *following):
        if await share_out(one, plan, roster, work):
            held = await work.meetings.roles(one.day)
            found.append((one.on, {role: holder.person for role, holder in held.items()}))
    return found


async def still_asked(what: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the person of "<day>/<role>/<person>" is still asked to take that role."""
    day, role, person = what.split("/")
    holder = (await work.meetings.roles(date.fromisoformat(day))).get(MeetingRole(role))
    return holder is not None and holder.asked == person


async def still_offered(what: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether the person of "<day>/<role>/<person>" still offers to take that role."""
    day, role, person = what.split("/")
    holder = (await work.meetings.roles(date.fromisoformat(day))).get(MeetingRole(role))
    return holder is not None and holder.offered == person


async def next_in_turn(holder: RoleHolder, plan: Plan, roster: Roster, work: UnitOfWork) -> str | None:
    """Who takes a role over when its holder cannot; None when everybody who may has handed it on."""
    others = await work.meetings.roles(holder.day)
    busy = [other.person for role, other in others.items() if role is not holder.role]
    turns = await taking_turns(holder.day, plan, roster, work)
    served = await turns_before(holder.day, plan, work)
    return backup_for(holder, turns, served, busy, half_year(holder.day))
