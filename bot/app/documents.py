"""Documents over HTTP, for whoever knows the secret address: `GET /documents/<secret>.pdf` or `.md`."""

import asyncio
from typing import TYPE_CHECKING

from aiohttp import web

from bot.documents import markdown, pdf
from bot.errors import Refusal
from bot.messages.vocabulary import Message
from bot.model.people import the_clock
from bot.routines.documents import Documents, ReadDocument
from bot.routines.minutes import exporting
from bot.routines.relay import digest

if TYPE_CHECKING:
    from bot.app.core import Core

DOCUMENTS = Documents({"minutes": exporting.made, "digest": digest.made})
"""Every kind of document, by the first word of its name."""


def document_routes(core: "Core") -> list[web.RouteDef]:
    """What to add to a web application."""

    async def read(request: web.Request) -> web.Response:
        token, ending = request.match_info["token"], request.match_info["ending"]
        school = await core.units.school_of_document(token)
        if school is None:
            return _gone()
        try:
            found = await core.perform(DOCUMENTS.read, ReadDocument(token=token), actor=the_clock(school))
        except Refusal:
            return _gone()
        return await answer(found, ending, core)

    return [web.get("/documents/{token:[A-Za-z0-9_-]{40,60}}.{ending:pdf|md}", read)]


async def answer(found: Message, ending: str, core: "Core") -> web.Response:
    """The document, which no cache is to keep longer than its address holds."""
    headers = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
    if ending == "md":
        return web.Response(text=markdown(found), content_type="text/markdown", headers=headers)
    body = await asyncio.to_thread(pdf, found, core.clock.now())
    return web.Response(body=body, content_type="application/pdf", headers=headers)


def _gone() -> web.Response:
    return web.json_response({"error": "There is no document at this address."}, status=404)
