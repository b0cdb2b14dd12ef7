"""What follows once a decision has gone out: how it goes, help, office hours, what reps tell their teams."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from bot.messages.home import HomeShare
from bot.ports import Clock
from bot.routines.relay import going, helping, hours, kit
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {
    "going": going.is_open,
    "help": helping.still_asked,
    "kit": kit.still_to_tell,
}


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """What follows a relay by the clock: kits for reps, and how it goes in the teams."""
    sources = (kit.due, going.due)
    return [one for source in sources for one in await source(work, after, until)]


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """Who asks for help, and which office hours are ahead."""
    waiting = await helping.waiting(viewer, work)
    return HomeShare(waiting=tuple(waiting), sections=tuple(await hours.ahead(viewer, work)))
