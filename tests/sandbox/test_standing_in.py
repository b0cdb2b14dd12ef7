"""The sandbox in Slack's place before a bot that runs elsewhere."""

import asyncio

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from slack_sdk.signature import SignatureVerifier

from bot.app.sample import SECRET
from bot.app.standing_in import standing_in, variables
from tests.databases import sample


@pytest.fixture
async def elsewhere():
    """A bot that only hears: what came to it, and where it is."""
    heard: asyncio.Queue[bool] = asyncio.Queue()

    async def take(request: web.Request) -> web.Response:
        body = await request.text()
        await heard.put(SignatureVerifier(SECRET).is_valid_request(body, dict(request.headers)))
        return web.Response()

    app = web.Application()
    app.router.add_post("/slack/events", take)
    async with TestServer(app) as server:
        yield heard, str(server.make_url(""))


async def test_what_people_do_goes_to_the_bot_signed_and_time_cannot_be_moved(elsewhere):
    heard, bot = elsewhere
    async with standing_in(bot, sample()) as url, ClientSession(url) as page:
        assert f"SLACK_API_URL={url}/api/" in variables(url)
        me = next(iter((await (await page.get("/sandbox/state?as=U001ADA")).json())["users"][1:]))["id"]

        typed = {"as": me, "channel": "C0ALLSTAFF", "text": "/ilt help"}
        assert (await page.post("/sandbox/say", json=typed)).status == 200
        assert await asyncio.wait_for(heard.get(), 30)

        for path, body in (("clock", {"to": "2030-01-01T07:00"}), ("reset", {})):
            refused = await page.post(f"/sandbox/{path}", json=body)
            assert "time here is the real one" in await refused.text()
