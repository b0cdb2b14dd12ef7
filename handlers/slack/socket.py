"""Socket Mode: the same listeners behind a socket, for a bot that Slack cannot reach."""

import asyncio
import json

import structlog
from aiohttp import ClientWebSocketResponse, WSMessage
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.logs import traced

log = structlog.stdlib.get_logger(__name__)


class Socket(AsyncSocketModeHandler):
    """Bolt's handler, which can also wait for the requests it is still answering.

    Every `ping_interval` seconds the other side is asked for a sign of life; half as long without one, and
    the connection is made anew.
    """

    def __init__(self, app: AsyncApp, app_token: str, *, ping_interval: float = 10) -> None:
        super().__init__(app, app_token, ping_interval=ping_interval)
        self._greeted_on: ClientWebSocketResponse | None = None
        self._greeted = asyncio.Event()
        self.client.on_message_listeners.append(self._heard)
        self._answering: set[str] = set()
        self._quiet = asyncio.Event()
        self._quiet.set()

    async def greeted(self) -> None:
        """Wait for Slack's hello: a connection over which none comes brings no requests either."""
        await self._greeted.wait()

    async def is_up(self) -> bool:
        """Whether there is a connection over which Slack has said hello."""
        return self.client.current_session is self._greeted_on and await self.client.is_connected()

    async def _heard(self, message: WSMessage) -> None:
        if self._greeted_on is not self.client.current_session and is_hello(message.data):
            self._greeted_on = self.client.current_session
            self._greeted.set()

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]  # Bolt narrows its base
        """Answer one envelope."""
        self._answering.add(req.envelope_id)
        self._quiet.clear()
        try:
            with traced():
                await super().handle(client, req)
        finally:
            self._answering.discard(req.envelope_id)
            if not self._answering:
                self._quiet.set()

    async def close(self, within: float = 10) -> None:
        """Answer what has come in, then hang up: an answer cannot follow a closed socket."""
        try:
            await asyncio.wait_for(self._quiet.wait(), within)
        except TimeoutError:
            log.warning("hung up with answers owed", answers=len(self._answering))
        await self.close_async()  # type: ignore[no-untyped-call]  # Bolt's is not annotated


def is_hello(words: object) -> bool:
    try:
        said = json.loads(words) if isinstance(words, str) else None
    except ValueError:
        return False
    return isinstance(said, dict) and said.get("type") == "hello"
