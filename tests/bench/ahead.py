"""Ten letters that are due are found and taken, with few and with very many that are not."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from time import perf_counter

from sqlalchemy import insert

from storage.claims import Lease
from storage.engine import Engines
from storage.unit_of_work import UnitsOfWork
from tests.bench.outbox import database, fill_ahead, letter, table
from tests.bench.places import Place
from tests.bench.rows import Row, Target, compared, interleaved
from tests.bench.scale import Scale
from tests.databases import MONDAY_NOON

DUE = 10
FOREVER = MONDAY_NOON.replace(year=2030)


class NotKept(Exception):
    """What was taken is given back at once."""


async def filled(engines: Engines, ahead: int) -> None:
    """So many letters of the coming year, and ten that are due."""
    await fill_ahead(engines, ahead)
    async with engines.writer.begin() as connection:
        due = [letter(10**9 + number, MONDAY_NOON - timedelta(minutes=1)) for number in range(DUE)]
        await connection.execute(insert(table), due)


def ticks(engines: Engines, times: int) -> Callable[[], Awaitable[float]]:
    """Measures milliseconds to see what is due and to take it."""
    units = UnitsOfWork(engines)

    async def measured() -> float:
        started = perf_counter()
        for _ in range(times):
            ready = await units.ready("slack", MONDAY_NOON)
            queues = [queue for queues in ready.waiting.values() for queue in queues]
            try:
                async with units.claiming("slack") as claims:
                    batch = await claims.claim(queues, Lease("me", MONDAY_NOON, FOREVER), 100)
                    assert len(batch.letters) == DUE
                    raise NotKept
            except NotKept:
                pass
        return (perf_counter() - started) * 1000 / times

    return measured


async def rows(scale: Scale, place: Place) -> AsyncIterator[Row]:
    many, few, times = scale.of(1_000_000, 2_000), scale.of(10_000, 1_000), scale.of(50, 3)
    async with AsyncExitStack() as stack:
        large = await stack.enter_async_context(database(await place.school()))
        small = await stack.enter_async_context(database(await place.school()))
        await filled(large, many)
        await filled(small, few)
        yield compared(
            f"A tick with {DUE} due letters among {many:,} of the coming year",
            await interleaved(ticks(large, times), ticks(small, times), scale.rounds),
            against=f"the same among {few:,}",
            unit="ms",
            target=Target("at most", 1.2),
            database=place.name,
        )
