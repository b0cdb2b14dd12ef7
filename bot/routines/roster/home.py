"""Who cannot be reached, on the Home of whoever looks after the bot."""

from bot.messages.home import HomeShare
from bot.messages.roster import unmatched as wording
from bot.model.audiences import Audience
from bot.model.people import Relation
from bot.model.platforms import WORKSPACE
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """The people whom no look through a workspace has found; by name, for the bot admin alone."""
    if not viewer.actor.is_any(Relation.BOT_ADMIN):
        return HomeShare()
    known = {one: await work.people.addresses(one) for one in (await work.people.places()).platforms}
    looked = [platform for platform, there in known.items() if WORKSPACE in there]
    if not looked:
        return HomeShare()
    found = {audience for there in known.values() for audience in there}
    here = (person for person in viewer.roster.people if person.active)
    return wording.share([one for one in here if Audience.person(one.id).key not in found], looked)
