"""What Home says to somebody: what waits for them, what they said, what touches them."""

from collections.abc import Awaitable, Callable

from bot.errors import Refusal
from bot.messages import schools as wording
from bot.messages.languages import message_in
from bot.messages.vocabulary import Message
from bot.model.people import Actor
from bot.routines.schools import WhichSchool
from handlers.platform import notices

Identify = Callable[..., Awaitable[Actor]]
"""Given a workspace's and a user's id, and the school that is meant if that is known: who that is there."""

HomeScreen = Callable[[Actor, bool], Awaitable[Message]]
"""What Home says to somebody, whole or what is most important; a Refusal is shown as its sentence."""


class HomePage:
    """Makes Homes."""

    def __init__(self, screen: HomeScreen, *, identify: Identify) -> None:
        self._screen = screen
        self._identify = identify

    async def of(
        self, team: str, user: str, school: str | None = None, *, whole: bool = False
    ) -> tuple[Message, str | None]:
        """What one person's Home says, and of which school; a question when that is not clear."""
        try:
            actor = await self._identify(team, user, school)
        except WhichSchool as which:
            return wording.which(which.sentence, which.schools), None
        try:
            message = await self._screen(actor, whole)
        except Refusal as refusal:
            message = notices.refused(refusal.sentence)
        return message_in(actor.language, message), actor.school
