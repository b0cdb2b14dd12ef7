"""Which columns are encrypted, what keys they were sealed with, and sealing them anew."""

import sqlite3
from collections.abc import Callable, Iterator

from sqlalchemy import Column, Connection, Table, and_, bindparam, func, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.types import Text

from storage.columns import Encrypted, EncryptedValue, sealer_of
from storage.sealing import MARK, is_sealed
from storage.tables import metadata

NAME = slice(len(MARK), len(MARK) + 8)
AT_ONCE = 500


def sealed_columns() -> Iterator[tuple[Table, Column[object]]]:
    """Every encrypted column of the program's tables."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Encrypted | EncryptedValue):
                yield table, column


def any_sealed(database: sqlite3.Connection) -> bool:
    """Whether a SQLite file holds anything sealed; a table or column that is not there yet holds nothing."""
    for table, column in sealed_columns():
        asked = f'SELECT 1 FROM "{table.name}" WHERE "{column.name}" LIKE \'{MARK}%\' LIMIT 1'  # noqa: S608  # names of our own tables
        try:
            if database.execute(asked).fetchone():
                return True
        except sqlite3.OperationalError:
            continue
    return False


async def names_in_use(engine: AsyncEngine) -> set[str]:
    """The names of all keys that something in the database was sealed with."""
    found: set[str] = set()
    async with engine.connect() as connection:
        for _, column in sealed_columns():
            start = func.substr(type_coerce(column, Text), 1, NAME.stop)
            rows = await connection.scalars(select(start).where(column.is_not(None)).distinct())
            found |= {row[NAME] for row in rows if is_sealed(row)}
    return found


async def seal_anew(engine: AsyncEngine) -> int:
    """Seal everything again with the first key, in one transaction, and return how many values that were."""
    async with engine.begin() as connection:
        return await connection.run_sync(_seal_anew)


def _seal_anew(connection: Connection) -> int:
    sealer = sealer_of(connection.dialect)
    return sum(
        _replace(connection, table, column, lambda old: sealer.seal(sealer.unseal(old)))
        for table, column in sealed_columns()
    )


def _replace(
    connection: Connection, table: Table, column: Column[object], change: Callable[[str], str]
) -> int:
    """Put something else in place of every text that is not empty, and return how many there were."""
    keys = list(table.primary_key.columns)
    words = type_coerce(column, Text)
    found = connection.execute(select(*keys, words).where(words != "")).all()
    changed = [
        {"words": change(row[-1])} | {f"k{place}": key for place, key in enumerate(row[:-1])} for row in found
    ]
    here = and_(*(key == bindparam(f"k{place}") for place, key in enumerate(keys)))
    replacing = update(table).where(here).values({column: bindparam("words", type_=Text)})
    for start in range(0, len(changed), AT_ONCE):
        connection.execute(replacing, changed[start : start + AT_ONCE])
    return len(changed)
