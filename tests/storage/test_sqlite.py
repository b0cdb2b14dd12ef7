"""A transaction begins with its first statement, and ends whatever becomes of who began it."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest
from sqlalchemy import text

from bot.errors import DatabaseTrouble
from bot.model.audit import Entry
from storage.units_of_work import UnitsOfWork
from tests.databases import MONDAY_NOON, SCHOOL


@pytest.fixture
def other(database: str) -> Iterator[sqlite3.Connection]:
    """Another program on the same file, which is writing."""
    path = database.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


async def number(units: UnitsOfWork) -> int:
    async with units.writing(SCHOOL) as work:
        return await work.numbers.next("copies")


async def test_what_asks_nothing_waits_for_nobody(units, other):
    async with asyncio.timeout(10), units.writing(SCHOOL):
        pass


async def test_whoever_gives_up_waiting_to_write_holds_up_nobody(units, other):
    waiting = asyncio.create_task(number(units))
    await asyncio.sleep(0.05)
    waiting.cancel()
    with suppress(asyncio.CancelledError):
        await waiting
    other.execute("COMMIT")

    async with asyncio.timeout(30):
        assert await number(units) == 1


async def test_what_breaks_after_its_first_statement_is_not_kept(units):
    with suppress(ZeroDivisionError):
        async with units.writing(SCHOOL) as work:
            await work.numbers.next("copies")
            raise ZeroDivisionError

    assert await number(units) == 1


async def test_who_has_read_is_not_waited_for_and_sees_what_was_kept_meanwhile_the_next_time(units):
    async def last() -> list[str]:
        async with units.reading(SCHOOL) as work:
            return [one.action for one in await work.audit.entries()]

    for times in range(1, 4):
        async with units.writing(SCHOOL) as work:
            await work.audit.note(Entry(MONDAY_NOON, "clock", "Read", "", "done"))
        assert len(await last()) == times


async def test_where_what_was_written_cannot_bring_a_moment_back_nothing_of_it_is_kept(units, engines):
    async with engines.writer.begin() as connection:
        await connection.execute(text("ALTER TABLE looks RENAME TO elsewhere"))

    with pytest.raises(DatabaseTrouble):
        async with units.writing(SCHOOL) as work:
            await work.people.reach("slack", "person:a", "U_ONE")

    async with units.reading(SCHOOL) as work:
        assert await work.people.addresses("slack") == {}
