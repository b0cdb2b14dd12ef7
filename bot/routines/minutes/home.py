"""What of minutes waits on somebody's Home."""

from bot.messages.home import HomeShare
from bot.messages.minutes import home as wording
from bot.model.closing import LAST, Closing
from bot.permissions import may
from bot.routines.minutes.record import record_of
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """The minutes that this person was asked to confirm."""
    if not may(viewer.actor, "minutes"):
        return HomeShare()
    mine = [one for one in await work.minutes.drafts() if viewer.actor.person_id in one.asked]
    asked = [one for one in await work.closings.open_ones() if await _may_answer(one, viewer, work)]
    lately = await work.closings.latest(LAST)
    return wording.home([await record_of(one, work, viewer.actor) for one in mine], asked, lately)


async def _may_answer(closing: Closing, viewer: Viewer, work: UnitOfWork) -> bool:
    if not closing.is_open(viewer.now):
        return False
    return not await work.closings.has_answered(closing.id, viewer.actor.person_id)
