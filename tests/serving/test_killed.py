"""The process is killed while it sends, again and again: nothing is lost and nothing comes twice.

`make torture` does the same at length: thousands of letters and more than a hundred kills.
"""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.outbox import LetterState
from storage import tables
from storage.engine import Engines, connect
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL
from tests.databases import SEALER, copied_now, sample
from tests.letters import letters
from tests.postgres import on_one_server
from tests.serving.process import until
from tests.torture.run import Run
from tests.torture.trial import Trial

POST = "chat.postMessage"
SHORT = Trial(messages=50, kills=1, deeds=4, seed=20261020, lease=3.0)
"""After one kill at some moment, all are killed at once while they speak."""


@pytest.fixture
def sqlite_url(sample_database: Path, tmp_path: Path) -> str:
    copied_now(sample_database, tmp_path / "ilt.db")
    return f"sqlite:///{tmp_path / 'ilt.db'}"


@pytest.fixture
async def postgres_url(postgres_database: str) -> str:
    """The sample school, as if it had been applied this moment."""
    engines = connect(postgres_database, SEALER)
    async with engines.writer.begin() as database:
        await database.execute(update(tables.people.schools).values(since=datetime.now(UTC)))
    await engines.dispose()
    return postgres_database


async def tortured(trial: Trial, url: str, folder: Path, record_property) -> None:
    counts = await Run(trial, url, folder, [sample()], print).done()
    record_property("counts", counts.figures)
    assert counts.figures["letters in flight at a kill"], "no kill found a letter on its way"
    assert counts.figures["kills"] == trial.kills + trial.processes
    assert counts.wrong == []


@pytest.mark.requirement("R-293")
async def test_a_bot_that_is_killed_and_asked_twice_says_and_does_everything_once(
    sqlite_url, tmp_path, record_property
):
    await tortured(SHORT, sqlite_url, tmp_path, record_property)


@on_one_server
async def test_so_do_two_that_share_a_postgresql_database(postgres_url, tmp_path, record_property):
    trial = replace(SHORT, database="postgresql", processes=2)
    await tortured(trial, postgres_url, tmp_path, record_property)


@pytest.mark.requirement("R-293")
async def test_on_teams_where_nobody_can_look_each_letter_errs_on_the_side_it_declared(
    sqlite_url, tmp_path, record_property
):
    """What is lost is known to be, and only what may come twice does."""
    trial = replace(SHORT, platform="teams", readable=False, deeds=0, kills=2)
    await tortured(trial, sqlite_url, tmp_path, record_property)


@pytest.fixture
async def engines(folder):
    opened: Engines = connect(f"sqlite:///{folder / 'ilt.db'}", SEALER)
    yield opened
    await opened.dispose()


async def write_letters(units: UnitsOfWork) -> list[str]:
    """A letter to everybody at the school, due now."""
    async with units.writing(SCHOOL) as work:
        roster = await work.people.roster()
        words = [f"Letter to {person.name}" for person in roster.people]
        for person, text in zip(roster.people, words, strict=True):
            said = Message(text, (paragraph(text),))
            await work.outbox.post(Audience.person(person.id), said, key=text, due_at=datetime.now(UTC))
    return words


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


def arrived(slack) -> list[str]:
    conversations = slack.sandbox.workspace.conversations.values()
    said = (message.text for one in conversations for message in one.messages.values())
    return [text for text in said if text.startswith("Letter to ")]
