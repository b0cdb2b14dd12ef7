"""Hard issues: what a team steps around, asked about once a month until somebody takes it up."""

from collections.abc import Iterable
from datetime import date, timedelta

from bot.model.agenda_items import AgendaItem, ItemState
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting

UNTOUCHED = timedelta(days=30)
WAITING = frozenset({ItemState.OPEN, ItemState.PARKED})


def oldest_untouched(items: Iterable[AgendaItem], today: date) -> AgendaItem | None:
    """The hard issue that was raised first of those nobody has touched for a month (R-014)."""
    waiting = [
        item
        for item in items
        if item.hard and item.state in WAITING and item.touched_on and today - item.touched_on >= UNTOUCHED
    ]
    return min(waiting, key=lambda item: (item.added_at, item.id), default=None)


def is_first_of_month(meeting: Meeting, plan: Plan) -> bool:
    """Whether it is the first meeting of its month that takes place."""
    first = next(plan.held(meeting.on.replace(day=1), meeting.on), meeting)
    return first.day == meeting.day
