"""Who cannot be reached, on the Home of whoever looks after the bot."""

from bot.messages.home import HomeShare
from bot.messages.roster import unmatched as wording
from bot.model.audiences import Audience
from bot.model.people import Relation
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork

PLATFORM, WORKSPACE = "slack", "workspace"


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """The people whom the last look through the workspace did not find; by name, for the bot admin alone."""
    if not viewer.actor.is_any(Relation.BOT_ADMIN):
        return HomeShare()
    known = await work.people.addresses(PLATFORM)
    if WORKSPACE not in known:
        return HomeShare()
    here = (person for person in viewer.roster.people if person.active)
    return wording.share([one for one in here if Audience.person(one.id).key not in known])
