"""The Home tab: drawn anew whenever somebody opens it, or does something on it."""

from collections.abc import Awaitable, Callable

from bot.errors import Refusal
from bot.messages import schools as wording
from bot.messages.languages import message_in
from bot.messages.vocabulary import Message
from bot.model.people import Actor
from bot.routines.schools import WhichSchool
from handlers.slack import notices
from handlers.slack.blocks import home_blocks
from handlers.slack.calls import patiently
from handlers.slack.shapes import Json
from handlers.slack.sharing import marked
from handlers.slack.workspaces import Workspaces

Identify = Callable[..., Awaitable[Actor]]
"""Given a workspace's and a user's id, and the school that is meant if that is known: who that is there."""

HomeScreen = Callable[[Actor], Awaitable[Message]]
"""What the Home tab says to somebody; a Refusal is shown as its sentence."""


class Home:
    """Publishes Home tabs."""

    def __init__(self, screen: HomeScreen, *, identify: Identify, workspaces: Workspaces) -> None:
        self._screen = screen
        self._identify = identify
        self._workspaces = workspaces

    async def publish(self, team: str, user: str) -> None:
        """Draw one person's Home tab."""
        view: Json = {"type": "home", "blocks": await self._blocks(team, user)}
        client = self._workspaces.client(self._workspaces.of_team(team))
        await patiently(lambda: client.views_publish(user_id=user, view=view))

    async def _blocks(self, team: str, user: str) -> list[Json]:
        try:
            actor = await self._identify(team, user)
        except WhichSchool as which:
            return home_blocks(wording.which(which.sentence, which.schools))
        try:
            message = await self._screen(actor)
        except Refusal as refusal:
            message = notices.refused(refusal.sentence)
        content: Json = {"blocks": home_blocks(message_in(actor.language, message))}
        if self._workspaces.is_shared(team):
            content = marked(content, actor.school)
        return list(content["blocks"])
