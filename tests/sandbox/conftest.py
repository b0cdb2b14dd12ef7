import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.sandbox.clock import StillClock
from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox
from tests.sandbox.a_school import BOT, MONDAY, SECRET, SEED
from tests.world import PATIENCE

Json = dict[str, Any]
Reply = Callable[[Json], Awaitable[Any] | Any]


class EchoBot:
    """A bot that checks signatures, remembers what it hears and answers as it is told to."""

    def __init__(self) -> None:
        self.url = ""
        self.heard: list[Json] = []
        self.headers: list[Json] = []
        self.reply: Reply = lambda _payload: None

    async def answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.text()
        if not self._is_from_slack(request, body):
            return web.Response(status=401)
        payload = json.loads(body) if request.content_type == "application/json" else dict(parse_qsl(body))
        payload = json.loads(payload["payload"]) if "payload" in payload else payload
        self.heard.append(payload)
        self.headers.append(dict(request.headers))
        answer = self.reply(payload)
        answer = await answer if asyncio.iscoroutine(answer) else answer
        if isinstance(answer, web.Response):
            return answer
        return web.Response(text=answer or "") if not isinstance(answer, dict) else web.json_response(answer)

    def _is_from_slack(self, request: web.Request, body: str) -> bool:
        stamp = request.headers["X-Slack-Request-Timestamp"]
        digest = hmac.new(SECRET.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        fresh = abs(time.time() - int(stamp)) < 300
        return fresh and request.headers["X-Slack-Signature"] == f"v0={digest}"


class Api:
    """Calls the Web API the way a bot does."""

    def __init__(self, session: ClientSession, server: TestServer) -> None:
        self.session = session
        self.server = server

    async def __call__(self, method: str, token: str = BOT.token, **arguments: object) -> Json:
        headers = {"Authorization": f"Bearer {token}"}
        url = self.server.make_url(f"/api/{method}")
        async with self.session.post(url, json=arguments, headers=headers) as response:
            answer: Json = await response.json()
            return {**answer, "status": response.status, "retry_after": response.headers.get("Retry-After")}

    async def get(self, path: str) -> Json:
        async with self.session.get(self.server.make_url(path)) as response:
            return {**await response.json(), "status": response.status}

    async def post(self, path: str, **body: object) -> Json:
        async with self.session.post(self.server.make_url(path), json=body) as response:
            return {**await response.json(), "status": response.status}


@pytest.fixture
def clock() -> StillClock:
    return StillClock(MONDAY)


@pytest.fixture
def limits() -> Limits:
    return Limits(answer_seconds=PATIENCE, trigger_seconds=PATIENCE, retry_events_after=(0.0, 0.05, 0.1))


@pytest.fixture
async def bot() -> AsyncIterator[EchoBot]:
    echo = EchoBot()
    application = web.Application()
    application.router.add_post("/slack/events", echo.answer)
    async with TestServer(application) as server:
        echo.url = str(server.make_url("/slack/events"))
        yield echo


@pytest.fixture
async def sandbox(clock: StillClock, limits: Limits, bot: EchoBot) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(SEED, clock=clock, bot_url=bot.url, limits=limits)
    yield sandbox
    await sandbox.close()


@pytest.fixture
async def server(sandbox: Sandbox) -> AsyncIterator[TestServer]:
    async with TestServer(sandbox.web()) as server:
        sandbox.base_url = str(server.make_url("")).rstrip("/")
        yield server


@pytest.fixture
async def api(server: TestServer) -> AsyncIterator[Api]:
    async with ClientSession() as session:
        yield Api(session, server)
