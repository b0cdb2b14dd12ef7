"""The socket fails in every way that sockets do: it is made anew, and what people did is done once."""

import asyncio
from contextlib import suppress

import pytest
from aiohttp import ClientSession

from bot.app.listening import Listening
from bot.errors import Problem
from bot.settings import Settings
from handlers.slack.socket import Socket
from tests.conftest import SCHOOL
from tests.handlers.slack.conftest import BOT, Someone, user_id
from tests.serving.process import until


@pytest.fixture
async def socket(slack, sandbox):
    socket = Socket(slack.bolt, BOT.app_token, ping_interval=0.1)
    await socket.connect_async()
    await socket.greeted()
    yield socket
    await socket.close()


@pytest.fixture
def ana(slack, sandbox, sample) -> Someone:
    return Someone(user_id(sample, "quin-poppy"), sandbox.acting, slack)


async def is_heard(ana) -> None:
    [menu] = await ana.types("/ilt")
    assert "What would you like to do?" in menu.words


async def cut(sandbox):
    await sandbox.sockets.close()


async def dead(sandbox):
    sandbox.sockets.fall_silent()


async def cut_while_slack_is_unwell(sandbox):
    sandbox.faults.server_error("apps.connections.open", times=2)
    await sandbox.sockets.close()


async def cut_while_slack_is_busy(sandbox):
    sandbox.faults.rate_limit("apps.connections.open", 1)
    await sandbox.sockets.close()


async def refreshed(sandbox):
    await sandbox.sockets.refresh()


async def warned(sandbox):
    await sandbox.sockets.refresh("warning")


STRIKES = (cut, dead, cut_while_slack_is_unwell, cut_while_slack_is_busy, refreshed, warned)


@pytest.mark.parametrize("strike", STRIKES)
async def test_a_connection_that_fails_is_made_anew_and_people_are_heard(socket, ana, sandbox, strike):
    await is_heard(ana)
    before = socket.client.current_session

    await strike(sandbox)
    await until(lambda: socket.client.current_session is not before and sandbox.sockets.count == 1)
    await until(socket.is_up)

    await is_heard(ana)


@pytest.mark.parametrize(
    "words", ['{"envelope_id": "E1", "type": "slash_co', "good morning", "[]", "{}", "null"]
)
async def test_what_is_no_envelope_is_passed_over(socket, ana, sandbox, words):
    await sandbox.sockets.say(words)

    await is_heard(ana)


@pytest.mark.requirement("R-293")
async def test_a_form_cut_off_before_its_answer_is_sent_again_and_kept_once(
    socket, ana, sandbox, units, routines
):
    await ana.types("/ilt input The bell is too loud")
    async with units.writing(SCHOOL) as work:
        await work.numbers.next("kept")
        sending = asyncio.create_task(sandbox.acting.submit(ana.id, ana.view.id))
        await asyncio.sleep(0.05)
        await sandbox.sockets.close()
        answer = await sending
    assert not answer.ok
    assert ana.view is not None
    await until(lambda: routines.kept)
    await until(socket.is_up)

    await ana.submits()

    assert ana.view is None
    assert len(routines.kept) == 1


@pytest.fixture
async def listening(slack, sandbox):
    settings = {"SLACK_APP_TOKEN": BOT.app_token, "SLACK_API_URL": f"{sandbox.base_url}/api/"}
    async with ClientSession() as session:
        read = Settings(_env_file=None, **settings)
        listening = Listening(slack.bolt, session, read, connecting=0.3, alone=0.3)
        yield listening
        await listening.close(within=0)


async def test_a_connection_without_a_hello_is_none(listening, sandbox):
    sandbox.faults.say_nothing()
    with pytest.raises(Problem, match="Slack cannot be reached"):
        await listening.ensure()

    await listening.ensure()

    assert sandbox.sockets.count == 1


async def test_a_connection_that_is_refused_when_it_is_made_anew_is_made_anew_again(listening, ana, sandbox):
    await listening.ensure()
    sandbox.faults.drop_before("socket", times=2)
    await sandbox.sockets.close()
    with pytest.raises(Problem, match="connects again by itself"):
        await listening.ensure()

    async def is_back() -> bool:
        with suppress(Problem):
            await listening.ensure()
        return sandbox.sockets.count == 1

    await until(is_back)
    await is_heard(ana)
