import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientWebSocketResponse, WSMsgType

from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox
from tests.sandbox.a_school import BOT
from tests.sandbox.conftest import Api, EchoBot, Json


@pytest.fixture
async def connect(api: Api) -> AsyncIterator[object]:
    opened: list[ClientWebSocketResponse] = []

    async def connected() -> ClientWebSocketResponse:
        url = (await api("apps.connections.open", BOT.app_token))["url"]
        socket = await api.session.ws_connect(url)
        opened.append(socket)
        return socket

    yield connected
    for socket in opened:
        await socket.close()


async def answered(socket: ClientWebSocketResponse, payload: Json | None = None) -> Json:
    envelope: Json = await socket.receive_json(timeout=30)
    await socket.send_json({"envelope_id": envelope["envelope_id"], "payload": payload})
    return envelope


async def test_a_bot_that_holds_a_socket_is_spoken_to_there(connect, sandbox: Sandbox, bot: EchoBot) -> None:
    socket = await connect()
    assert (await socket.receive_json())["type"] == "hello"

    typing = asyncio.create_task(sandbox.acting.command("U2", "C1", "/ilt input"))
    envelope = await answered(socket, {"text": "Over the wire"})
    await typing

    assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
    assert envelope["payload"]["text"] == "input"
    assert sandbox.acting.ephemerals("U2")[0].text == "Over the wire"
    assert bot.heard == []


@pytest.mark.parametrize("limits", [Limits(answer_seconds=0.3, retry_events_after=(0.0, 0.05, 0.1))])
async def test_events_over_a_socket_say_which_try_they_are(connect, sandbox: Sandbox) -> None:
    socket = await connect()
    await socket.receive_json()

    await sandbox.acting.open_home("U1")
    first, second = await socket.receive_json(), await answered(socket)
    await sandbox.events.settled()

    assert first["envelope_id"] != second["envelope_id"]
    assert first["payload"]["event_id"] == second["payload"]["event_id"]
    assert (second["retry_attempt"], second["retry_reason"]) == (1, "http_timeout")
    assert not second["accepts_response_payload"]


async def test_a_refreshed_bot_answers_on_the_old_socket_and_hears_on_the_new(
    connect, sandbox: Sandbox
) -> None:
    old = await connect()
    await old.receive_json()
    typing = asyncio.create_task(sandbox.acting.command("U2", "C1", "/ilt"))
    envelope = await old.receive_json()
    await sandbox.sockets.refresh()
    assert (await old.receive_json())["reason"] == "refresh_requested"
    new = await connect()
    await new.receive_json()
    await old.send_json({"envelope_id": envelope["envelope_id"]})
    assert (await typing).ok

    for _ in range(3):
        typing = asyncio.create_task(sandbox.acting.command("U2", "C1", "/ilt"))
        await answered(new)
        assert (await typing).ok


async def test_a_cut_socket_is_a_failed_delivery(connect, sandbox: Sandbox) -> None:
    socket = await connect()
    await socket.receive_json()
    typing = asyncio.create_task(sandbox.acting.command("U2", "C1", "/ilt"))
    await socket.receive_json()

    await sandbox.sockets.close()

    assert (await typing).outcome == "connection_failed"
    assert not sandbox.sockets.are_open


@pytest.mark.parametrize("limits", [Limits(sockets=1)])
async def test_a_bot_holds_only_so_many_sockets(connect, sandbox: Sandbox) -> None:
    await connect()
    second = await connect()

    assert (await second.receive_json())["reason"] == "too_many_websockets"
    assert (await second.receive()).type in (WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED)
    assert sandbox.sockets.count == 1


async def test_a_ticket_opens_one_socket(connect, api: Api) -> None:
    url = (await api("apps.connections.open", BOT.app_token))["url"]
    async with api.session.ws_connect(url), api.session.get(url.replace("ws", "http", 1)) as response:
        assert response.status == 403
