"""Signed HTTP: one address for commands, interactions and events."""

from typing import Any

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from handlers.slack.payloads import makes_sense

PATH = "/slack/events"
MOST = 1024 * 1024
"""Bytes in a request; Slack's own stay far below."""


class Door:
    """Takes Slack's requests, and turns away what is not from Slack or makes no sense."""

    def __init__(self, app: AsyncApp, signing_secret: str) -> None:
        self._app = app
        self._verifier = SignatureVerifier(signing_secret)

    def routes(self) -> list[web.RouteDef]:
        """What to add to a web application."""
        return [web.post(PATH, self.take)]

    async def take(self, request: web.Request) -> web.Response:
        if (request.content_length or 0) > MOST:
            return too_large()
        try:
            body = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return too_large()
        if len(body) > MOST:
            return too_large()
        if not self._is_signed(body, request):
            return web.json_response({"error": "This request is not signed by Slack."}, status=401)
        asked = await readable(request)
        if asked is None:
            return senseless()
        answer = await self._app.async_dispatch(asked)
        return senseless() if answer.status == 404 else await to_aiohttp_response(answer)

    def _is_signed(self, body: bytes, request: web.Request) -> bool:
        try:
            headers = {name.lower(): value for name, value in request.headers.items()}
            return bool(self._verifier.is_valid_request(body, headers))
        except ValueError:
            return False


async def readable(request: web.Request) -> AsyncBoltRequest | None:
    """The request as Bolt reads it; None when it is nothing that Slack would send."""
    try:
        asked = await to_bolt_request(request)
    except (ValueError, AttributeError, KeyError, TypeError, LookupError):
        return None
    body: Any = asked.body
    return asked if isinstance(body, dict) and makes_sense(body) else None


def too_large() -> web.Response:
    return web.json_response({"error": "This request is larger than Slack's ever are."}, status=413)


def senseless() -> web.Response:
    return web.json_response({"error": "This is not a request that ILT Bot understands."}, status=400)
