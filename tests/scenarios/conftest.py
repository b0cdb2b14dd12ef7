"""A world for each scenario."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.app.core import assembled
from bot.app.sandbox import sandboxed
from bot.sandbox.clock import StillClock
from storage.engine import Engines
from tests.databases import sample
from tests.world import UNHURRIED, World, accounts

MONDAY_NOON = datetime(2026, 10, 19, 18, 0, tzinfo=UTC)


@pytest.fixture
async def world(engines: Engines) -> AsyncIterator[World]:
    """The sample school on Monday 19 October 2026, noon in Denver."""
    school = sample()
    clock = StillClock(MONDAY_NOON)
    async with sandboxed(school, clock, limits=UNHURRIED, core=assembled(engines, clock)) as running:
        lived = World(running, clock, accounts(school), ZoneInfo(school.file.school.zone))
        yield lived
        assert lived.misspoken() == []
