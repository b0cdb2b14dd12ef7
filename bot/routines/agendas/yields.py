"""The ILT's health card: once a quarter, what its meetings came to (R-059)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial

from bot.messages.agendas.yields import health_card
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead
from bot.model.decisions import DecisionState, Step
from bot.model.live import Result
from bot.model.meeting_plan import Plan
from bot.model.yields import MONTHS, Yield, quarter_before
from bot.routines.meetings.by_clock import key_of
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

A_MONTH = timedelta(days=31)
STALE = timedelta(days=14)
MOST = 60
"""More meetings than any ILT holds between a quarter's first day and the look back at it."""
REVIEWS = frozenset(Step) - {Step.CORRECT}
UNMADE = frozenset({DecisionState.WITHDRAWN, DecisionState.RETURNED, DecisionState.AWAITING})


async def yields(plan: Plan, work: UnitOfWork, after: datetime, until: datetime) -> list[Due]:
    """The health cards due between two moments; none for a quarter in which nobody met."""
    first, last = plan.calendar.today(after), plan.calendar.today(until)
    cards = (_card(month, plan, work) for month in _months(first - A_MONTH, last))
    return [one for one in cards if one is not None]


def _months(first: date, last: date) -> Sequence[date]:
    found, month = [], first.replace(day=1)
    while month <= last:
        found += [month] if month.month in MONTHS else []
        month = (month + A_MONTH).replace(day=1)
    return found


def _card(month: date, plan: Plan, work: UnitOfWork) -> Due | None:
    try:
        at = plan.calendar.morning_of(plan.calendar.on_or_after(month))
    except NoSchoolAhead:
        return None
    first, last = quarter_before(month)
    if not any(one.is_published for one in plan.held(first, last)):
        return None
    return Due(
        key=key_of(first, "yield"),
        at=at,
        what="The ILT's health card",
        why=f"the quarterly look at what the meetings came to, from {first:%B} to {last:%B}",
        audience=Audience.ilt(),
        act=partial(_look_back, first, last, plan, work),
        stale_at=at + STALE,
    )


async def _look_back(first: date, last: date, plan: Plan, work: UnitOfWork) -> Message:
    calendar = plan.calendar
    written = [one for one in plan.written.values() if first <= one.on <= last]
    register = await work.decisions.register()
    made = [one for one in register if one.state not in UNMADE]
    changes = [step for one in register for step in await work.decisions.history(one.id)]
    reviewed = [one for one in changes if one.step in REVIEWS and first <= calendar.today(one.at) <= last]
    runs = [run for run in await work.live.latest(MOST) if first <= run.day <= last]
    return health_card(
        Yield(
            first,
            last,
            meetings=sum(one.is_published for one in plan.held(first, last)),
            decisions=sum(first <= calendar.today(one.decided_at) <= last for one in made),
            reviewed=len(reviewed),
            learned=sum(line.result is Result.LEARNED for run in runs for line in run.lines),
            converted=sum(one.is_in_thread for one in written),
            minutes_back=sum(one.minutes_back for one in written),
        )
    )
