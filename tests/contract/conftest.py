"""The sample school after a few days, and everything that can be asked of the bot there."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bot.messages.vocabulary import Message
from tests.conftest import StillClock
from tests.contract.cases import Case, Finding
from tests.contract.on_slack import on_slack
from tests.contract.on_teams import on_teams
from tests.contract.platforms import Chat
from tests.contract.school import live, school_at
from tests.databases import MONDAY_NOON

OPENS = {"slack": on_slack, "teams": on_teams}
TODAY = date(2026, 11, 17)
"""A Tuesday with an open walkthrough window."""


@dataclass(frozen=True)
class Lived:
    """The database file as it stands on that day, a case for each interaction, and what was said."""

    path: Path
    cases: Sequence[Case]
    said: Sequence[Message]


@pytest.fixture(scope="session")
def lived(sample_database: Path, shelf: Path) -> Lived:
    """Long in the making: one worker runs all that needs it."""
    path = shelf / "lived.db"
    shutil.copy(sample_database, path)
    return asyncio.run(_lived(path))


async def _lived(path: Path) -> Lived:
    things = await live(path)
    clock = StillClock(MONDAY_NOON)
    clock.on(TODAY)
    async with school_at(path, clock) as school:
        school.keep()
        finding = Finding(school, things)
        cases = await finding.cases()
        school.back()
    return Lived(path, cases, list({repr(one): one for one in finding.said}.values()))


@pytest.fixture(params=OPENS)
async def chat(request: pytest.FixtureRequest, lived: Lived, shelf: Path) -> AsyncIterator[Chat]:
    """A platform with the sample school on it."""
    clock = StillClock(MONDAY_NOON)
    clock.on(TODAY)
    path = shelf / "contract.db"
    shutil.copy(lived.path, path)
    async with AsyncExitStack() as stack:
        school = await stack.enter_async_context(school_at(path, clock))
        yield await stack.enter_async_context(OPENS[request.param](school))
