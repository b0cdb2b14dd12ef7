"""The setup on Home: one line for whoever can go on with it, until the school is switched on."""

from bot.messages.home import HomeShare, Waiting
from bot.messages.setup import wizard as wording
from bot.permissions import may
from bot.routines.setup.progress import progress
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """How far the setup is; nothing once the school is switched on."""
    if not may(viewer.actor, "setup") or (await work.settings.now()).live:
        return HomeShare()
    return HomeShare(waiting=(Waiting(wording.waits(await progress(work)), (wording.CONTINUE,)),))
