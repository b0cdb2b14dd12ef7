"""Socket Mode, watched over: a connection that is lost and does not come back is made anew."""

import asyncio
from time import monotonic

import structlog
from aiohttp import ClientSession
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.app.refusals import understood
from bot.errors import Problem
from bot.settings import Settings
from handlers.slack.calls import within_limit
from handlers.slack.socket import Socket

log = structlog.stdlib.get_logger(__name__)

CONNECTING = 10.0
"""Seconds to wait for a connection, and for Slack's hello over it."""
ALONE = 30.0
"""Seconds that Slack's own client has to connect again. It would try one used-up address for ever."""


class Listening:
    """Holds the connection to Slack over which requests come in."""

    def __init__(
        self,
        bolt: AsyncApp,
        session: ClientSession,
        settings: Settings,
        *,
        connecting: float = CONNECTING,
        alone: float = ALONE,
    ) -> None:
        self._bolt = bolt
        self._connecting, self._alone = connecting, alone
        self._url = settings.api_url
        self._token = settings.app_token
        self._client = AsyncWebClient(
            token=self._token, base_url=self._url, session=session, retry_handlers=[]
        )
        self._socket: Socket | None = None
        self._seen = monotonic()

    async def ensure(self) -> None:
        """Hold a connection: made now, if there is none. Raises `Problem` while there is none."""
        if self._socket is None:
            self._socket = await self._connected()
        if await self._socket.is_up():
            self._seen = monotonic()
            return
        if monotonic() - self._seen > self._alone:
            lost, self._socket = self._socket, None
            await lost.close(within=0)
        raise Problem(f"The connection to Slack at {self._url} was lost. The bot connects again by itself.")

    async def close(self, within: float) -> None:
        """Answer what has come in, for so many seconds at most, then hang up."""
        if self._socket is not None:
            await self._socket.close(within=within)

    async def _connected(self) -> Socket:
        with understood("SLACK_APP_TOKEN", self._url):
            opened = await within_limit(lambda: self._client.apps_connections_open(app_token=self._token))
        socket = Socket(self._bolt, self._token)
        socket.client.web_client = self._client
        socket.client.wss_uri = str(opened["url"])
        try:
            with understood("SLACK_APP_TOKEN", self._url):
                async with asyncio.timeout(self._connecting):
                    await socket.connect_async()  # type: ignore[no-untyped-call]  # Bolt's is not annotated
                    await socket.greeted()
        except BaseException:
            await socket.close(within=0)
            raise
        self._seen = monotonic()
        return socket
