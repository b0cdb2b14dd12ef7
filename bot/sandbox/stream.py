"""Telling open pages at once what has changed.

Over a WebSocket: of other connections that last, a browser holds six to one address, whatever the number of
its tabs, and a seventh tab would wait for ever. https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

import asyncio
import contextlib
from collections.abc import Iterable

from aiohttp import web

from bot.sandbox.changes import Changes, Topic
from bot.sandbox.workspace import Workspace

GATHER_SECONDS = 0.05
SIGN_OF_LIFE_SECONDS = 15.0
LEAVE_SECONDS = 1.0
"""How long a page may take to say goodbye when the server stops."""
OWN = ("home", "views")


class Stream:
    """Answers `GET /sandbox/stream`."""

    def __init__(self, workspace: Workspace, changes: Changes) -> None:
        self._workspace = workspace
        self._changes = changes

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Send word of each change this person may know of, until the page goes away.

        The first word names no change: it says that from now on none is missed. Raises HTTPBadRequest for
        what is no WebSocket.
        """
        me = request.query.get("as", "")
        socket = web.WebSocketResponse(heartbeat=SIGN_OF_LIFE_SECONDS, timeout=LEAVE_SECONDS)
        with self._changes.listening() as changes:
            await socket.prepare(request)
            async with asyncio.TaskGroup() as group:
                telling = group.create_task(self._tell(socket, changes, me))
                async for _ in socket:
                    pass
                telling.cancel()
        return socket

    async def _tell(
        self, socket: web.WebSocketResponse, changes: asyncio.Queue[Topic | None], me: str
    ) -> None:
        with contextlib.suppress(ConnectionResetError):
            await socket.send_json({"changed": []})
            while (topics := await _gathered(changes)) is not None:
                if changed := self._names(topics, me):
                    await socket.send_json({"changed": changed})
        await socket.close()

    def _names(self, topics: Iterable[Topic], me: str) -> list[str]:
        return sorted({name for topic in topics if (name := self._name(topic, me))})

    def _name(self, topic: Topic, me: str) -> str:
        """Return what the page calls this change, empty when it is none of this person's business."""
        what, whom = topic
        if what == "channel":
            conversation = self._workspace.conversations.get(whom)
            mine = conversation is not None and me in conversation.members
            return f"channel:{whom}" if mine else ""
        return "" if what in OWN and whom not in ("", me) else what


async def _gathered(changes: asyncio.Queue[Topic | None]) -> list[Topic] | None:
    """Return the changes of a short while, None at the end of all."""
    found = [await changes.get()]
    await asyncio.sleep(GATHER_SECONDS)
    while not changes.empty():
        found.append(changes.get_nowait())
    topics = [topic for topic in found if topic is not None]
    return topics if len(topics) == len(found) else None
