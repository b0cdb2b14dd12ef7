"""A meeting whose day lost its school: another day for it, or none this once."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.errors import OutOfDate, Refusal
from bot.messages import dates
from bot.messages.calendar import rebooking as wording
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.meetings import FURTHEST_MOVED, Meeting, Plan
from bot.model.people import Actor, Relation
from bot.model.rotation import MeetingRole
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.suggestions import keep, plan_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

SETTLED = "That meeting has its time. /ilt agenda shows when it is."


@dataclass(frozen=True)
class Displaced:
    """A meeting that lost its day, on the calendar as it is, and the day that is suggested for it."""

    meeting: Meeting
    calendar: SchoolCalendar
    suggested: date | None


class OpenRebooking(Question):
    day: date


class RebookMeeting(Command):
    day: date
    to: date
    at: time


class SkipMeeting(Command):
    day: date


async def before_rebooking(
    question: OpenRebooking, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Displaced:
    """The meeting that needs a new time, for whoever may give it one."""
    plan, meeting = await _displaced(question.day, "rebook-meeting", actor, work)
    return Displaced(meeting, plan.calendar, _suggested(meeting, plan, clock.now()))


async def rebook(command: RebookMeeting, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Displaced:
    """Give the meeting another day and hour; its items, roles and agenda go with it, and the ILT is told."""
    plan, meeting = await _displaced(command.day, "rebook-meeting", actor, work)
    now = clock.now()
    _refuse_a_bad_day(command, meeting, plan, now)
    before = meeting.starts_at
    meeting = keep(meeting, work, plan)
    meeting.moved_to, meeting.starts_at = command.to, plan.calendar.at(command.to, command.at)
    await _tell(meeting, wording.moved(meeting, before, plan.calendar.zone), "moved", plan, work, now)
    return Displaced(meeting, plan.calendar, command.to)


async def skip(command: SkipMeeting, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Displaced:
    """Leave the meeting out this once; what was on its agenda waits for the next one."""
    plan, meeting = await _displaced(command.day, "skip-meeting", actor, work)
    meeting = keep(meeting, work, plan)
    meeting.skipped = True
    now = clock.now()
    following = plan.next(max(now, meeting.ends_at))
    message = wording.skipped(meeting, following, plan.calendar.zone)
    await _tell(meeting, message, "skipped", plan, work, now)
    return Displaced(meeting, plan.calendar, following.on if following else None)


async def _displaced(day: date, verb: str, actor: Actor, work: UnitOfWork) -> tuple[Plan, Meeting]:
    plan = await plan_of(work)
    holder = (await work.meetings.roles(day)).get(MeetingRole.FACILITATOR)
    permit(actor, verb, *([Relation.FACILITATOR] if holder and holder.person == actor.person_id else []))
    meeting = next(iter(plan.rule(day, day)), None)
    if meeting is None or meeting.skipped or plan.takes_place(day):
        raise OutOfDate(SETTLED if meeting and not meeting.skipped else "That meeting is skipped already.")
    return plan, meeting


def _suggested(meeting: Meeting, plan: Plan, now: datetime) -> date | None:
    """The next school day after the one that was lost, from tomorrow on."""
    try:
        return plan.calendar.on_or_after(max(meeting.on, plan.calendar.today(now)) + A_DAY)
    except NoSchoolAhead:
        return None


def _refuse_a_bad_day(command: RebookMeeting, meeting: Meeting, plan: Plan, now: datetime) -> None:
    calendar = plan.calendar
    if not calendar.is_school_day(command.to):
        raise Refusal(f"{dates.day(command.to)} is a day without school. Choose another.", field="to")
    if calendar.at(command.to, command.at) <= now:
        raise Refusal("That is over. Choose a time ahead.", field="to")
    if command.to > meeting.day + FURTHEST_MOVED:
        raise Refusal("That is more than three weeks later. Choose a nearer day, or skip it.", field="to")
    others = plan.rule(meeting.day + A_DAY, command.to)
    if any(plan.takes_place(one.day) for one in others):
        raise Refusal("The next meeting is on that day or before it. Choose a day before it.", field="to")


async def _tell(
    meeting: Meeting, message: Message, what: str, plan: Plan, work: UnitOfWork, now: datetime
) -> None:
    at = plan.calendar.opening(now)
    if at is not None:
        key = key_of(meeting.day, f"{what}/{meeting.on}/{meeting.starts_at:%H%M}")
        await work.outbox.post(Audience.ilt(), message, key=key, due_at=at, stale_at=max(at, meeting.ends_at))
