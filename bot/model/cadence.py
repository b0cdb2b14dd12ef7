"""When the bot speaks of its own accord: around meetings, after decisions, and of what became of input."""

from dataclasses import dataclass
from datetime import time

CALL_AT, DRAFT_AT, PUBLISH_AT = time(7, 45), time(13), time(14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """How news of the ILT travels. Decisions go out at `relay_at`, the morning time where it is None: on the
    day they are made with `relay_same_day`, where that time is still ahead, else on the next school day.
    "You said, we did" is offered every `digest_weeks` weeks."""

    relay_same_day: bool = False
    relay_at: time | None = None
    digest_weeks: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """All of it: the three times before a meeting (five, two and one school days), and how news travels."""

    call_at: time = CALL_AT
    draft_at: time = DRAFT_AT
    publish_at: time = PUBLISH_AT
    sharing: Sharing = Sharing()
