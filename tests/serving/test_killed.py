"""The process is killed while it sends, again and again: nothing is lost and nothing comes twice."""

import asyncio
import random
from collections import Counter
from datetime import UTC, datetime

import pytest

from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.outbox import LetterState
from storage.engine import Engines, connect
from storage.unit_of_work import UnitsOfWork
from tests.conftest import SCHOOL
from tests.databases import SEALER
from tests.letters import letters
from tests.serving.process import until

KILLS = 3
HASTY = {"ILT_LEASE_SECONDS": "1.5", "ILT_PACE": "20"}
POST = "chat.postMessage"


@pytest.fixture
async def engines(folder):
    opened: Engines = connect(f"sqlite:///{folder / 'ilt.db'}", SEALER)
    yield opened
    await opened.dispose()


async def write_letters(units: UnitsOfWork) -> list[str]:
    """A letter to everybody at the school, and one to every team's channel, all due now."""
    async with units.writing(SCHOOL) as work:
        roster = await work.people.roster()
        to = [Audience.person(person.id) for person in roster.people]
        to += [Audience.team(team.key) for team in roster.teams if team.channel]
        words = [f"Letter {number} of {len(to)}" for number in range(1, len(to) + 1)]
        for audience, text in zip(to, words, strict=True):
            said = Message(text, (paragraph(text),))
            await work.outbox.post(audience, said, key=text, due_at=datetime.now(UTC), if_unknown="again")
    return words


def spoil(faults) -> None:
    """Every answer is slow, so that a kill finds letters on their way; now and then one is lost."""
    for each in range(400):
        if each % 9 == 4:
            faults.drop_after(POST)
        elif each % 13 == 7:
            faults.drop_before(POST)
        else:
            faults.delay(POST, 0.15)


def arrived(slack) -> Counter[str]:
    conversations = slack.sandbox.workspace.conversations.values()
    texts = (message.text for one in conversations for message in one.messages.values())
    return Counter(text for text in texts if text.startswith("Letter "))


@pytest.mark.requirement("R-293")
async def test_a_bot_that_is_killed_while_it_sends_says_everything_once(
    engines, slack, serving, record_property
):
    units, chance = UnitsOfWork(engines), random.Random(20261020)
    words = await write_letters(units)
    spoil(slack.sandbox.faults)
    on_their_way = 0

    for _ in range(KILLS):
        bot = serving("socket", **HASTY)
        before = len(slack.sandbox.calls.of(POST))
        await bot.start()
        await until(lambda before=before: len(slack.sandbox.calls.of(POST)) > before)
        await asyncio.sleep(chance.uniform(0, 0.5))
        await bot.kill()
        in_flight = [one for one in await letters(units) if one.state is LetterState.SENDING]
        on_their_way += len(in_flight)
    slack.sandbox.faults.clear()
    bot = serving("socket", **HASTY)
    await bot.start()

    async def all_settled() -> bool:
        return all(one.state is LetterState.SENT for one in await letters(units) if one.key in words)

    await until(all_settled, within=40)
    counted = arrived(slack)
    lost, twice = set(words) - set(counted), [text for text, times in counted.items() if times > 1]
    told = f"{len(words)} letters, {KILLS} kills: {len(lost)} lost, {len(twice)} twice"
    record_property("counts", told)
    print(told)
    assert on_their_way > 0, "no kill found a letter on its way, so nothing was shown"
    assert (lost, twice) == (set(), [])


async def test_a_bot_that_is_asked_to_stop_sees_letters_on_their_way_through(engines, slack, serving):
    """It sends the letters it has in hand, begins no other, and knows what became of each."""
    units = UnitsOfWork(engines)
    words = await write_letters(units)
    slack.sandbox.faults.delay(POST, 1.0, times=400)
    bot = serving("http")
    await bot.start()
    await until(lambda: slack.sandbox.calls.of(POST) or arrived(slack))

    assert await bot.stop() == 0

    states = Counter(one.state for one in await letters(units) if one.key in words)
    assert set(states) == {LetterState.SENT, LetterState.PENDING}
    assert states[LetterState.SENT] == len(arrived(slack)) > 0
