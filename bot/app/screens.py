"""What Home says, on whichever platform it is read."""

from bot.app.core import Core
from bot.messages import start as greeting
from bot.messages.vocabulary import Message
from bot.model.people import Actor, Relation
from bot.routines.start import OpenHome
from handlers.platform.home import HomeScreen
from handlers.start import home_message


def home_screen(core: Core) -> HomeScreen:
    """Home as somebody is to see it; a stranger is told whom to ask."""

    async def screen(actor: Actor, whole: bool) -> Message:
        if actor.is_any(Relation.STRANGER):
            return greeting.stranger_home()
        return home_message(await core.perform(core.start.home, OpenHome(), actor=actor), whole=whole)

    return screen
