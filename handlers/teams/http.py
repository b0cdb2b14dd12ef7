"""Signed HTTP: one address for everything that Teams tells the bot.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from functools import partial

from aiohttp import web

from handlers.platform.failures import Malformed
from handlers.platform.reading import WITHIN
from handlers.platform.words import Json
from handlers.teams.failures import Answer
from handlers.teams.listeners import Listeners
from handlers.teams.payloads import Activity, Envelope
from handlers.teams.verifying import TEAMS, NoKeys, Unsigned, Verifier, is_loopback

PATH = "/api/messages"
MOST = 1024 * 1024
"""Bytes in a request; Teams' own stay far below."""
COMPACT = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
"""As cards are counted (`handlers.teams.shapes.size`), and as the connector's client writes them."""
HERE = "http://localhost"
"""No browser is asking."""

Admit = Callable[[str, str], Awaitable[bool]]
"""Given a tenant and its service URL: whether activities from there are for this bot."""


class Door:
    """Takes Teams' activities, and turns away what is not from Teams, not from here, or makes no sense."""

    def __init__(
        self, verifier: Verifier, listeners: Listeners, admit: Admit, *, within: float = WITHIN
    ) -> None:
        self._verifier = verifier
        self._within = within
        self._listeners = listeners
        self._admit = admit

    def routes(self) -> list[web.RouteDef]:
        """What to add to a web application."""
        return [web.post(PATH, self.take)]

    async def take(self, request: web.Request) -> web.Response:
        """Answer one activity."""
        if self._verifier.is_open and not is_loopback(request.headers.get("Origin", HERE)):
            return refused(403, "A page of another site may not speak to ILT Bot.")
        if (request.content_length or 0) > MOST:
            return refused(413, "This request is larger than Teams' ever are.")
        try:
            async with asyncio.timeout(self._within):
                body = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return refused(413, "This request is larger than Teams' ever are.")
        except TimeoutError:
            return refused(408, "This request took too long to come in.")
        except web.RequestPayloadError:
            return refused(400, "This is not a request that ILT Bot understands.")
        return await self._taken(request, body)

    async def _taken(self, request: web.Request, body: bytes) -> web.Response:
        try:
            vouches = await self._verifier.vouching(request.headers.get("Authorization", ""))
            return await self._answered(read(body), vouches)
        except Unsigned:
            return refused(401, "This request is not signed by Teams.")
        except NoKeys:
            return refused(503, "Teams' signatures cannot be checked at the moment.")
        except Malformed:
            return refused(400, "This is not a request that ILT Bot understands.")

    async def _answered(self, body: Json, vouches: Callable[[str], bool]) -> web.Response:
        about = Envelope.of(body)
        if not vouches(about.service_url):
            raise Unsigned
        if about.channel_id != TEAMS and not self._verifier.is_open:
            return refused(403, "ILT Bot is on Microsoft Teams only.")
        if not about.is_known:
            return web.Response()
        if not await self._admit(about.tenant, about.service_url):
            return refused(403, "ILT Bot is not set up for this organization.")
        return drawn(await self._listeners.take(Activity.of(body)))


def read(body: bytes) -> Json:
    """The request as an object, half of a character in it as a question mark; raises Malformed."""
    try:
        found = json.loads(body)
        found = json.loads(json.dumps(found, ensure_ascii=False).encode(errors="replace"))
    except (ValueError, RecursionError) as error:
        raise Malformed from error
    if not isinstance(found, dict):
        raise Malformed
    return found


def refused(status: int, sentence: str) -> web.Response:
    return web.json_response({"error": sentence}, status=status)


def drawn(answer: Answer) -> web.Response:
    if answer.body is None:
        return web.Response(status=answer.status)
    return web.json_response(answer.body, status=answer.status, dumps=COMPACT)
