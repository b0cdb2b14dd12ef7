"""A transaction begins with its first statement, and ends whatever becomes of who began it."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest

from storage.unit_of_work import UnitsOfWork
from tests.databases import SCHOOL


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
    async with asyncio.timeout(5), units.writing(SCHOOL):
        pass


async def test_whoever_gives_up_waiting_to_write_holds_up_nobody(units, other):
    waiting = asyncio.create_task(number(units))
    await asyncio.sleep(0.05)
    waiting.cancel()
    with suppress(asyncio.CancelledError):
        await waiting
    other.execute("COMMIT")

    async with asyncio.timeout(10):
        assert await number(units) == 1


async def test_what_breaks_after_its_first_statement_is_not_kept(units):
    with suppress(ZeroDivisionError):
        async with units.writing(SCHOOL) as work:
            await work.numbers.next("copies")
            raise ZeroDivisionError

    assert await number(units) == 1
