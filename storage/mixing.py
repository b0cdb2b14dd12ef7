"""Keeping rows so that neither their order nor their place in the file tells when each came."""

import secrets
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Table, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

T = TypeVar("T")

UNTRACEABLE = "untraceable"
"""Set in a session's `info` when what it wrote must not be told from its place in the database's log."""


async def mix_in(
    session: AsyncSession, table: Table, row: Mapping[str, Any], *among: ColumnElement[bool]
) -> None:
    """Keep a row among others, all of them written anew in an order made by chance."""
    session.info[UNTRACEABLE] = True
    rows = [dict(one._mapping) for one in await session.execute(select(*table.c).where(*among))]
    await session.execute(delete(table).where(*among))
    await session.execute(table.insert(), shuffled([*rows, dict(row)]))


def shuffled(rows: Iterable[T]) -> list[T]:
    """The same things in an order made by chance."""
    mixed = list(rows)
    secrets.SystemRandom().shuffle(mixed)
    return mixed
