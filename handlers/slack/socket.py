"""Socket Mode: the same listeners behind a socket, for a bot that Slack cannot reach."""

import asyncio

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.logs import traced

log = structlog.stdlib.get_logger(__name__)


class Socket(AsyncSocketModeHandler):
    """Bolt's handler, which can also wait for the requests it is still answering."""

    def __init__(self, app: AsyncApp, app_token: str) -> None:
        super().__init__(app, app_token)
        self._answering: set[str] = set()
        self._quiet = asyncio.Event()
        self._quiet.set()

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
