"""Socket Mode: the same bot, behind a socket it opened itself."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from handlers.slack.socket import Socket
from tests.handlers.slack.conftest import BOT, Someone, user_id


@pytest.fixture
async def socket(slack, sandbox) -> AsyncIterator[Socket]:
    socket = Socket(slack.bolt, BOT.app_token)
    await socket.connect_async()
    await sandbox.calls.wait_for("apps.connections.open")
    yield socket
    await socket.close()


@pytest.fixture
def ana(socket, slack, sandbox, sample) -> Someone:
    return Someone(user_id(sample, "quin-poppy"), sandbox.acting, slack)


async def test_a_whole_conversation_goes_over_the_socket(ana, routines):
    await ana.types("/ilt input The bell")
    view = await ana.submits(see="The bell")
    assert set(view.errors) == {"see"}
    await ana.submits(see="The bell is too loud")

    assert [command.see for command, _ in routines.kept] == ["The bell is too loud"]
    assert ana.private == ["Kept as 1."]


async def test_what_has_come_in_is_answered_before_hanging_up(ana, socket, sandbox, units, routines):
    await ana.types("/ilt input The bell is too loud")
    async with units.writing("sample-elementary") as work:
        await work.numbers.next("kept")
        sending = asyncio.create_task(sandbox.acting.submit(ana.id, ana.view.id))
        await asyncio.sleep(0.1)
        closing = asyncio.create_task(socket.close())
        await asyncio.sleep(0.1)

    answer = await sending
    await closing
    assert answer.ok
    assert len(routines.kept) == 1


async def test_hanging_up_does_not_wait_for_ever(ana, socket, sandbox, units):
    await ana.types("/ilt input The bell is too loud")
    async with units.writing("sample-elementary") as work:
        await work.numbers.next("kept")
        sending = asyncio.create_task(sandbox.acting.submit(ana.id, ana.view.id))
        await asyncio.sleep(0.1)
        async with asyncio.timeout(10):
            await socket.close(within=0.1)
    await sending
