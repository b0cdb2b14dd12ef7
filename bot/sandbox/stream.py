"""Telling open pages at once what has changed, as server-sent events."""

import asyncio
import contextlib
import json

from aiohttp import web

from bot.sandbox.changes import Changes, Topic
from bot.sandbox.workspace import Workspace

GATHER_SECONDS = 0.05
SIGN_OF_LIFE_SECONDS = 15.0
OWN = ("home", "views")


class Stream:
    """Answers `GET /sandbox/stream`."""

    def __init__(self, workspace: Workspace, changes: Changes) -> None:
        self._workspace = workspace
        self._changes = changes

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Send word of each change this person may know of, until the page goes away."""
        me = request.query.get("as", "")
        response = web.StreamResponse(headers={"Cache-Control": "no-cache"})
        response.content_type = "text/event-stream"
        with self._changes.listening() as changes, contextlib.suppress(ConnectionResetError):
            await response.prepare(request)
            await response.write(b": hello\n\n")
            while (topics := await _gathered(changes)) is not None:
                changed = sorted({name for topic in topics if (name := self._name(topic, me))})
                word = f"data: {json.dumps({'changed': changed})}\n\n" if changed else ": still here\n\n"
                await response.write(word.encode())
        return response

    def _name(self, topic: Topic, me: str) -> str:
        """Return what the page calls this change, empty when it is none of this person's business."""
        what, whom = topic
        if what == "channel":
            conversation = self._workspace.conversations.get(whom)
            mine = conversation is not None and me in conversation.members
            return f"channel:{whom}" if mine else ""
        return "" if what in OWN and whom not in ("", me) else what


async def _gathered(changes: asyncio.Queue[Topic | None]) -> list[Topic] | None:
    """Return the changes of a short while, none after a quiet time, None at the end of all."""
    try:
        async with asyncio.timeout(SIGN_OF_LIFE_SECONDS):
            first = await changes.get()
    except TimeoutError:
        return []
    await asyncio.sleep(GATHER_SECONDS)
    found = [first]
    while not changes.empty():
        found.append(changes.get_nowait())
    topics = [topic for topic in found if topic is not None]
    return topics if len(topics) == len(found) else None
