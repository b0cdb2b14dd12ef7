"""Once a month the call for items asks about what the ILT steps around (R-014)."""

from collections.abc import Sequence
from datetime import datetime

from bot.messages.agenda_items import hard as wording
from bot.messages.vocabulary import Part
from bot.model.agenda_items import ItemState
from bot.model.hard_issues import is_first_of_month, oldest_untouched
from bot.model.meeting_plan import Plan
from bot.model.meetings import Meeting
from storage.unit_of_work import UnitOfWork


async def hard_question(meeting: Meeting, plan: Plan, work: UnitOfWork, now: datetime) -> Sequence[Part]:
    """What the call for the first meeting of a month asks first; nothing in the other calls."""
    if not is_first_of_month(meeting, plan):
        return ()
    today, items = plan.calendar.today(now), await work.meetings.open_items()
    found = oldest_untouched([*items, *await work.meetings.items_in(ItemState.PARKED)], today)
    if found is None:
        return tuple(wording.asked(None))
    raised, touched = plan.calendar.today(found.added_at), found.touched_on or today
    weeks = (today - touched).days // 7
    return tuple(wording.asked(wording.HardIssue(found.id, found.title, raised, weeks)))
