"""Home: a card that is sent to whoever asks for it, and drawn again when they do something on it."""

from handlers.platform.home import HomePage
from handlers.teams.origins import Origin
from handlers.teams.pages import Page
from handlers.teams.rendering import Rendering
from handlers.teams.replies import Replies
from handlers.teams.sharing import at_home

HOME = "home"
"""What is typed for it."""


class Home:
    """Sends people their Home."""

    def __init__(self, page: HomePage, replies: Replies, rendering: Rendering) -> None:
        self._page = page
        self._replies = replies
        self._rendering = rendering

    async def send(self, origin: Origin) -> None:
        """Draw one person's Home, and send it to their 1:1 chat."""
        await self._replies.send_or_point(origin, await self._drawn(origin))

    async def refresh(self, origin: Origin, *, unfolds: bool = False) -> None:
        """Draw the page again on which somebody did something; no Home stands where others read.

        When somebody `unfolds` it, the pages after it are sent below; from a later page, all of it: what was
        held back may belong on the earlier ones, which stay as they are.
        """
        if origin.home is None or not origin.is_personal:
            return
        pages = await self._drawn(origin)
        starts_anew = unfolds and origin.home > 0
        if origin.home < len(pages) and not starts_anew:
            await self._replies.change(origin, pages[origin.home])
        if unfolds:
            await self._replies.send_or_point(origin, pages if starts_anew else pages[1:])

    async def _drawn(self, origin: Origin) -> list[Page]:
        message, school = await self._page.of(
            origin.tenant, origin.user, origin.school, whole=origin.is_whole
        )
        pages = self._rendering.told(message, origin.tenant, school)
        return at_home(pages, whole=origin.is_whole)
