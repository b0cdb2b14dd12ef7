"""What happens to agendas by the clock: the thread that stands for a meeting closes."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from bot.messages import dates
from bot.messages.agendas import threads
from bot.messages.agendas.threads import Closed
from bot.messages.vocabulary import Message
from bot.model.agenda_items import AgendaItem, Outcome, Provenance
from bot.model.audiences import Audience
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting, MeetingState
from bot.ports import Clock
from bot.routines.agendas.half_days import half_days
from bot.routines.agendas.instead import closes
from bot.routines.agendas.yields import yields
from bot.routines.meetings.by_clock import key_of
from bot.routines.meetings.sheets import items_of
from bot.routines.meetings.suggestions import plan_of
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

TELLS = (Provenance.MEMBER, Provenance.TEAM, Provenance.CARRIED)


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """The threads that close between two moments, the half days asked about, and the health cards."""
    plan = await plan_of(work)
    if plan.series is None:
        return []
    open_ones = [one for one in plan.written.values() if one.is_in_thread and _is_open(one)]
    found = [_closing(one, plan, work, until) for one in open_ones]
    found += await half_days(plan, work, after, until)
    found += await yields(plan, work, after, until)
    return [one for one in found if after < one.at <= until]


async def still_in_thread(day: str, work: UnitOfWork, clock: Clock) -> bool:
    meeting = (await plan_of(work)).written.get(date.fromisoformat(day))
    return meeting is not None and meeting.is_in_thread


REASONS = {"meeting-thread": still_in_thread}


def _is_open(meeting: Meeting) -> bool:
    return meeting.state is not MeetingState.CLOSED


def _closing(meeting: Meeting, plan: Plan, work: UnitOfWork, now: datetime) -> Due:
    return Due(
        key=key_of(meeting.day, f"thread-closed/{meeting.thread_until}"),
        at=closes(meeting, plan),
        what="The ILT's thread closes",
        why=f"three school days in place of the {meeting.title} on {dates.day(meeting.on)}",
        audience=Audience.ilt(),
        act=partial(_close, meeting, plan, work, now),
        thread=key_of(meeting.day, f"thread/{meeting.thread_until}"),
        reason=f"meeting-thread:{meeting.day.isoformat()}",
    )


async def _close(meeting: Meeting, plan: Plan, work: UnitOfWork, now: datetime) -> Message:
    """What was only to be told is done; the rest is on the next agenda already, and is named."""
    left: list[AgendaItem] = []
    for item in await items_of(meeting, plan, work, now):
        if item.memo or (item.outcome is Outcome.INFORM and item.provenance in TELLS):
            item.finish()
        else:
            left.append(item)
    meeting.reach(MeetingState.CLOSED)
    then = plan.landing(meeting.day, now)
    first = plan.calendar.first or date.min
    given = sum(one.minutes_back for one in plan.written.values() if one.day >= first)
    return threads.closed(Closed(meeting, left, then.day if then else None, given))
