"""The process is killed while it sends on Teams, which tells no bot what has arrived: what is lost is owned
up to, and only what may come twice does."""

import asyncio
import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp.test_utils import TestServer

from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.outbox import LetterState
from bot.sandbox.teams.server import Teams
from storage.engine import connect
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL
from tests.databases import SEALER, sample_file
from tests.handlers.teams.a_tenant import STAFF, seed, user_id
from tests.letters import letters
from tests.serving.conftest import MovingClock
from tests.serving.process import Serving, until

KILLS, MANY = 2, 26
HASTY = {"ILT_LEASE_SECONDS": "1.5", "ILT_PORT": "0", "ILT_LOOK_AGAIN_SECONDS": "0.1"}
POST = "activities.create"
UNHEARD = (7, 15)
"""Calls in which Teams hears nothing and the bot hears nothing back."""
UMA = user_id("uma-thistle")


@pytest.fixture
async def teams():
    told = seed(sample_file())
    tenant = Teams(replace(told, app=replace(told.app, token="")), clock=MovingClock(datetime.now(UTC)))
    async with TestServer(tenant.web()) as server:
        tenant.base_url = str(server.make_url("/"))
        yield tenant


@pytest.fixture
async def units(folder):
    engines = connect(f"sqlite:///{folder / 'ilt.db'}", SEALER)
    yield UnitsOfWork(engines)
    await engines.dispose()


@pytest.fixture
async def started(folder, teams):
    """Starts a bot that checks nothing, and lets it hear from somebody: before that it knows no tenant."""
    made = []

    async def start():
        made.append(bot := Serving(folder, HASTY, words=["--teams-dev"]))
        await bot.start()
        teams.bot_url = await bot.url() + "/api/messages"
        assert (await teams.comings.install_in_team(STAFF, UMA)).ok
        return bot

    yield start
    for one in made:
        await one.kill()


async def write_letters(units):
    """A letter to many people of the school, due now; every other one may come twice."""
    async with units.writing(SCHOOL) as work:
        roster = await work.people.roster()
        words = [f"Letter {number}" for number in range(MANY)]
        for number, (person, text) in enumerate(zip(roster.people[:MANY], words, strict=True)):
            said, may = Message(text, (paragraph(text),)), "again" if number % 2 else "never"
            to, due = Audience.person(person.id), datetime.now(UTC)
            await work.outbox.post(to, said, key=text, due_at=due, if_unknown=may, counts=False)
    return words[0::2], words[1::2]


def spoil(faults):
    """Every answer is slow, so that a kill finds letters on their way; now and then one is lost."""
    for each in range(400):
        if each % 9 == 4:
            faults.drop_after(POST)
        elif each in UNHEARD:
            faults.drop_before(POST)
        else:
            faults.delay(POST, 0.15)


def arrived(teams):
    said = (
        one.activity["summary"]
        for chat in teams.tenant.conversations.values()
        for one in chat.messages.values()
        if "summary" in one.activity
    )
    return Counter(text for text in said if text.startswith("Letter "))


@pytest.mark.requirement("R-293")
async def test_a_bot_that_is_killed_while_it_sends_on_teams_loses_nothing_unawares(units, teams, started):
    bot = await started()
    await until(lambda: bot.logged("looked around"), within=30)
    await bot.stop()
    once, again = await write_letters(units)
    spoil(teams.faults)
    chance, handed_over = random.Random(20261020), set()

    for _ in range(KILLS):
        before = len(teams.calls.of(POST))
        bot = await started()
        await until(lambda before=before: len(teams.calls.of(POST)) > before, within=20)
        await asyncio.sleep(chance.uniform(0, 0.5))
        await bot.kill()
        handed_over |= {one.key for one in await letters(units) if one.state is LetterState.CHECKING}
    teams.faults.clear()
    await started()

    async def unsettled():
        """Letters of which it is still open what becomes of them; one that is tried again later is not."""
        done, soon = (LetterState.SENT, LetterState.UNSURE), datetime.now(UTC) + timedelta(seconds=5)
        ours = [one for one in await letters(units) if one.key.startswith("Letter ")]
        return [
            one
            for one in ours
            if one.state not in done and (one.state is not LetterState.PENDING or one.due_at < soon)
        ]

    async def all_settled():
        return not await unsettled()

    await until(all_settled, within=40)
    counted = arrived(teams)
    ended = {one.key: one.state for one in await letters(units)}
    lost = [text for text in once if not counted[text]]
    print(f"{len(ended)} letters, {KILLS} kills: {len(lost)} of {len(once)} lost, and known to be")
    assert handed_over, "no kill found a letter on its way, so nothing was shown"
    waiting = [text for text in again if ended[text] is LetterState.PENDING]
    assert [text for text in again if not counted[text] and text not in waiting] == []
    assert {ended[text] for text in again} <= {LetterState.SENT, LetterState.PENDING}
    assert [text for text in once if counted[text] > 1] == []
    assert {ended[text] for text in lost} <= {LetterState.UNSURE}
    assert len(set(lost) - handed_over) <= len(UNHEARD), "what was only taken may not be lost"
