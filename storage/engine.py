"""Databases, told how to behave: one that writes, one that only reads."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.columns import SEALER
from storage.remembered import Memory
from storage.sealing import Sealer
from storage.sqlite import DRIVER

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=15000",
    "secure_delete=ON",
)


class NotADatabase(Exception):
    """The URL names no database this program can use."""


@dataclass(frozen=True, slots=True)
class Engines:
    """The two ways into one database, and what this process knows of it."""

    writer: AsyncEngine
    reader: AsyncEngine
    memory: Memory = field(default_factory=Memory)

    async def dispose(self) -> None:
        await self.reader.dispose()
        await self.writer.dispose()


def connect(url: str, sealer: Sealer | None = None) -> Engines:
    """Make the engines for `sqlite:///file.db` or `postgresql://...`; nothing is opened yet.

    `sealer` holds the keys of what is encrypted there; without it that can be neither read nor written.

    SQLite has one writer and four readers beside it; every write begins at once
    (`BEGIN IMMEDIATE`), so that what was read cannot change before it is written. Raises
    `NotADatabase` for any other URL.
    """
    if not url.startswith(("sqlite:", "sqlite+", "postgres:", "postgresql:", "postgresql+")):
        raise NotADatabase(url.partition(":")[0])
    engines = _engines(url)
    for engine in (engines.writer, engines.reader):
        setattr(engine.sync_engine.dialect, SEALER, sealer)

    @event.listens_for(engines.writer.sync_engine, "commit")
    def on_commit(_: Connection) -> None:
        engines.memory.writes += 1

    return engines


def _engines(url: str) -> Engines:
    if url.startswith("sqlite"):
        return _sqlite(url.replace("sqlite://", f"{DRIVER}://", 1) if "+" not in url else url)
    scheme, _, rest = url.partition("://")
    try:
        return _postgres(url if "+" in scheme else f"postgresql+asyncpg://{rest}")
    except (ArgumentError, ImportError, ValueError) as error:
        raise NotADatabase(scheme) from error


def _sqlite(url: str) -> Engines:
    writer = create_async_engine(url, pool_size=1, max_overflow=0, pool_timeout=60)
    reader = create_async_engine(url, pool_size=4, max_overflow=0, pool_timeout=60)
    _behave(writer, begin="BEGIN IMMEDIATE", pragmas=PRAGMAS)
    _behave(reader, begin="BEGIN", pragmas=(*PRAGMAS, "query_only=ON"))
    return Engines(writer, reader)


def _behave(engine: AsyncEngine, *, begin: str, pragmas: tuple[str, ...]) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        connection.script("; ".join(f"PRAGMA {pragma}" for pragma in pragmas))

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def _postgres(url: str) -> Engines:
    def engine(**options: Any) -> AsyncEngine:
        return create_async_engine(url, pool_pre_ping=True, pool_recycle=1800, **options)

    return Engines(
        writer=engine(pool_size=10, max_overflow=5),
        reader=engine(pool_size=5, execution_options={"postgresql_readonly": True}),
    )


async def fold_log(engine: AsyncEngine) -> None:
    """Fold SQLite's log into the database and empty it: it no longer tells what was written after what.

    A reader at that very moment keeps it from being emptied until the next time. PostgreSQL keeps a log of
    its own.
    """
    if engine.dialect.name == "sqlite":
        async with engine.connect() as connection:
            await connection.run_sync(_fold)


def _fold(connection: Connection) -> None:
    raw: Any = connection.connection.dbapi_connection
    raw.script("PRAGMA busy_timeout=500; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout=15000")
