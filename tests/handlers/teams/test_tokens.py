"""The token from Entra: asked for once, in good time, and one that was not taken is not shown again."""

import asyncio
import threading
from time import time

import pytest

from bot.ports import Busy, Trouble, Undeliverable
from handlers.teams.calls import Connector
from handlers.teams.refusals import understood
from handlers.teams.tokens import EARLY, Entra
from tests.handlers.teams.a_tenant import APP, ILT, TENANT
from tests.world import PATIENCE

ACTIVITY = {"type": "message", "text": "Hello"}


class Login:
    """Stands for Entra: it gives tokens that live for so many seconds, and can refuse or be out of reach."""

    def __init__(self, lives: float = 3600, trouble: Exception | None = None) -> None:
        self.asked = 0
        self.lives = lives
        self.trouble = trouble
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.tokens = [APP.token]

    def __call__(self) -> tuple[str, float]:
        self.asked += 1
        self.may_answer.wait()
        if self.trouble is not None:
            raise self.trouble
        return self.tokens.pop() if len(self.tokens) > 1 else self.tokens[0], time() + self.lives


async def test_a_token_is_asked_for_once_by_however_many_and_again_shortly_before_its_end():
    login = Login()
    entra = Entra(login)
    login.may_answer.clear()
    waiting = [asyncio.create_task(entra.token()) for _ in range(20)]
    await asyncio.sleep(0.05)
    login.may_answer.set()
    assert set(await asyncio.gather(*waiting)) == {APP.token}
    assert login.asked == 1

    login.lives = EARLY - 1
    entra.forget()
    for _ in range(2):
        await entra.token()
    assert login.asked == 3


@pytest.fixture
async def posting(sandbox):
    """Post once, as a letter would, with the tokens that this login gives."""
    connectors = []

    async def post(login: Login, connector: Connector | None = None) -> Connector:
        if connector is None:
            connector = Connector(Entra(login), seconds=0.5)
            connectors.append(connector)
        with understood(to_a_person=False):
            await connector.post(sandbox.service_url, ILT, ACTIVITY)
        return connector

    yield post
    for connector in connectors:
        await connector.close()


async def test_an_entra_that_refuses_keeps_the_whole_tenant_waiting(posting, sandbox):
    with pytest.raises(Undeliverable) as no:
        await posting(Login(trouble=ValueError("invalid_client")))

    assert no.value.trouble is Trouble.WORKSPACE
    assert sandbox.calls.all() == []


async def test_an_entra_out_of_reach_or_without_an_answer_means_that_nothing_was_sent(posting, sandbox):
    silent = Login()
    silent.may_answer.clear()
    for login in (Login(trouble=ConnectionError()), silent):
        with pytest.raises(Busy):
            await posting(login)
    silent.may_answer.set()

    assert sandbox.calls.all() == []


async def test_a_token_that_teams_does_not_take_is_not_shown_again(posting, sandbox):
    login = Login()
    login.tokens = [APP.token, "an-old-token"]
    connector = Connector(Entra(login), seconds=2)
    with pytest.raises(Undeliverable) as no:
        await posting(login, connector)
    assert (no.value.trouble, no.value.code) == (Trouble.WORKSPACE, "Unauthorized")

    await posting(login, connector)
    await connector.close()

    assert login.asked == 2


def test_an_entra_that_never_answers_does_not_keep_the_program_from_ending():
    silent = Login()
    silent.may_answer.clear()
    was_let_go = threading.Timer(PATIENCE, silent.may_answer.set)
    was_let_go.start()

    async def run() -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(Entra(silent).token(), 0.05)

    asyncio.run(run())

    assert not silent.may_answer.is_set()
    was_let_go.cancel()
    silent.may_answer.set()


async def test_without_entra_nothing_proves_who_speaks(sandbox):
    connector = Connector(seconds=2)
    with pytest.raises(Undeliverable), understood(to_a_person=True):
        await connector.create_conversation(sandbox.service_url, TENANT, "29:quin-poppy")
    await connector.close()
