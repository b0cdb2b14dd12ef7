"""An outbox full of letters, put there without ceremony."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, text

from bot.messages.vocabulary import Message, paragraph
from bot.model.ids import new_id
from bot.model.outbox import LetterState
from storage import tables
from storage.engine import Engines, connect
from tests.databases import MONDAY_NOON, SCHOOL, SEALER

table = tables.outbox.outbox
SAID = Message("Your 1:1 is tomorrow", (paragraph("Your 1:1 is tomorrow at 8:00 AM."),))
A_TIME, YEAR = 1000, 365
OTHERS = [column.name for column in table.columns if column.name not in ("id", "key", "audience")]
AGAIN = f"""
INSERT INTO outbox (id, key, audience, {", ".join(OTHERS)})
WITH RECURSIVE numbers(n) AS (
    SELECT 100000001 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000000 + :letters
)
SELECT 'ahead' || n, 'ahead/' || n, 'person:' || (n % 10000), {", ".join(f"day.{name}" for name in OTHERS)}
FROM numbers JOIN outbox AS day ON day.school = '{SCHOOL}' AND day.key = 'bench/-' || (n % {YEAR} + 1)
"""


@asynccontextmanager
async def database(url: str) -> AsyncIterator[Engines]:
    """The database while the block lasts."""
    engines = connect(url, SEALER)
    try:
        yield engines
    finally:
        await engines.dispose()


def letter(number: int, due_at: datetime = MONDAY_NOON) -> dict[str, object]:
    """One that may go, to somebody who gets no other."""
    return {
        "id": new_id(),
        "school": SCHOOL,
        "key": f"bench/{number}",
        "audience": f"person:{number}",
        "message": SAID,
        "platform": "slack",
        "act": "post",
        "state": LetterState.PENDING,
        "due_at": due_at,
        "if_unknown": "never",
        "attempts": 0,
        "priority": 3,
    }


async def fill(engines: Engines, letters: int) -> None:
    """Put so many letters that are due in place of all that were there."""
    async with engines.writer.begin() as connection:
        await connection.execute(delete(table))
        for first in range(0, letters, A_TIME):
            rows = [letter(number) for number in range(first, min(first + A_TIME, letters))]
            await connection.execute(insert(table), rows)
    await settled(engines)


async def fill_ahead(engines: Engines, letters: int) -> None:
    """Put so many letters of the coming year to ten thousand people in place of all that were there.

    Of every other one it is yet to be decided how it is told. Indexes are built when all is there: in one go
    that takes seconds, letter by letter minutes.
    """
    days = [letter(-day, MONDAY_NOON + timedelta(days=day)) for day in range(1, YEAR + 1)]
    undecided = [{"weight": 2 if str(one["key"])[-1] in "02468" else None} for one in days]
    async with engines.writer.begin() as connection:
        await connection.execute(delete(table))
        both = zip(days, undecided, strict=True)
        await connection.execute(insert(table), [one | also for one, also in both])
        await connection.run_sync(lambda sync: [index.drop(sync) for index in table.indexes])
        await connection.execute(text(AGAIN), {"letters": letters - YEAR})
        await connection.run_sync(lambda sync: [index.create(sync) for index in table.indexes])
    await settled(engines)


async def settled(engines: Engines) -> None:
    """Let PostgreSQL learn what it holds, as it does by itself in service; SQLite never does."""
    if engines.writer.dialect.name == "postgresql":
        async with engines.writer.connect() as connection:
            vacuuming = await connection.execution_options(isolation_level="AUTOCOMMIT")
            await vacuuming.exec_driver_sql("VACUUM ANALYZE outbox")
