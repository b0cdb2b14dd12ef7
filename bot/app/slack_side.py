"""The bot on Slack as the service runs it: whose workspace the token opens, and the connection to it."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiohttp import ClientSession, web

from bot.app import whose
from bot.app.core import Core
from bot.app.refusals import understood
from bot.app.slack import OnSlack, installed
from bot.courier import Courier
from bot.settings import Settings
from handlers.platform.afterwards import Afterwards
from handlers.platform.directory import Found
from handlers.slack.workspaces import PLATFORM, slack_session

if TYPE_CHECKING:
    from bot.app.listening import Listening

TOKEN = "SLACK_BOT_TOKEN"  # noqa: S105  # the variable's name


class SlackSide:
    """Slack, over signed HTTP, a socket, or both."""

    name = PLATFORM

    def __init__(self, core: Core, bot: OnSlack, settings: Settings, listening: "Listening | None") -> None:
        self._core = core
        self._slack = bot.slack
        self._settings = settings
        self._listening = listening
        self.courier: Courier = bot.courier
        self.afterwards: Afterwards = bot.slack.afterwards

    def routes(self) -> Iterable[web.RouteDef]:
        """Slack's door when there is a secret to know its requests by; else it is not even open."""
        return self._slack.door.routes() if self._settings.slack_signing_secret else ()

    async def introduce(self) -> list[str]:
        """Ask Slack whose workspace the token opens, and return those schools' keys; raises `Problem`."""
        return await whose.introduce(self._core, self._slack.workspaces, self._settings)

    async def look_through(self, school: str) -> Found:
        """Find the school's people and channels in Slack; raises `Problem` when Slack says no or nothing."""
        with understood(TOKEN, self._settings.api_url):
            return await self._slack.directory.sync(school)

    async def listen(self) -> None:
        """Hold the socket, in Socket Mode; raises `Problem` while there is none."""
        if self._listening is not None:
            await self._listening.ensure()

    async def hang_up(self, within: float) -> None:
        """Answer what has come in over the socket, for so many seconds at most, and close it."""
        if self._listening is not None:
            await self._listening.close(within=within)


@asynccontextmanager
async def slack_side(core: Core, settings: Settings) -> AsyncIterator[SlackSide]:
    """Slack's side as the settings have it, while the block lasts; nothing is asked of Slack yet."""
    async with slack_session() as session:
        bot = installed(core, session, settings)
        yield SlackSide(core, bot, settings, listening(bot, session, settings))


def listening(bot: OnSlack, session: ClientSession, settings: Settings) -> "Listening | None":
    """What holds the socket; None without the token for it."""
    if not settings.slack_app_token:
        return None
    from bot.app.listening import Listening

    return Listening(bot.slack.bolt, session, settings)
