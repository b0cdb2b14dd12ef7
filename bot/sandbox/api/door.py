"""The door of the Web API: who calls, what for, how often, and what goes wrong on purpose."""

import asyncio
import json
from dataclasses import dataclass

from aiohttp import web

from bot.sandbox.api import chat, conversations, people, views
from bot.sandbox.api.method import Arguments, Parts, Run
from bot.sandbox.calls import Call, Calls
from bot.sandbox.faults import Fault, Faults, Raw
from bot.sandbox.limits import Gate
from bot.sandbox.wire import Json, SlackError

METHODS: dict[str, Run] = {**chat.METHODS, **conversations.METHODS, **people.METHODS, **views.METHODS}
FOR_APP_TOKENS = frozenset({"apps.connections.open"})
FOR_ANYBODY = frozenset({"api.test"})


@dataclass(frozen=True)
class Reply:
    """What goes back over the wire; a body of None means that the line is cut, unless `raw` is said."""

    body: Json | None
    status: int = 200
    retry_after: int = 0
    raw: Raw | None = None


class Door:
    """Answers `POST /api/{method}` as Slack does."""

    def __init__(self, parts: Parts, gate: Gate, faults: Faults, calls: Calls) -> None:
        self._parts = parts
        self._gate = gate
        self._faults = faults
        self._calls = calls

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one call and remember it."""
        method = request.match_info["method"]
        try:
            arguments = await _arguments(request)
        except SlackError as refusal:
            return web.json_response(refusal.body())
        token = _token(request, arguments)
        reply = await self._reply(method, token, arguments)
        self._calls.add(Call(method, arguments, reply.body, reply.status))
        if reply.raw is not None:
            return web.Response(body=reply.raw.body, status=reply.raw.status, headers=reply.raw.headers)
        if reply.body is None:
            _hang_up(request)
            return web.Response(status=500)
        headers = {"Retry-After": str(reply.retry_after)} if reply.retry_after else {}
        headers["X-OAuth-Scopes"] = ",".join(sorted(self._parts.workspace.scopes))
        return web.json_response(reply.body, status=reply.status, headers=headers)

    async def _reply(self, method: str, token: str, arguments: Json) -> Reply:
        fault = self._faults.next_for(method, arguments)
        if fault is not None and (reply := _spoiled(fault)) is not None:
            return reply
        reply = self._done(method, token, arguments)
        if fault is not None and fault.trouble == "delay":
            await asyncio.sleep(fault.seconds)
        if fault is not None and fault.trouble == "drop_after":
            return Reply(None, 0)
        if fault is not None and fault.answer is not None:
            return Reply(None, fault.answer.status, raw=fault.answer)
        return reply

    def _done(self, method: str, token: str, arguments: Json) -> Reply:
        try:
            self._let_in(method, token)
            wait = self._gate.seconds_to_wait(method, str(arguments.get("channel", "")))
            if wait:
                return Reply({"ok": False, "error": "ratelimited"}, 429, wait)
            return Reply(METHODS[method](self._parts, Arguments(arguments)))
        except SlackError as refusal:
            return Reply(refusal.body())

    def _let_in(self, method: str, token: str) -> None:
        bot = self._parts.workspace.seed.bot
        if method not in METHODS:
            raise SlackError("unknown_method", req_method=method)
        if method in FOR_ANYBODY:
            return
        if not token:
            raise SlackError("not_authed")
        if token not in (bot.token, bot.app_token):
            raise SlackError("invalid_auth")
        if not self._parts.workspace.is_installed:
            raise SlackError("account_inactive")
        if (token == bot.app_token) != (method in FOR_APP_TOKENS):
            raise SlackError("not_allowed_token_type")


def _spoiled(fault: Fault) -> Reply | None:
    """Return what a fault answers in place of the work, None when the work is done all the same."""
    if fault.trouble == "drop_before":
        return Reply(None, 0)
    if fault.trouble == "server_error":
        return Reply({"ok": False, "error": "internal_error"}, 500)
    if fault.trouble == "rate_limited":
        return Reply({"ok": False, "error": "ratelimited"}, 429, max(1, round(fault.seconds)))
    if fault.trouble == "error":
        return Reply({"ok": False, "error": fault.error})
    if fault.answer is not None and not fault.done:
        return Reply(None, fault.answer.status, raw=fault.answer)
    return None


async def _arguments(request: web.Request) -> Json:
    """Return everything a call says, from its address and its body, JSON or form."""
    given: Json = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError:
            raise SlackError("invalid_json") from None
        if not isinstance(body, dict):
            raise SlackError("json_not_object")
        return given | body
    return given | {name: str(value) for name, value in (await request.post()).items()}


def _token(request: web.Request, arguments: Json) -> str:
    """Return the token of a call, and keep it out of what is remembered."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    in_body = str(arguments.pop("token", ""))
    return token if kind == "Bearer" and token else in_body


def _hang_up(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
