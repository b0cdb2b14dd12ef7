"""A meeting on a half day: whoever makes its agenda is asked to keep, shorten or move it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Annotated

from pydantic import Field

from bot.errors import Refusal
from bot.messages import dates
from bot.messages.agendas import half_days as wording
from bot.messages.agendas.half_days import OnHalfDay
from bot.messages.agendas.threads import Shorter, ends_at
from bot.messages.vocabulary import Message
from bot.model.agenda import Sheet
from bot.model.audiences import Audience
from bot.model.calendar import DayKind
from bot.model.everybody import Roster
from bot.model.meeting_plan import SHORTEST_MEETING, Plan
from bot.model.meetings import Meeting
from bot.model.people import Actor, Role
from bot.model.rotation import MeetingRole
from bot.ports import Clock
from bot.routines.agendas.at_hand import at_hand
from bot.routines.meetings.by_clock import LOOK_AHEAD, LOOK_BACK, key_of
from bot.routines.meetings.sheets import sheet_of
from bot.routines.meetings.turns import who_does_what
from bot.routines.requests import Command, Question
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

LONGER = "It takes {minutes} minutes now. Give it fewer."


class OpenHalfDay(Question):
    day: date


class KeepMeeting(Question):
    """Leave it as it is. It is a question, so nothing is kept of it."""

    day: date


class ShortenTo(Command):
    """Let it take so many minutes."""

    day: date
    minutes: Annotated[int, Field(ge=SHORTEST_MEETING)]


async def keep_it(question: KeepMeeting, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Sheet:
    hand = await at_hand(question.day, "keep-meeting", actor=actor, work=work, clock=clock)
    return await hand.sheet()


async def prepare(question: OpenHalfDay, *, actor: Actor, work: UnitOfWork, clock: Clock) -> OnHalfDay:
    """The meeting, and when the school closes that day."""
    hand = await at_hand(question.day, "shorten-to", actor=actor, work=work, clock=clock)
    return OnHalfDay(await hand.sheet(), hand.plan.calendar.closes_on(hand.meeting.on))


async def shorten_to(command: ShortenTo, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Shorter:
    """Shorten the meeting; the agenda then has to fit what is left."""
    hand = await at_hand(command.day, "shorten-to", actor=actor, work=work, clock=clock)
    before = hand.meeting.minutes
    if command.minutes >= before:
        raise Refusal(LONGER.format(minutes=before), field="minutes")
    hand.kept().shorten(command.minutes)
    sheet = await hand.sheet()
    await hand.say_changed([ends_at(sheet)])
    return Shorter(sheet, before - command.minutes)


async def half_days(plan: Plan, work: UnitOfWork, after: datetime, until: datetime) -> list[Due]:
    """The questions about meetings on half days, with the call for items or as soon as the day is known."""
    first, last = plan.calendar.today(after - LOOK_BACK), plan.calendar.today(until + LOOK_AHEAD)
    found = [one for one in plan.held(first, last) if _is_late(one, plan)]
    if not found:
        return []
    roster = await work.people.roster()
    asked = [(one, await _who(one, plan, roster, work)) for one in found]
    return [_asking(one, who, _Asks(plan, roster, work, until)) for one, people in asked for who in people]


def _is_late(meeting: Meeting, plan: Plan) -> bool:
    """Whether the meeting ends after the school closes on a half day."""
    calendar = plan.calendar
    ends = calendar.local(meeting.ends_at).time()
    return calendar.kind(meeting.on) is DayKind.HALF_DAY and ends > calendar.closes_on(meeting.on)


async def _who(meeting: Meeting, plan: Plan, roster: Roster, work: UnitOfWork) -> Sequence[str]:
    """Whoever facilitates, or will as things stand, and the school leader."""
    holder = (await work.meetings.roles(meeting.day)).get(MeetingRole.FACILITATOR)
    if holder is None:
        facilitator = (await who_does_what(meeting, plan, roster, work)).get(MeetingRole.FACILITATOR)
    else:
        facilitator = holder.person
    leader = roster.first_of(Role.SCHOOL_LEADER)
    return list(dict.fromkeys(filter(None, (facilitator, leader.id if leader else None))))


@dataclass(frozen=True, slots=True)
class _Asks:
    plan: Plan
    roster: Roster
    work: UnitOfWork
    now: datetime

    async def message(self, meeting: Meeting) -> Message:
        sheet = await sheet_of(meeting, self.plan, self.roster, self.work, self.now)
        return wording.keep_shorten_or_move(OnHalfDay(sheet, self.plan.calendar.closes_on(meeting.on)))


def _asking(meeting: Meeting, person: str, asks: _Asks) -> Due:
    day = meeting.day.isoformat()
    return Due(
        key=key_of(meeting.day, f"half-day/{meeting.on}/{person}"),
        at=asks.plan.moments(meeting).call,
        what="A meeting on a half day",
        why=f"a half day on the day of the {meeting.title} on {dates.day(meeting.on)}",
        audience=Audience.person(person),
        act=partial(asks.message, meeting),
        stale_at=meeting.starts_at,
        reason=f"meeting:{day}",
    )
