"""The door of the connector: who calls, what for, how often, and what goes wrong on purpose."""

import asyncio
import json
from dataclasses import dataclass
from functools import partial

from aiohttp import web

from bot.sandbox.calls import Call, Calls
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.teams.connector import Connector, Done
from bot.sandbox.teams.faults import MALFORMED
from bot.sandbox.teams.limits import Gate
from bot.sandbox.teams.wire import ConnectorError
from bot.sandbox.wire import Json

CONVERSATION = "/v3/conversations/{conversation}"
ROUTES = (
    ("POST", "/v3/conversations", "conversations.create"),
    ("POST", f"{CONVERSATION}/activities", "activities.create"),
    ("POST", f"{CONVERSATION}/activities/{{activity}}", "activities.create"),
    ("PUT", f"{CONVERSATION}/activities/{{activity}}", "activities.update"),
    ("DELETE", f"{CONVERSATION}/activities/{{activity}}", "activities.delete"),
    ("GET", f"{CONVERSATION}/members", "members.list"),
    ("GET", f"{CONVERSATION}/pagedMembers", "members.page"),
    ("GET", f"{CONVERSATION}/pagedmembers", "members.page"),
    ("GET", f"{CONVERSATION}/members/{{member}}", "members.get"),
    ("GET", "/v3/teams/{team}", "teams.get"),
    ("GET", "/v3/teams/{team}/conversations", "teams.channels"),
)


@dataclass(frozen=True)
class Reply:
    """What goes back over the wire; without a status the line is cut."""

    body: object
    status: int
    retry_after: int = 0

    def drawn(self) -> web.Response:
        """Return the reply as HTTP has it; empty where there is nothing to say."""
        headers = {"Retry-After": str(self.retry_after)} if self.retry_after else {}
        if self.body == MALFORMED:
            return web.Response(text="<html>", content_type="text/html", headers=headers)
        if self.body is None:
            return web.Response(status=self.status, headers=headers)
        return web.json_response(self.body, status=self.status, headers=headers)


@dataclass(frozen=True)
class Door:
    """Answers what bots ask of the connector, and remembers it."""

    connector: Connector
    gate: Gate
    faults: Faults
    calls: Calls

    def routes(self, prefix: str) -> list[web.RouteDef]:
        """Return every route of the connector, below its service URL."""
        return [web.route(verb, f"{prefix}{path}", partial(self.answer, name)) for verb, path, name in ROUTES]

    async def answer(self, method: str, request: web.Request) -> web.StreamResponse:
        """Answer one call and remember it."""
        words = await request.text()
        arguments: Json = {**request.query, **request.match_info, "body": _read(words)}
        authorization = request.headers.get("Authorization", "")
        reply = await self._reply(method, authorization, arguments)
        told = reply.body if isinstance(reply.body, dict) else {"list": reply.body} if reply.status else None
        self.calls.add(Call(method, arguments, told, reply.status))
        if not reply.status and request.transport is not None:
            request.transport.abort()
        return reply.drawn() if reply.status else web.Response(status=500)

    async def _reply(self, method: str, authorization: str, arguments: Json) -> Reply:
        fault = self.faults.next_for(method, arguments)
        if fault is not None and (reply := _spoiled(fault)) is not None:
            return reply
        reply = self._done(method, authorization, arguments)
        if fault is None:
            return reply
        await asyncio.sleep(fault.seconds)
        if fault.error == MALFORMED:
            return Reply(MALFORMED, 200)
        return Reply(None, 0) if fault.trouble == "drop_after" else reply

    def _done(self, method: str, authorization: str, arguments: Json) -> Reply:
        try:
            done = self._allowed(method, authorization, arguments)
        except ConnectorError as refusal:
            return Reply(refusal.body(), refusal.status, refusal.retry_after)
        return Reply(done.body, done.status)

    def _allowed(self, method: str, authorization: str, arguments: Json) -> Done:
        seed = self.connector.tenant.seed
        shown = f"Bearer {seed.app.token}" if seed.app.token else ""
        if authorization != shown or arguments["tenant"] != seed.tenant_id:
            raise ConnectorError("Unauthorized", "Authorization has been denied for this request.")
        if wait := self.gate.seconds_to_wait(method, _thread(arguments)):
            raise ConnectorError("Throttled", "Too many requests.", retry_after=wait)
        if not isinstance(arguments["body"], dict):
            raise ConnectorError("BadSyntax", "The body is not a JSON object.")
        return self.connector.operations[method](arguments, arguments["body"])


def _thread(arguments: Json) -> str:
    """Return what a call counts for: its conversation or team; a chat to be opened is its person's."""
    named = str(arguments.get("conversation") or arguments.get("team") or "").partition(";")[0]
    members = arguments["body"].get("members") if isinstance(arguments["body"], dict) else None
    return named or str(members or "")


def _read(words: str) -> object:
    try:
        return json.loads(words or "{}")
    except ValueError:
        return None


def _spoiled(fault: Fault) -> Reply | None:
    """Return what a fault answers in place of the work, None when the work is done all the same."""
    if fault.trouble == "drop_before":
        return Reply(None, 0)
    if fault.trouble == "server_error":
        return Reply(ConnectorError("ServiceError").body(), 500)
    if fault.trouble == "rate_limited":
        return Reply(ConnectorError("Throttled").body(), 429, max(1, round(fault.seconds)))
    if fault.trouble == "error" and fault.error != MALFORMED:
        refusal = ConnectorError(fault.error)
        return Reply(refusal.body(), refusal.status)
    return None
