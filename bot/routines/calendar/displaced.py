"""A meeting that cannot be held as planned: another day for it, or none this once, and always why (R-049)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated

from pydantic import Field

from bot.errors import OutOfDate, Refusal
from bot.messages import dates
from bot.messages.calendar import rebooking as wording
from bot.messages.calendar.rebooking import REASON
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.meeting_plan import FURTHEST_MOVED, Plan
from bot.model.meetings import Meeting
from bot.model.people import Actor, Relation
from bot.model.protected import Cause, ProtectedTime, protected_time, reason_of, taken
from bot.model.rotation import MeetingRole
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.suggestions import keep, plan_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

OVER = "That meeting is over. /ilt agenda shows the next one."
BEGUN = "Somebody has started that meeting. What it did not reach is on the next agenda: /ilt agenda"
SKIPPED = "That meeting is skipped already."
NO_CAUSE = "Say why, in a word or two: it counts how well your time is protected."
NO_DAY = "Choose a new day, or tick “Skip it this once”."
TOO_LATE = "The next meeting is on that day or before it. Choose a day before it."
TOO_SOON = "The meeting before it is on that day or later. Choose a later day."
AS_IT_IS = "That is its time already. Choose another, or leave it as it is."


@dataclass(frozen=True)
class Displaced:
    """A meeting that is moved or skipped, on the calendar as it is, and the day that is suggested for it.

    `lost` says that its day has no school; `protected` how many meetings were held as planned.
    """

    meeting: Meeting
    calendar: SchoolCalendar
    suggested: date | None
    lost: bool
    protected: ProtectedTime


class OpenRebooking(Question):
    day: date


class RebookMeeting(Command):
    """Another day, or none with `skip`. Where the calendar took the day, that is the cause."""

    day: date
    cause: Cause | None = None
    reason: Annotated[str, Field(max_length=REASON)] = ""
    to: date | None = None
    at: time | None = None
    skip: bool = False


class SkipMeeting(Command):
    """For a meeting that lost its day."""

    day: date


async def before_rebooking(
    question: OpenRebooking, *, actor: Actor, work: UnitOfWork, clock: Clock
) -> Displaced:
    """The meeting that needs a new time, for whoever may give it one."""
    now = clock.now()
    plan, meeting = await _ahead(question.day, "rebook-meeting", actor, work, now)
    return _displaced(meeting, plan, _suggested(meeting, plan, now), now)


async def rebook(command: RebookMeeting, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Displaced:
    """Give the meeting another day and hour; its items, roles and agenda go with it, and the ILT is told."""
    now = clock.now()
    plan, meeting = await _ahead(command.day, "rebook-meeting", actor, work, now)
    cause = command.cause or (Cause.CLOSED if _is_lost(meeting, plan) else None)
    if cause is None:
        raise Refusal(NO_CAUSE, field="cause")
    if command.to is None and not command.skip:
        raise Refusal(NO_DAY, field="to")
    reason = reason_of(cause, command.reason)
    if command.skip:
        return await _left_out(meeting, reason, plan, work, now)
    return await _moved(meeting, command, reason, plan, work, now)


async def skip(command: SkipMeeting, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Displaced:
    """Leave a meeting out whose day has no school; what was on its agenda waits for the next one."""
    now = clock.now()
    plan, meeting = await _ahead(command.day, "skip-meeting", actor, work, now)
    if meeting.skipped:
        raise OutOfDate(SKIPPED)
    if not _is_lost(meeting, plan):
        raise Refusal(NO_CAUSE)
    return await _left_out(meeting, reason_of(Cause.CLOSED, ""), plan, work, now)


async def _moved(
    meeting: Meeting, command: RebookMeeting, reason: str, plan: Plan, work: UnitOfWork, now: datetime
) -> Displaced:
    to = command.to or meeting.on
    at = command.at or plan.calendar.local(meeting.starts_at).time()
    _refuse_a_bad_day(to, at, meeting, plan, now)
    before = meeting.starts_at
    meeting = keep(meeting, work, plan)
    meeting.moved_to, meeting.starts_at = to, plan.calendar.at(to, at)
    meeting.skipped, meeting.reason = False, reason
    done = _displaced(meeting, plan, to, now)
    message = wording.moved(meeting, before, plan.calendar.zone, done.protected)
    await _tell(meeting, message, "moved", plan, work, now)
    return done


async def _left_out(meeting: Meeting, reason: str, plan: Plan, work: UnitOfWork, now: datetime) -> Displaced:
    meeting = keep(meeting, work, plan)
    meeting.skipped, meeting.reason = True, reason
    following = plan.next(max(now, meeting.ends_at))
    done = _displaced(meeting, plan, following.on if following else None, now)
    message = wording.skipped(meeting, following, plan.calendar.zone, done.protected)
    await _tell(meeting, message, "skipped", plan, work, now)
    return done


def _displaced(meeting: Meeting, plan: Plan, suggested: date | None, now: datetime) -> Displaced:
    return Displaced(meeting, plan.calendar, suggested, _is_lost(meeting, plan), protected_time(plan, now))


async def _ahead(day: date, verb: str, actor: Actor, work: UnitOfWork, now: datetime) -> tuple[Plan, Meeting]:
    """The meeting of a day of the rule; raises `OutOfDate` once it has been held, or somebody started it."""
    plan = await plan_of(work)
    holder = (await work.meetings.roles(day)).get(MeetingRole.FACILITATOR)
    permit(actor, verb, *([Relation.FACILITATOR] if holder and holder.person == actor.person_id else []))
    meeting = next(iter(plan.rule(day, day)), None)
    if meeting is None or (meeting.starts_at <= now and plan.takes_place(day)):
        raise OutOfDate(OVER)
    if await work.live.run(day) is not None:
        raise OutOfDate(BEGUN)
    return plan, meeting


def _is_lost(meeting: Meeting, plan: Plan) -> bool:
    """Whether the calendar took its day."""
    return not plan.calendar.is_school_day(meeting.on)


def _suggested(meeting: Meeting, plan: Plan, now: datetime) -> date | None:
    """The next school day after its own, from tomorrow on."""
    try:
        return plan.calendar.on_or_after(max(meeting.on, plan.calendar.today(now)) + A_DAY)
    except NoSchoolAhead:
        return None


def _refuse_a_bad_day(to: date, at: time, meeting: Meeting, plan: Plan, now: datetime) -> None:
    calendar = plan.calendar
    if not calendar.is_school_day(to):
        raise Refusal(f"{dates.day(to)} is a day without school. Choose another.", field="to")
    if calendar.at(to, at) <= now:
        raise Refusal("That is over. Choose a time ahead.", field="to")
    if calendar.at(to, at) == meeting.starts_at and not meeting.skipped:
        raise Refusal(AS_IT_IS, field="to")
    if abs(to - meeting.day) > FURTHEST_MOVED:
        raise Refusal("That is more than three weeks away. Choose a nearer day, or skip it.", field="to")
    if taken(plan, meeting, to):
        raise Refusal(TOO_LATE if to >= meeting.day else TOO_SOON, field="to")


async def _tell(
    meeting: Meeting, message: Message, what: str, plan: Plan, work: UnitOfWork, now: datetime
) -> None:
    at = plan.calendar.opening(now)
    if at is not None:
        key = key_of(meeting.day, f"{what}/{meeting.on}/{meeting.starts_at:%H%M}")
        await work.outbox.post(Audience.ilt(), message, key=key, due_at=at, stale_at=max(at, meeting.ends_at))
