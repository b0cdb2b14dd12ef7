"""Handing a meeting role on, without a reason."""

from datetime import date, datetime, timedelta

from bot.errors import OutOfDate, Refusal
from bot.messages.live import cards
from bot.messages.meetings import agenda as wording
from bot.messages.meetings import posts
from bot.messages.meetings.forms import HandedOver
from bot.model.agenda import Sheet
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.meeting_plan import Moments, Plan
from bot.model.meetings import Meeting
from bot.model.people import Actor, Relation
from bot.model.rotation import MeetingRole, RoleHolder
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.sheets import sheet_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.meetings.turns import next_in_turn
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork

AFTERWARDS = timedelta(minutes=10)


class HandOver(Command):
    day: date
    role: MeetingRole


async def hand_over(command: HandOver, *, actor: Actor, work: UnitOfWork, clock: Clock) -> HandedOver:
    """Give a role to whoever's turn is next, and tell them; a published agenda's thread says who has it."""
    plan, roster, now = await plan_of(work), await work.people.roster(), clock.now()
    meeting = ahead(plan, command.day, now)
    holders = await work.meetings.roles(meeting.day)
    holder = holders.get(command.role)
    if holder is None:
        raise OutOfDate("Nobody has this role yet. Roles are shared out with the draft.")
    _require_standing(holder, holders, roster, actor)
    backup = await next_in_turn(holder, plan, roster, work)
    if backup is None:
        raise Refusal("Nobody else is left who could take this. Please settle it with the school leader.")
    holder.hand_to(backup)
    await work.flush()
    sheet = await sheet_of(meeting, plan, roster, work, now)
    await tell(sheet, holder, plan, work, now)
    return HandedOver(command.role, sheet)


def ahead(plan: Plan, day: date, now: datetime) -> Meeting:
    """The meeting of that day, while its roles can change hands; raises `OutOfDate` when it is over."""
    meeting = next((one for one in plan.ahead(now) if one.day >= day), None)
    if meeting is None or meeting.day != day:
        raise OutOfDate("That meeting is over or falls out, so there is nothing to hand on.")
    return meeting


def _require_standing(
    holder: RoleHolder, holders: dict[MeetingRole, RoleHolder], roster: Roster, actor: Actor
) -> None:
    if actor.person_id in holder.passed:
        role = wording.ROLE_NAMES[holder.role].lower()
        raise OutOfDate(f"You have handed this on already: {roster.name(holder.person)} is the {role} now.")
    facilitator = holders.get(MeetingRole.FACILITATOR)
    standing = [Relation.AUTHOR] if holder.person == actor.person_id else []
    standing += [Relation.FACILITATOR] if facilitator and facilitator.person == actor.person_id else []
    permit(actor, "hand-over", *standing)


async def tell(sheet: Sheet, holder: RoleHolder, plan: Plan, work: UnitOfWork, now: datetime) -> None:
    """Around the meeting itself at once, else in contract hours."""
    running = is_running(sheet.moments, now)
    due_at = now if running else plan.calendar.next_open(now)
    day, meeting = holder.day.isoformat(), sheet.meeting
    is_today = meeting.is_published and meeting.on == plan.calendar.today(now)
    leads_today = is_today and holder.role is MeetingRole.FACILITATOR
    said = cards.takes_over(meeting) if leads_today else posts.yours_now(sheet, holder.role)
    await work.outbox.post(
        Audience.person(holder.person),
        said,
        key=key_of(holder.day, f"{holder.role}/{holder.person}"),
        due_at=due_at,
        stale_at=sheet.moments.end,
        reason=f"meeting-role:{day}/{holder.role}/{holder.person}",
        counts=not running,
    )
    await say_who(sheet, holder, plan, work, now)


def is_running(moments: Moments, now: datetime) -> bool:
    """Whether the meeting is about to begin, runs, or has just ended."""
    return moments.roles <= now <= moments.end + AFTERWARDS


async def say_who(sheet: Sheet, holder: RoleHolder, plan: Plan, work: UnitOfWork, now: datetime) -> None:
    """In the thread of an agenda that is out: who has the role, and nothing more."""
    if not sheet.meeting.is_published:
        return
    day, running = holder.day.isoformat(), is_running(sheet.moments, now)
    await work.outbox.post(
        Audience.ilt(),
        posts.who_has_it(sheet, holder.role, today=plan.calendar.today(now)),
        key=key_of(holder.day, f"{holder.role}/{holder.person}/said"),
        due_at=now if running else plan.calendar.next_open(now),
        stale_at=sheet.moments.end,
        thread=key_of(holder.day, "agenda"),
        reason=f"meeting-role:{day}/{holder.role}/{holder.person}",
    )
