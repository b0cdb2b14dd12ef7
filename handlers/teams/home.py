"""Home: a card that is sent to whoever asks for it."""

from handlers.platform.home import HomePage
from handlers.teams.origins import Origin
from handlers.teams.replies import Replies

HOME = "home"


class Home:
    """Sends people their Home."""

    def __init__(self, page: HomePage, replies: Replies) -> None:
        self._page = page
        self._replies = replies

    async def send(self, origin: Origin) -> None:
        """Draw one person's Home, and send it to their 1:1 chat."""
        message, school = await self._page.of(origin.tenant, origin.user, origin.school)
        await self._replies.tell_or_point(origin.model_copy(update={"school": school}), message)
