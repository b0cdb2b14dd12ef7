"""The Home tab: drawn anew whenever somebody opens it, or does something on it."""

from collections.abc import Awaitable, Callable

from bot.errors import Refusal
from bot.messages.languages import message_in
from bot.messages.vocabulary import Message
from bot.model.people import Actor
from handlers.slack import notices
from handlers.slack.blocks import home_blocks
from handlers.slack.calls import patiently
from handlers.slack.workspaces import Workspaces

Identify = Callable[[str, str], Awaitable[Actor]]
"""Given a workspace's and a user's id: who that is at the school."""

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
        actor = await self._identify(team, user)
        try:
            message = await self._screen(actor)
        except Refusal as refusal:
            message = notices.refused(refusal.sentence)
        message = message_in(actor.language, message)
        client = self._workspaces.client(self._workspaces.of_team(team))
        view = {"type": "home", "blocks": home_blocks(message)}
        await patiently(lambda: client.views_publish(user_id=user, view=view))
