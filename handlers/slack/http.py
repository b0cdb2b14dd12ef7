"""Signed HTTP: one address for commands, interactions and events."""

import asyncio
from binascii import a2b_qp
from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier

from handlers.platform.reading import WITHIN
from handlers.slack.payloads import makes_sense

PATH = "/slack/events"
UNQUOTED = (b"&", b"=", b" ", b"\t", b"\r", b"\n")
"""What stands in no value of a form as it is, or would be read in several ways."""
MOST = 1024 * 1024
"""Bytes in a request; Slack's own stay far below."""


class Door:
    """Takes Slack's requests, and turns away what is not from Slack or makes no sense.

    While nobody has been introduced, it is asked to come again: a proxy asks the next replica, Slack sends
    events again, and a form that is sent stays open with its words.
    """

    def __init__(
        self,
        app: AsyncApp,
        signing_secret: str,
        *,
        knows_anybody: Callable[[], bool],
        within: float = WITHIN,
    ) -> None:
        self._app = app
        self._within = within
        self._verifier = SignatureVerifier(signing_secret)
        self._knows_anybody = knows_anybody

    def routes(self) -> list[web.RouteDef]:
        """What to add to a web application."""
        return [web.post(PATH, self.take)]

    async def take(self, request: web.Request) -> web.Response:
        if (request.content_length or 0) > MOST:
            return await to_aiohttp_response(too_large())
        try:
            async with asyncio.timeout(self._within):
                body = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return await to_aiohttp_response(too_large())
        except TimeoutError:
            return await to_aiohttp_response(turned_away(408, "This request took too long to come in."))
        except web.RequestPayloadError:
            return await to_aiohttp_response(senseless())
        return await to_aiohttp_response(await self.answer(body, request.headers))

    async def answer(self, body: bytes, headers: Mapping[str, str]) -> BoltResponse:
        """What Slack is told: its request is known by the signature before anything of it is read."""
        if len(body) > MOST:
            return too_large()
        if not self._is_signed(body, headers):
            return turned_away(401, "This request is not signed by Slack.")
        asked = readable(body, headers)
        if asked is None:
            return senseless()
        if not self._knows_anybody():
            return turned_away(503, "ILT Bot is starting. Please send this again in a moment.")
        answer = await self._app.async_dispatch(asked)
        return senseless() if answer.status == 404 else answer

    def _is_signed(self, body: bytes, headers: Mapping[str, str]) -> bool:
        stamp, signature = headers.get("X-Slack-Request-Timestamp"), headers.get("X-Slack-Signature")
        try:
            return bool(self._verifier.is_valid(body, stamp or "", signature or ""))
        except (ValueError, TypeError):
            return False


def readable(body: bytes, headers: Mapping[str, str]) -> AsyncBoltRequest | None:
    """The request as Bolt reads it; None when it is nothing that Slack would send."""
    try:
        text = payload_of(body) or body.decode()
        asked = AsyncBoltRequest(body=text, headers=headers)  # type: ignore[arg-type]
        said: Any = asked.body
        return asked if isinstance(said, dict) and makes_sense(said) else None
    except (ValueError, AttributeError, KeyError, TypeError, LookupError, RecursionError):
        return None


def payload_of(body: bytes) -> str:
    """The JSON that a form or a button is sent as; empty for anything else.

    Bolt would read the thousands of escapes of a form one by one. In quoted-printable they are the same with
    another sign before them, and Python reads that at once.
    """
    name, _, value = body.partition(b"=")
    if name != b"payload" or any(sign in value for sign in UNQUOTED):
        return ""
    said = a2b_qp(value.replace(b"+", b" ").replace(b"%", b"="))
    is_whole = len(said) == len(value) - 2 * value.count(b"%")
    return said.decode(errors="replace") if is_whole and said.startswith(b"{") else ""


def too_large() -> BoltResponse:
    return turned_away(413, "This request is larger than Slack's ever are.")


def senseless() -> BoltResponse:
    return turned_away(400, "This is not a request that ILT Bot understands.")


def turned_away(status: int, sentence: str) -> BoltResponse:
    return BoltResponse(status=status, body={"error": sentence})
