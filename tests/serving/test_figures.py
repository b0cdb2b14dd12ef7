"""Monitoring is answered even while the database is not."""

from contextlib import AsyncExitStack

from bot.app.monitoring import looking
from bot.figures import Looked
from tests.conftest import SCHOOL

READERS = 4


async def test_whoever_asks_for_figures_does_not_wait_for_a_database_that_does_not_answer(
    units, engines, clock
):
    async with AsyncExitStack() as stack:
        for _ in range(READERS):
            work = await stack.enter_async_context(units.reading(SCHOOL))
            await work.settings.now()

        assert await looking(units, engines, clock, within=0.1)() == Looked()

    assert (await looking(units, engines, clock)()).replicas == 0
