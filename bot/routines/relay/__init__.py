"""What follows once a decision has gone out: how it goes, help, office hours, what reps tell their teams, and
what families and the School Improvement Team read."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from bot.messages.home import HomeShare
from bot.ports import Clock
from bot.routines.relay import digest, families, going, helping, hours, kit
from bot.routines.timetable import Due
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

REASONS: Mapping[str, Callable[[str, UnitOfWork, Clock], Awaitable[bool]]] = {
    "family": families.still_waits,
    "going": going.is_open,
    "help": helping.still_asked,
    "kit": kit.still_to_tell,
    "team-digest": digest.still_a_draft,
}


async def due(work: UnitOfWork, after: datetime, until: datetime) -> Sequence[Due]:
    """What follows a relay by the clock: kits, how it goes, texts for families, the monthly digest."""
    sources = (kit.due, going.due, families.due, digest.due)
    return [one for source in sources for one in await source(work, after, until)]


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """Who asks for help, what waits for an approval, and which office hours are ahead."""
    sources = (helping.waiting, families.waiting, digest.waiting)
    waiting = [one for source in sources for one in await source(viewer, work)]
    return HomeShare(waiting=tuple(waiting), sections=tuple(await hours.ahead(viewer, work)))
