"""Two processes with 64 writers each on one SQLite file, and somebody who reads meanwhile."""

import argparse
import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from statistics import quantiles
from time import perf_counter

from storage.engine import Engines, connect
from storage.trouble import TROUBLE
from storage.units_of_work import UnitsOfWork
from tests.bench.places import Place
from tests.bench.rows import Row, Target, alone, compared, interleaved
from tests.bench.scale import Scale
from tests.databases import SCHOOL, SEALER

PROCESSES, WRITERS, BESIDE = 2, 64, 8
COUNTER = "bench"


async def write(url: str, each: int) -> tuple[int, float]:
    """Let every writer take so many numbers in a row: how many of them failed, and the seconds it took."""
    engines = connect(url, SEALER)
    units, failed = UnitsOfWork(engines), 0

    async def writer() -> None:
        nonlocal failed
        for _ in range(each):
            try:
                await take_number(units)
            except TROUBLE as error:
                print(type(error).__name__, file=sys.stderr)
                failed += 1

    started = perf_counter()
    await asyncio.gather(*(writer() for _ in range(WRITERS)))
    took = perf_counter() - started
    await engines.dispose()
    return failed, took


async def take_number(units: UnitsOfWork) -> int:
    """Read a number and write the next one, as a receipt's number is taken."""
    async with units.writing(SCHOOL) as work:
        return await work.numbers.next(COUNTER)


async def write_apart(url: str, each: int) -> tuple[int, float]:
    """The same in a process of its own."""
    command = (sys.executable, "-m", "tests.bench.writing", url, str(each))
    running = await asyncio.create_subprocess_exec(*command, stdout=PIPE)
    failed, took = (await running.communicate())[0].split()
    return int(failed), float(took)


async def at_once(url: str, each: int, scale: Scale) -> tuple[int, int, float]:
    """Errors, lost updates, and updates a second, with all processes at work on one file.

    In a short run they are this one.
    """
    writing = write if scale.is_short else write_apart
    said = await asyncio.gather(*(writing(url, each) for _ in range(PROCESSES)))
    errors = sum(failed for failed, _ in said)
    wanted = PROCESSES * WRITERS * each
    engines = connect(url, SEALER)
    found = await take_number(UnitsOfWork(engines)) - 1
    await engines.dispose()
    return errors, wanted - errors - found, wanted / max(took for _, took in said)


@asynccontextmanager
async def flooded(engines: Engines) -> AsyncIterator[UnitsOfWork]:
    """The database while eight writers never rest."""
    units = UnitsOfWork(engines)
    stopped = asyncio.Event()

    async def writer() -> None:
        while not stopped.is_set():
            await take_number(units)

    writers = [asyncio.create_task(writer()) for _ in range(BESIDE)]
    try:
        yield units
    finally:
        stopped.set()
        await asyncio.gather(*writers)


def reads(engines: Engines, times: int) -> Callable[[], Awaitable[float]]:
    """Measures the milliseconds that 99 of 100 readers wait at most, beside the writers."""

    async def read(units: UnitsOfWork) -> float:
        started = perf_counter()
        async with units.reading(SCHOOL) as work:
            await work.people.roster()
        return (perf_counter() - started) * 1000

    async def measured() -> float:
        async with flooded(engines) as units:
            took = [await read(units) for _ in range(times)]
        return quantiles(took, n=100, method="inclusive")[98]

    return measured


async def rows(scale: Scale, place: Place) -> AsyncIterator[Row]:
    each = scale.of(25, 1)
    found = [await at_once(await place.school(), each, scale) for _ in range(scale.of(3, 1))]
    title = f"{WRITERS} writers x {PROCESSES} processes"
    none = Target("at most", 0)
    yield alone(f"{title}: errors", (one[0] for one in found), unit="", target=none, database=place.name)
    yield alone(
        f"{title}: lost updates", (one[1] for one in found), unit="", target=none, database=place.name
    )
    yield alone(f"{title}: updates", (one[2] for one in found), unit="/s", database=place.name)
    engines = connect(await place.school(), SEALER)
    one_engine = Engines(engines.writer, engines.writer, engines.memory)
    times = scale.of(200, 3)
    try:
        yield compared(
            f"The slowest of 100 readers beside {BESIDE} writers",
            await interleaved(reads(engines, times), reads(one_engine, times), scale.rounds),
            against="one engine for reading and writing",
            unit="ms",
            target=Target("at most", 0.10),
            database=place.name,
        )
    finally:
        await engines.dispose()


def main(arguments: Sequence[str] | None = None) -> None:
    found = argparse.ArgumentParser()
    found.add_argument("url")
    found.add_argument("each", type=int)
    asked = found.parse_args(arguments)
    print(*asyncio.run(write(asked.url, asked.each)))


if __name__ == "__main__":
    main()
