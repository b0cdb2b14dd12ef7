"""Slack's own client and framework take the sandbox for Slack."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox
from tests.sandbox.a_school import BOT, WRITING, actions, asks, button, modal, section
from tests.sandbox.conftest import Api, Json


@pytest.fixture
def client(api: Api) -> AsyncWebClient:
    base_url = f"{api.server.make_url('/api/')}"
    return AsyncWebClient(BOT.token, base_url=base_url, session=api.session, retry_handlers=[])


@pytest.fixture
def app(client: AsyncWebClient) -> AsyncApp:
    async def authorize(**_given: object) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None,
            team_id="T1",
            bot_id=BOT.bot_id,
            bot_user_id=BOT.user_id,
            bot_token=BOT.token,
        )

    app = AsyncApp(
        client=client,
        signing_secret=BOT.signing_secret,
        authorize=authorize,
        process_before_response=True,
    )

    @app.command("/ilt")
    async def asked(ack: AsyncAck, body: Json) -> None:
        await ack("One moment")
        await client.views_open(trigger_id=body["trigger_id"], view=modal(asks("what", WRITING)))

    @app.view("input")
    async def sent(ack: AsyncAck, body: Json, view: Json) -> None:
        await ack()
        words = view["state"]["values"]["what"]["value"]["value"]
        blocks = [section(f"Got it: {words}"), actions(button("Take back", "take-back"))]
        await client.chat_postMessage(channel=body["user"]["id"], text="Got it", blocks=blocks)

    @app.action("take-back")
    async def taken_back(ack: AsyncAck, body: Json) -> None:
        await ack()
        ts = body["container"]["message_ts"]
        await client.chat_update(channel=body["channel"]["id"], ts=ts, text="Taken back", blocks=[])

    @app.event("app_home_opened")
    async def home(event: Json) -> None:
        view = {"type": "home", "blocks": [section("Welcome home")]}
        await client.views_publish(user_id=event["user"], view=view)

    return app


@pytest.fixture(params=["signed requests", "socket"])
async def running(
    request: pytest.FixtureRequest, app: AsyncApp, client: AsyncWebClient, sandbox: Sandbox
) -> AsyncIterator[None]:
    if request.param == "socket":
        handler = AsyncSocketModeHandler(app, BOT.app_token, web_client=client)
        await handler.connect_async()
        yield
        await handler.close_async()
        return
    application: web.Application = app.web_app("/slack/events")
    async with TestServer(application) as server:
        sandbox.bot_url = str(server.make_url("/slack/events"))
        yield


async def test_a_bolt_app_lives_through_a_command_a_form_a_button_and_home(
    running: None, sandbox: Sandbox
) -> None:
    acting = sandbox.acting
    await acting.command("U2", "C1", "/ilt input")
    assert [seen.text for seen in acting.ephemerals("U2")] == ["One moment"]

    await sandbox.calls.wait_for("views.open")
    view = acting.top_view("U2")
    assert view is not None
    await acting.submit("U2", view.id, {"what": "More paper"})
    assert acting.top_view("U2") is None

    (receipt,) = acting.dms("U2")
    assert receipt.words == "Got it: More paper\nTake back"
    await acting.press("U2", "DU2", receipt.ts, label="Take back")
    (changed,) = acting.dms("U2")
    assert (changed.text, changed.blocks) == ("Taken back", [])

    await acting.open_home("U1")
    home = acting.home("U1")
    assert home is not None
    assert home.blocks[0]["text"]["text"] == "Welcome home"


async def test_slacks_client_reads_people_and_errors(client: AsyncWebClient) -> None:
    people = [user["name"] async for page in await client.users_list(limit=2) for user in page["members"]]
    assert people == ["school", "ana.ortiz", "ben.lee", "cara.diaz"]

    with pytest.raises(SlackApiError) as refusal:
        await client.chat_postMessage(channel="C1", text="x", blocks=[section("")])
    assert refusal.value.response["error"] == "invalid_blocks"
