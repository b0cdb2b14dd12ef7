"""Socket Mode: connections the bot opens, and envelopes sent through them.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import asyncio
import json

from aiohttp import WSMsgType, web

from bot.sandbox.faults import Faults, Kind
from bot.sandbox.limits import Limits
from bot.sandbox.wire import Json, new_id


class Sockets:
    """The open connections; each envelope goes to one of them, in turn."""

    def __init__(self, app_id: str, limits: Limits, faults: Faults) -> None:
        self._app_id = app_id
        self._limits = limits
        self._faults = faults
        self._tickets: set[str] = set()
        self._open: list[web.WebSocketResponse] = []
        self._leaving: set[web.WebSocketResponse] = set()
        self._silent: set[web.WebSocketResponse] = set()
        self._waiting: dict[str, tuple[web.WebSocketResponse, asyncio.Future[Json]]] = {}
        self._turn = 0

    @property
    def are_open(self) -> bool:
        """Whether the bot holds a connection at all."""
        return bool(self._open)

    @property
    def count(self) -> int:
        """How many connections the bot holds."""
        return len(self._open)

    def ticket(self) -> str:
        """Return the secret part of an address at which one connection may be opened."""
        ticket = new_id("")
        self._tickets.add(ticket)
        return ticket

    async def send(self, kind: Kind, payload: Json, tries: Json) -> Json:
        """Send one envelope and return what came with the acknowledgement."""
        socket = self._next()
        envelope_id = new_id("E")
        envelope = {
            "envelope_id": envelope_id,
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
            **tries,
        }
        acknowledged: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = socket, acknowledged
        try:
            await socket.send_json(envelope)
            return await acknowledged
        finally:
            del self._waiting[envelope_id]

    def _next(self) -> web.WebSocketResponse:
        staying = [socket for socket in self._open if socket not in self._leaving] or self._open
        if not staying:
            raise ConnectionError("the bot holds no connection")
        self._turn += 1
        return staying[self._turn % len(staying)]

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Hold one connection for as long as the bot keeps it."""
        if request.query.get("ticket") not in self._tickets:
            raise web.HTTPForbidden(text="no such ticket")
        self._tickets.discard(request.query["ticket"])
        fault = self._faults.next_for("socket", {})
        if fault is not None and fault.trouble == "drop_before":
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(heartbeat=10, autoping=False)
        await socket.prepare(request)
        if len(self._open) >= self._limits.sockets:
            await self._disconnect(socket, "too_many_websockets")
            await socket.close()
            return socket
        self._open.append(socket)
        try:
            if fault is None:
                await socket.send_json(self._hello())
            await self._listen(socket)
        finally:
            self._forget(socket)
        return socket

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._open),
            "connection_info": {"app_id": self._app_id},
            "debug_info": {"host": "sandbox", "approximate_connection_time": 18060},
        }

    async def _listen(self, socket: web.WebSocketResponse) -> None:
        async for message in socket:
            if message.type is WSMsgType.PING and socket not in self._silent:
                await socket.pong(message.data)
            if message.type is not WSMsgType.TEXT:
                continue
            try:
                told = json.loads(message.data)
            except ValueError:
                continue
            _socket, acknowledged = self._waiting.get(told.get("envelope_id", ""), (None, None))
            if acknowledged is not None and not acknowledged.done():
                payload = told.get("payload")
                acknowledged.set_result(payload if isinstance(payload, dict) else {})

    def _forget(self, socket: web.WebSocketResponse) -> None:
        if socket in self._open:
            self._open.remove(socket)
        self._leaving.discard(socket)
        self._silent.discard(socket)
        for held, acknowledged in list(self._waiting.values()):
            if held is socket and not acknowledged.done():
                acknowledged.set_exception(ConnectionError("the connection closed"))

    async def refresh(self, reason: str = "refresh_requested") -> None:
        """Ask the bot to open a fresh connection, as Slack does every few hours; old ones still answer."""
        for socket in list(self._open):
            self._leaving.add(socket)
            await self._disconnect(socket, reason)

    def fall_silent(self) -> None:
        """Answer nothing more over what is open, as when a line is dead and nobody has noticed."""
        self._silent.update(self._open)

    async def say(self, words: str) -> None:
        """Send this over every connection, whatever it is."""
        for socket in list(self._open):
            await socket.send_str(words)

    async def close(self) -> None:
        """Cut every connection without a word."""
        for socket in list(self._open):
            await socket.close()

    async def _disconnect(self, socket: web.WebSocketResponse, reason: str) -> None:
        await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}})
