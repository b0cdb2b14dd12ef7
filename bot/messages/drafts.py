"""What a form says about its draft."""

from zoneinfo import ZoneInfo

from bot.messages.dates import clock_time
from bot.model.drafts import Draft

SAVE = "Save for later"
AFRESH = "Start afresh"
NOT_KEPT = "Nothing is kept: the form is empty, or it may name a student. Please look again."


def restored(draft: Draft, zone: ZoneInfo) -> str:
    at = clock_time(draft.saved_at.astimezone(zone).time())
    return f"This is what you had at {at}. Only you see it, and it is kept for a day."


def saved(draft: Draft, zone: ZoneInfo) -> str:
    at = clock_time(draft.saved_at.astimezone(zone).time())
    return f"Saved at {at}. You may close this and come back within a day."
