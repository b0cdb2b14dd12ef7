"""The bot at work inside this process, on a file or on a server, for a fault to strike."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.databases import KEY, copied_now
from tests.faults.frame import Fault, Ground
from tests.postgres import DATABASE, Cluster
from tests.serving.conftest import Slack, limits, slack, variables
from tests.serving.inside import Inside

__all__ = ["limits", "slack"]

Lay = Callable[[Fault], Awaitable[Ground]]


@pytest.fixture
async def on_a_file(slack: Slack, sample_database: Path, tmp_path: Path) -> AsyncIterator[Lay]:
    """Starts the bot on a SQLite file with the sample school, as a fault wants it."""
    copied_now(sample_database, tmp_path / "ilt.db")
    async with AsyncExitStack() as stack:

        async def lay(fault: Fault) -> Ground:
            return await started(slack, f"sqlite:///{tmp_path / 'ilt.db'}", fault, stack, tmp_path)

        yield lay


@pytest.fixture
async def on_a_server(
    slack: Slack, postgres: Cluster, postgres_database: str, tmp_path: Path
) -> AsyncIterator[Lay]:
    """The same on PostgreSQL."""
    await postgres.heard(f"UPDATE schools SET since = '{datetime.now(UTC):%Y-%m-%d %H:%M:%S}'", DATABASE)
    async with AsyncExitStack() as stack:

        async def lay(fault: Fault) -> Ground:
            ground = await started(slack, postgres_database, fault, stack, tmp_path)
            ground.cluster = postgres
            return ground

        yield lay


async def started(slack: Slack, url: str, fault: Fault, stack: AsyncExitStack, folder: Path) -> Ground:
    settings = {"ILT_DATABASE_URL": url, "ILT_DATA_KEY": KEY.text, **fault.settings}
    bot = Inside(folder, variables(slack, "http") | settings)
    stack.push_async_callback(bot.stop)
    await bot.start()
    await bot.ready()
    slack.sandbox.bot_url = await bot.url() + "/slack/events"
    return Ground(slack, bot, url)
