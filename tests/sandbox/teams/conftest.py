import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.sandbox.clock import StillClock
from bot.sandbox.teams.limits import Limits
from bot.sandbox.teams.server import Teams
from bot.sandbox.teams.tokens import Keys
from tests.sandbox.teams.a_tenant import APP, MONDAY, SEED, Json
from tests.world import PATIENCE

Reply = Callable[[Json], Awaitable[Any] | Any]


class EchoBot:
    """A bot that remembers what it hears and answers as it is told to."""

    def __init__(self) -> None:
        self.heard: list[Json] = []
        self.authorizations: list[str] = []
        self.reply: Reply = lambda _activity: None

    async def answer(self, request: web.Request) -> web.StreamResponse:
        activity = await request.json()
        self.heard.append(activity)
        self.authorizations.append(request.headers.get("Authorization", ""))
        answer = self.reply(activity)
        answer = await answer if asyncio.iscoroutine(answer) else answer
        if isinstance(answer, web.Response):
            return answer
        return web.json_response(answer) if answer is not None else web.Response()


class Api:
    """Calls the connector the way a bot does."""

    def __init__(self, session: ClientSession, teams: Teams) -> None:
        self.session = session
        self.teams = teams

    async def __call__(self, verb: str, path: str, body: object = None, token: str = APP.token) -> Json:
        headers = {"Authorization": f"Bearer {token}"}
        url = f"{self.teams.service_url}v3/{path}"
        async with self.session.request(verb, url, json=body, headers=headers) as response:
            words = await response.json() if response.content_length else None
            return {
                "status": response.status,
                "body": words,
                "code": words["error"]["code"] if isinstance(words, dict) and "error" in words else "",
                "retry_after": response.headers.get("Retry-After"),
            }

    async def posts(self, conversation: str, body: Json) -> str:
        answer = await self("POST", f"conversations/{conversation}/activities", body)
        assert answer["status"] == 201, answer
        return str(answer["body"]["id"])


@pytest.fixture(scope="session")
def keys() -> Keys:
    return Keys()


@pytest.fixture
def limits() -> Limits:
    return Limits(answer_seconds=PATIENCE)


@pytest.fixture
async def bot() -> EchoBot:
    return EchoBot()


@pytest.fixture
async def teams(bot: EchoBot, keys: Keys, limits: Limits) -> AsyncIterator[Teams]:
    application = web.Application()
    application.router.add_post("/api/messages", bot.answer)
    teams = Teams(SEED, clock=StillClock(MONDAY), keys=keys, limits=limits)
    async with TestServer(application) as behind, TestServer(teams.web()) as server:
        teams.base_url = str(server.make_url("/"))
        teams.bot_url = str(behind.make_url("/api/messages"))
        yield teams


@pytest.fixture
async def api(teams: Teams) -> AsyncIterator[Api]:
    async with ClientSession() as session:
        yield Api(session, teams)
