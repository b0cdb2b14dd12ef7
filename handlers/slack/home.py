"""The Home tab: drawn anew whenever somebody opens it, or does something on it."""

from bot.messages.start import WHOLE
from handlers.platform.home import HomePage
from handlers.platform.words import Json
from handlers.slack.blocks import home_blocks
from handlers.slack.calls import patiently
from handlers.slack.sharing import marked
from handlers.slack.workspaces import Workspaces


class Home:
    """Publishes Home tabs."""

    def __init__(self, page: HomePage, workspaces: Workspaces) -> None:
        self._page = page
        self._workspaces = workspaces

    async def publish(self, team: str, user: str, *, whole: bool = False) -> None:
        """Draw one person's Home tab, which remembers whether it is `whole`."""
        message, school = await self._page.of(team, user, whole=whole)
        content: Json = {"blocks": home_blocks(message)}
        if school is not None and self._workspaces.is_shared(team):
            content = marked(content, school)
        view: Json = {"type": "home", "blocks": content["blocks"], "private_metadata": WHOLE if whole else ""}
        client = self._workspaces.client(self._workspaces.of_team(team))
        await patiently(lambda: client.views_publish(user_id=user, view=view))
