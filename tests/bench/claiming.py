"""Ten thousand due letters taken and marked, beside the same in bare asyncpg; alone, and by two at once."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from time import perf_counter

import asyncpg

from bot.ledger import Ledger
from bot.pacing import Pacer
from bot.ports import Sent
from bot.watching import Unwatched
from storage.claims import Lease, Queue
from storage.engine import Engines
from storage.units_of_work import UnitsOfWork
from tests.bench.outbox import database, fill
from tests.bench.places import Place
from tests.bench.rows import Pair, Row, Target, alone, compared
from tests.bench.scale import Scale
from tests.databases import MONDAY_NOON, SCHOOL, StillClock

BATCH = 100
FOREVER = MONDAY_NOON.replace(year=2030)
TAKE = """
UPDATE outbox SET state = 'sending', lease_until = $3, lease_owner = $4, attempts = attempts + 1,
    first_tried_at = coalesce(first_tried_at, $2)
WHERE id IN (
    SELECT id FROM outbox WHERE platform = 'slack' AND state = 'pending' AND held_at IS NULL AND due_at <= $2
    ORDER BY due_at, id LIMIT $1 FOR UPDATE SKIP LOCKED
) RETURNING *
"""
MARK = """
UPDATE outbox SET state = 'sent', settled_at = $1, lease_until = NULL, lease_owner = NULL,
    address = one.address, reference = one.reference
FROM unnest($2::text[], $3::text[], $4::text[]) AS one(id, address, reference) WHERE outbox.id = one.id
"""


async def ours(engines: Engines, owner: str = "me") -> list[str]:
    """Take and mark all that is due, as the courier does; the ids."""
    units, clock = UnitsOfWork(engines), StillClock(MONDAY_NOON)
    ledger = Ledger(units, clock, Pacer(), owner, "slack", Unwatched())
    lease, queues, found = Lease(owner, clock.now(), FOREVER), [Queue(SCHOOL, 3)], []
    marking: list[asyncio.Task[object]] = []
    while True:
        async with units.claiming("slack") as claims:
            batch = await claims.claim(queues, lease, BATCH)
        if not batch.letters:
            break
        found += [letter.id for letter in batch.letters]
        marking += [
            asyncio.create_task(ledger.arrived(letter, Sent("D1", letter.id))) for letter in batch.letters
        ]
    await asyncio.gather(*marking)
    return found


async def bare(connection: asyncpg.Connection) -> int:
    """The same in bare asyncpg: no turns, no order of urgency, nothing understood of what is read."""
    number = 0
    while rows := await connection.fetch(TAKE, BATCH, MONDAY_NOON, FOREVER, "me"):
        ids = [row["id"] for row in rows]
        await connection.execute(MARK, MONDAY_NOON, ids, ["D1"] * len(ids), ids)
        number += len(ids)
    return number


class Held:
    """How long the event loop was held at most while the block lasted, in milliseconds."""

    longest = 0.0

    async def __aenter__(self) -> "Held":
        self._watching = asyncio.create_task(self._watch())
        return self

    async def __aexit__(self, *trouble: object) -> None:
        self._watching.cancel()

    async def _watch(self) -> None:
        while True:
            before = perf_counter()
            await asyncio.sleep(0)
            self.longest = max(self.longest, (perf_counter() - before) * 1000)
            await asyncio.sleep(0.001)


async def timed(engines: Engines, letters: int) -> tuple[float, float]:
    """Seconds for all of them, and the longest hold of the loop in milliseconds."""
    await fill(engines, letters)
    async with Held() as held:
        started = perf_counter()
        assert len(await ours(engines)) == letters
        return perf_counter() - started, held.longest


async def rows(scale: Scale, place: Place) -> AsyncIterator[Row]:
    letters, url = scale.of(10_000, 200), await place.school()
    async with database(url) as engines:
        await timed(engines, letters // 10)
        if place.name == "SQLite":
            found = [await timed(engines, letters) for _ in range(scale.rounds)]
            yield alone(
                f"{letters:,} due letters taken and marked",
                [seconds for seconds, _ in found],
                unit="s",
                target=Target("at most", 1.5),
                database=place.name,
            )
        else:
            found = []
            yield await beside_bare(engines, url, letters, scale, place, found)
        yield alone(
            "The longest hold of the event loop meanwhile",
            [held for _, held in found],
            unit="ms",
            target=Target("at most", 50),
            database=place.name,
        )
        if place.name == "PostgreSQL":
            async for row in by_two(engines, url, letters, scale, place):
                yield row


async def beside_bare(
    engines: Engines, url: str, letters: int, scale: Scale, place: Place, found: list[tuple[float, float]]
) -> Row:
    pairs: list[Pair] = []
    connection = await asyncpg.connect(url)
    try:
        for _ in range(scale.rounds):
            found.append(await timed(engines, letters))
            await fill(engines, letters)
            started = perf_counter()
            assert await bare(connection) == letters
            pairs.append((letters / found[-1][0], letters / (perf_counter() - started)))
    finally:
        await connection.close()
    return compared(
        f"{letters:,} due letters taken and marked",
        pairs,
        against="bare asyncpg with SKIP LOCKED",
        unit="/s",
        target=Target("at least", 0.5),
        database=place.name,
    )


async def by_two(engines: Engines, url: str, letters: int, scale: Scale, place: Place) -> AsyncIterator[Row]:
    pairs: list[Pair] = []
    twice = []
    for _ in range(scale.rounds):
        alone_ids, alone_seconds = await replicas(engines, url, letters, 1, scale)
        ids, seconds = await replicas(engines, url, letters, 2, scale)
        pairs.append((letters / seconds, letters / alone_seconds))
        twice.append(float(len(ids) - len({*ids}) + len(alone_ids) - len({*alone_ids})))
        assert {*ids} == {*alone_ids} or len({*ids}) == letters
    yield compared(
        "Two replicas take and mark",
        pairs,
        against="one replica",
        unit="/s",
        target=Target("at least", 1.6),
        database=place.name,
    )
    yield alone("Letters taken twice", twice, unit="", target=Target("at most", 0), database=place.name)


async def replicas(
    engines: Engines, url: str, letters: int, number: int, scale: Scale
) -> tuple[list[str], float]:
    """What so many replicas took of all that is due, and the seconds until the last of them was done.

    They are processes of their own, but in a short run.
    """
    await fill(engines, letters)
    if scale.is_short:
        told = await asyncio.gather(*(taken(engines, f"replica-{one}") for one in range(number)))
    else:
        told = await apart(url, number)
    return [id for ids, _ in told for id in ids], max(seconds for _, seconds in told)


async def apart(url: str, number: int) -> list[tuple[list[str], float]]:
    """The same by processes that begin together."""
    command = (sys.executable, "-m", "tests.bench.claiming", url)
    running = [
        await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, limit=2**24)
        for _ in range(number)
    ]
    for one in running:
        assert one.stdout is not None
        await one.stdout.readline()
    told = await asyncio.gather(*(one.communicate(b"go\n") for one in running))
    return [json.loads(out) for out, _ in told]


async def taken(engines: Engines, owner: str) -> tuple[list[str], float]:
    """What one replica took, and the seconds it took it."""
    started = perf_counter()
    return await ours(engines, owner), perf_counter() - started


async def replica(url: str) -> None:
    """One process: ready when it says so, begins when it is told to, and says what it took."""
    async with database(url) as engines:
        async with UnitsOfWork(engines).claiming("slack") as claims:
            await claims.claim([Queue("nowhere", 3)], Lease("me", MONDAY_NOON, FOREVER), 1)
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        print(json.dumps(await taken(engines, f"replica-{os.getpid()}")))


if __name__ == "__main__":
    asyncio.run(replica(sys.argv[1]))
