"""One look into the outbox with ten letters due, among few that are not and among very many."""

from collections.abc import AsyncIterator, Awaitable, Callable
from time import perf_counter

from sqlalchemy import delete

from bot.app.core import assembled
from bot.app.sending import courier_on
from bot.courier import LEASE, Courier
from bot.model.audiences import Audience
from bot.pacing import Pace
from bot.ports import Letter, Sent
from storage import tables
from storage.engine import Engines, connect
from storage.units_of_work import UnitsOfWork
from tests.bench.outbox import SAID, fill_ahead
from tests.bench.places import Place
from tests.bench.rows import Row, Target, compared, interleaved
from tests.bench.scale import Scale
from tests.databases import MONDAY_NOON, SCHOOL, SEALER, StillClock

DUE, FEW, MANY = 10, 10_000, 1_000_000
UNLIMITED = Pace(workspace=1e6, workspace_burst=10**6, channel=1e6, channel_burst=10**6)


class AtOnce:
    """A platform that takes every letter at once."""

    async def deliver(self, letter: Letter, thread: Sent | None) -> Sent:
        return Sent("D1", letter.id)

    async def settle(self, letter: Letter) -> Sent | None:
        return None


def ticks(engines: Engines, courier: Courier, times: int) -> Callable[[], Awaitable[float]]:
    """Measures the milliseconds of one look: ten letters taken, sent and marked, and the lost looked for."""

    async def measured() -> float:
        took = 0.0
        for _ in range(times):
            await due_to_staff(engines)
            started = perf_counter()
            assert await courier.deliver_due() == DUE
            await courier.settle_overdue()
            took += perf_counter() - started
        return took * 1000 / times

    return measured


async def due_to_staff(engines: Engines) -> None:
    """Letters that are due to ten members of staff, in place of those of the last time."""
    table = tables.outbox.outbox
    async with engines.writer.begin() as connection:
        await connection.execute(delete(table).where(table.c.key.startswith("staff/")))
    async with UnitsOfWork(engines).writing(SCHOOL) as work:
        roster = await work.people.roster()
        for person in roster.people[:DUE]:
            to = Audience.person(person.id)
            await work.outbox.post(to, SAID, key=f"staff/{person.id}", due_at=MONDAY_NOON)


async def among(place: Place, waiting: int, times: int) -> tuple[Engines, Callable[[], Awaitable[float]]]:
    engines = connect(await place.school(), SEALER)
    core = assembled(engines, StillClock(MONDAY_NOON))
    await fill_ahead(engines, waiting)
    courier = courier_on("slack", core, AtOnce(), pace=UNLIMITED, lease=LEASE)
    return engines, ticks(engines, courier, times)


async def rows(scale: Scale, place: Place) -> AsyncIterator[Row]:
    times, few, many = scale.of(20, 1), scale.of(FEW, 480), scale.of(MANY, 960)
    one, beside_few = await among(place, few, times)
    other, beside_many = await among(place, many, times)
    try:
        yield compared(
            f"A tick with {DUE} due letters among {many:,} that are not",
            await interleaved(beside_many, beside_few, scale.rounds),
            against=f"the same among {few:,}",
            unit="ms",
            target=Target("at most", 1.2),
            database=place.name,
        )
    finally:
        await one.dispose()
        await other.dispose()
