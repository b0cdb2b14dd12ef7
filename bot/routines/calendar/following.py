"""What follows from a change of the calendar: what waits, waits longer, and people are asked once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.messages.calendar import asking, notices
from bot.model.audiences import Audience
from bot.model.calendar import A_DAY, DayKind, NoSchoolAhead, SchoolCalendar
from bot.model.calendar_changes import UNDO_WITHIN, CalendarChange, Postponed, lost
from bot.model.everybody import Roster
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting, MeetingState
from bot.model.people import Role
from bot.model.rotation import MeetingRole
from bot.routines.calendar import pairs
from bot.routines.meetings.suggestions import keep, plan_of
from storage.unit_of_work import UnitOfWork

SOON = timedelta(days=14)
"""A meeting this near is asked about; one further away that nobody has heard of falls away in silence."""


@dataclass(frozen=True)
class Followed:
    """What a change brought with it: the school days lost, and the meetings that need a new time.

    `back_on` is when what was due on those days comes; None when nothing was lost, or no school day lies
    ahead. `may_rebook` is whether whoever made the change may give the meetings a time.
    """

    change: CalendarChange
    calendar: SchoolCalendar
    lost: tuple[date, ...]
    meetings: tuple[Meeting, ...]
    back_on: datetime | None
    may_rebook: bool = False


async def follow(
    change: CalendarChange, before: SchoolCalendar, *, work: UnitOfWork, now: datetime
) -> Followed:
    """See to everything that a change which holds now brings; people hear of it when the undo has ended."""
    after = await work.calendar.whole()
    gone = lost(before, after, (entry.day for entry in change.days))
    change.postponed = await _postpone(before, after, work, now)
    plan, roster = await plan_of(work), await work.people.roster()
    meetings = tuple(displaced_by(gone, plan, now))
    at = after.opening(now + UNDO_WITHIN)
    if at is not None:
        for meeting in meetings:
            await _ask_for_a_time(meeting, change, plan, roster, work, at)
        await pairs.tell(change, before, gone, work=work, now=now, at=at)
    await _notice(change, before, after, meetings, work, now)
    back_on = after.opening(after.at(gone[-1], after.opens)) if gone else None
    return Followed(change, after, tuple(gone), meetings, back_on)


def displaced_by(gone: Iterable[date], plan: Plan, now: datetime) -> list[Meeting]:
    """The meetings that these days would have had: those somebody has heard of, and those that come soon."""
    days = set(gone)
    if not days or plan.series is None:
        return []
    around = plan.rule(min(days) - SOON, max(days) + SOON)
    soon = plan.calendar.today(now) + SOON
    return [
        one
        for one in around
        if one.on in days
        and one.ends_at > now
        and not one.skipped
        and (one.state is not MeetingState.PLANNED or one.on <= soon)
    ]


async def _postpone(
    before: SchoolCalendar, after: SchoolCalendar, work: UnitOfWork, now: datetime
) -> tuple[Postponed, ...]:
    """Move the letters whose moment was in contract hours and no longer is; return where they stood."""
    stood: list[Postponed] = []
    moved: list[Postponed] = []
    for one in await work.postponing.waiting(now):
        opens = after.opening(one.due_at)
        if opens is not None and opens != one.due_at and before.opening(one.due_at) == one.due_at:
            stood.append(one)
            moved.append(Postponed(one.letter, opens))
    await work.postponing.move(moved)
    return tuple(stood)


async def _ask_for_a_time(
    meeting: Meeting, change: CalendarChange, plan: Plan, roster: Roster, work: UnitOfWork, at: datetime
) -> None:
    """Ask the facilitator and the school leader, whoever answers first."""
    keep(meeting, work, plan)
    holders = await work.meetings.roles(meeting.day)
    facilitator = holders.get(MeetingRole.FACILITATOR)
    leader = roster.first_of(Role.SCHOOL_LEADER)
    for person in {*([facilitator.person] if facilitator else []), *([leader.id] if leader else [])}:
        await work.outbox.post(
            Audience.person(person),
            asking.new_time(meeting, plan.calendar.zone),
            key=f"calendar/{change.id}/meeting/{meeting.day}/{person}",
            due_at=at,
            reason=f"calendar-meeting:{change.id}/{meeting.day}",
        )


async def _notice(
    change: CalendarChange,
    before: SchoolCalendar,
    after: SchoolCalendar,
    meetings: tuple[Meeting, ...],
    work: UnitOfWork,
    now: datetime,
) -> None:
    """One word to the ILT when the next day of school is closed; it leaves when the undo has ended."""
    closed = [entry.day for entry in change.days if entry.kind is DayKind.CLOSURE]
    following = closing_day(before, now)
    if following is None or following not in closed:
        return
    back = after.opening(after.at(max(closed), after.opens))
    await work.outbox.post(
        Audience.ilt(),
        notices.closed(sorted(closed), back, meetings, after.zone),
        key=f"calendar/{change.id}/notice",
        due_at=now + UNDO_WITHIN,
        stale_at=after.at(max(closed), after.closes),
        reason=f"calendar-change:{change.id}",
    )


def closing_day(calendar: SchoolCalendar, now: datetime) -> date | None:
    """The day that "no school" means now: today before the school opens, else the next school day."""
    local = calendar.local(now)
    day = local.date()
    begun = local.time() >= calendar.opens_on(day)
    try:
        return calendar.on_or_after(day + A_DAY if begun else day)
    except NoSchoolAhead:
        return None
