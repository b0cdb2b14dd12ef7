"""What remains of a meeting: its minutes, what was said about its agenda, and how it closed."""

from collections.abc import Sequence
from datetime import datetime

from bot.routines.minutes import by_clock, closing, pre_read
from bot.routines.minutes.home import home as home
from bot.routines.timetable import Due
from storage.unit_of_work import UnitOfWork

REASONS = {**by_clock.REASONS, "closing": closing.is_open, "pre-read": pre_read.is_unheard}


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """One question before a meeting, who confirms its minutes, and the end of its closing question."""
    sources = (pre_read.due, by_clock.due, closing.due)
    return [one for source in sources for one in await source(work, after, until)]
