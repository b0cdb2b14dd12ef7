"""The programs that run on one database: each says now and then that it is there, by the database's clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from storage import tables
from storage.columns import Utc, insert

GONE_AFTER = timedelta(seconds=60)
"""A program that has not been heard of for so long is gone: three of its beats were missed."""

table = tables.replicas.replicas
replicas = table.c

NOW = select(func.now(type_=Utc()))
"""The database's own clock, by which they all agree; whole seconds on SQLite."""


@dataclass(frozen=True, slots=True)
class Replica:
    """A program that runs: the version of its code, and the last migration that it knows (`head`)."""

    id: str
    name: str
    version: str
    head: str
    started_at: datetime
    seen_at: datetime


async def beat(engine: AsyncEngine, *, id: str, name: str, version: str, head: str) -> None:
    """Say that a program runs, and forget those that are gone."""
    async with AsyncSession(engine) as session, session.begin():
        now = (await session.execute(NOW)).scalar_one()
        mine = {"id": id, "name": name, "version": version, "head": head, "started_at": now, "seen_at": now}
        saying = insert(session, table).values(mine)
        await session.execute(saying.on_conflict_do_update(index_elements=["id"], set_={"seen_at": now}))
        await session.execute(delete(table).where(replicas.seen_at < now - GONE_AFTER))


async def leave(engine: AsyncEngine, id: str) -> None:
    """Say that a program has ended."""
    async with AsyncSession(engine) as session, session.begin():
        await session.execute(delete(table).where(replicas.id == id))


async def running(engine: AsyncEngine) -> Sequence[Replica]:
    """The programs that run on this database, the longest running first."""
    async with AsyncSession(engine) as session:
        return [
            Replica(*row) for row in await session.execute(there((await session.execute(NOW)).scalar_one()))
        ]


def there(now: datetime) -> Select[*tuple[Any, ...]]:
    """Asks for the programs that run at a moment of the database's own clock."""
    heard_of = select(*table.c).where(replicas.seen_at >= now - GONE_AFTER)
    return heard_of.order_by(replicas.started_at, replicas.id)
