"""Databases, told how to behave: one that writes, one that only reads."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.columns import SEALER
from storage.remembered import Memory
from storage.same_file import stay_with
from storage.sealing import Sealer
from storage.sqlite import DRIVER

PATIENCE = timedelta(seconds=15)
"""How long a change waits for one that somebody else is making."""
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
READS = "query_only=ON"
PATIENT = "milliseconds of patience"
NAME = "ilt-bot"
"""What PostgreSQL shows of us in `pg_stat_activity`."""
CONNECTING = 5.0
"""Seconds in which a database server must let us in."""
STATEMENT = timedelta(seconds=60)
"""How long one statement may take, and how long a transaction may do nothing, while people wait."""
FORGOTTEN = {"tcp_keepalives_idle": "30", "tcp_keepalives_interval": "10", "tcp_keepalives_count": "3"}
"""After these seconds a server lets go of what a computer held that lost its power."""


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


def connect(
    url: str, sealer: Sealer | None = None, *, patience: timedelta = PATIENCE, at_leisure: bool = False
) -> Engines:
    """Make the engines for `sqlite:///file.db` or `postgresql://...`; nothing is opened yet.

    `sealer` holds the keys of what is encrypted there; without it that can be neither read nor written.

    SQLite has one writer and four readers beside it; every write begins at once
    (`BEGIN IMMEDIATE`), so that what was read cannot change before it is written; nothing is ever written
    to a file that has been removed. On PostgreSQL a statement is given up after a minute, unless
    `at_leisure`: for upgrades. Raises `NotADatabase` for any other URL.
    """
    if not url.startswith(("sqlite:", "sqlite+", "postgres:", "postgresql:", "postgresql+")):
        raise NotADatabase(url.partition(":")[0])
    engines = _engines(url, patience, at_leisure)
    for engine in (engines.writer, engines.reader):
        setattr(engine.sync_engine.dialect, SEALER, sealer)

    @event.listens_for(engines.writer.sync_engine, "commit")
    def on_commit(_: Connection) -> None:
        engines.memory.writes += 1

    return engines


def _engines(url: str, patience: timedelta, at_leisure: bool) -> Engines:
    if url.startswith("sqlite"):
        return _sqlite(url.replace("sqlite://", f"{DRIVER}://", 1) if "+" not in url else url, patience)
    scheme, _, rest = url.partition("://")
    try:
        return _postgres(url if "+" in scheme else f"postgresql+asyncpg://{rest}", patience, at_leisure)
    except (ArgumentError, ImportError, ValueError) as error:
        raise NotADatabase(scheme) from error


def _sqlite(url: str, patience: timedelta) -> Engines:
    writer = create_async_engine(url, pool_size=1, max_overflow=0, pool_timeout=60)
    reader = create_async_engine(url, pool_size=4, max_overflow=0, pool_timeout=60)
    engines = Engines(writer, reader)

    def changed() -> None:
        engines.memory.writes += 1

    _behave(writer, "BEGIN IMMEDIATE", _milliseconds(patience), PRAGMAS)
    _behave(reader, "BEGIN", _milliseconds(patience), (*PRAGMAS, READS))
    file = writer.url.database or ""
    if not file.startswith((":memory:", "file:")):
        stay_with(Path(file).absolute(), (writer, reader), changed)
    return engines


def _milliseconds(time: timedelta) -> int:
    return round(time.total_seconds() * 1000)


def _behave(engine: AsyncEngine, begin: str, patience: int, pragmas: tuple[str, ...]) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        said = (*pragmas, f"busy_timeout={patience}")
        connection.script("; ".join(f"PRAGMA {pragma}" for pragma in said))
        connection.only_reads = READS in pragmas
        record.info[PATIENT] = patience

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        raw: Any = connection.connection.dbapi_connection
        raw.begin(begin)


def _postgres(url: str, patience: timedelta, at_leisure: bool) -> Engines:
    """At most twenty connections: three programs share the hundred that a server takes by default."""
    told = {"application_name": NAME, "jit": "off", **FORGOTTEN}  # to compile takes longer than to look
    if not at_leisure:
        limit = str(_milliseconds(STATEMENT))
        told |= {"statement_timeout": limit, "idle_in_transaction_session_timeout": limit}
        told |= {"lock_timeout": str(_milliseconds(patience))}
    arguments = {"timeout": CONNECTING, "server_settings": told}
    if not at_leisure:
        arguments["command_timeout"] = STATEMENT.total_seconds() + CONNECTING

    def engine(**options: Any) -> AsyncEngine:
        return create_async_engine(
            url, pool_pre_ping=True, pool_recycle=1800, pool_timeout=30, connect_args=arguments, **options
        )

    return Engines(
        writer=engine(pool_size=10, max_overflow=5),
        reader=engine(pool_size=5, max_overflow=0, execution_options={"postgresql_readonly": True}),
    )


def server_of(url: str) -> dict[str, str]:
    """Where a PostgreSQL URL leads, as the variables that PostgreSQL's own programs heed."""
    told = make_url(url)
    where = {
        "PGHOST": told.host or told.query.get("host"),
        "PGPORT": told.port or told.query.get("port"),
        "PGUSER": told.username or told.query.get("user"),
        "PGPASSWORD": told.password or told.query.get("password"),
        "PGDATABASE": told.database or told.query.get("database"),
        "PGSSLMODE": told.query.get("sslmode") or told.query.get("ssl"),
        "PGAPPNAME": f"{NAME} copying",
    }
    return {name: str(value) for name, value in where.items() if value}


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
    patience = connection.connection.info[PATIENT]
    raw.script(f"PRAGMA busy_timeout=500; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout={patience}")
