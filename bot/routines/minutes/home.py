"""What of minutes waits on somebody's Home."""

from bot.messages.home import HomeShare
from bot.messages.minutes import home as wording
from bot.permissions import may
from bot.routines.minutes.record import record_of
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """The minutes that this person was asked to confirm."""
    if not may(viewer.actor, "minutes"):
        return HomeShare()
    mine = [one for one in await work.minutes.drafts() if viewer.actor.person_id in one.asked]
    return wording.home([await record_of(one, work, viewer.actor) for one in mine])
