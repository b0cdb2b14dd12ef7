"""Bringing a database to the shape the program expects, and saying whether it has it.

Alembic is imported where it is used: it is slow to import, and little of what runs looks at a database's
shape.
"""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, column, delete, insert, inspect, select, table
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import replicas
from storage.migrations.differences import in_words
from storage.tables import metadata
from storage.tables.replicas import works_from

if TYPE_CHECKING:
    from alembic.config import Config

T = TypeVar("T")

OURS = {"alembic_version", "addresses"}
"""One of these is in every database of this program, of whatever version."""
FOREIGN = (
    "There are tables of another program in this database, and none of ILT Bot. Give ILT Bot a database of "
    "its own in ILT_DATABASE_URL. Nothing was changed."
)

_version = table("alembic_version", column("version_num"))
"""Where Alembic keeps the number of the last migration."""

ONE_AT_A_TIME = 0x494C5420
"""The number under which programs that share a PostgreSQL wait for each other while one upgrades it."""


WORKS_FROM = "0038"
"""The last migration that a program must know to run beside this one, on a database in this one's shape.

Migrations after it only add: older programs go on until each has been replaced. One that takes away, renames
or narrows what an older program reads or writes raises this to its own number, and so does a release that
adds a field to a value kept as JSON, which an older program would write back without it. Then every program
is stopped before the upgrade.
"""

AHEAD = (
    "A newer version of ILT Bot has upgraded this database. This version still works with it; install the "
    "newer one when you can."
)
NEWER = "This database was made by a newer version of ILT Bot. Install that version, or restore a backup."


class Unfit(Exception):
    """The database is not one this program may work with; the message says what to do about it."""


class NewerDatabase(Unfit):
    """The database was made by a newer program; this one must not touch it."""


class StillRunning(Unfit):
    """Programs are running that could not go on after the upgrade."""


class OlderDatabase(Unfit):
    """The database has not been upgraded to this program yet."""


class ForeignDatabase(Unfit):
    """The database holds another program's tables and none of this one's."""


class BrokenDatabase(Unfit):
    """Rows refer to rows that are not there."""


async def upgrade(engine: AsyncEngine) -> None:
    """Bring the database to this program's shape, wholly or not at all.

    Raises `NewerDatabase` when it is ahead of the program, `StillRunning` when programs run on a server that
    could not work with the new shape, and `BrokenDatabase` when rows would be left without what they refer
    to. SQLite rebuilds tables to change them, and a rebuild with foreign keys on deletes children, so they
    are off meanwhile and checked before anything is kept.
    """
    if engine.dialect.name == "sqlite":
        await _upgrade_file(engine)
        return
    async with engine.begin() as connection:
        await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
        await connection.run_sync(_upgrade)


async def require_current(engine: AsyncEngine) -> None:
    """Raise `NewerDatabase` or `OlderDatabase` unless this program may run on the database as it is."""
    if not await is_ahead(engine):
        await _looking(engine, _refuse_older)


async def is_ahead(engine: AsyncEngine) -> bool:
    """Whether a newer program has upgraded the database, and this one may run on it all the same.

    Raises `NewerDatabase` when it may not.
    """
    return await _looking(engine, _is_ahead)


def head() -> str:
    """The last migration that this program knows."""
    return known()[0]


async def require_known(engine: AsyncEngine) -> None:
    """Raise `NewerDatabase` when a newer program made the database; an older database is no trouble."""
    await _looking(engine, _refuse_newer)


async def drift(engine: AsyncEngine) -> list[str]:
    """Say how the database differs from the tables in the program; empty when it does not."""
    return await _looking(engine, _drift)


async def damage(engine: AsyncEngine) -> list[str]:
    """Say what is broken inside a SQLite file; empty when nothing is, and for a database server."""
    if engine.dialect.name != "sqlite":
        return []
    return await _looking(engine, _damage)


async def require_writable(engine: AsyncEngine) -> None:
    """Begin to write and let it be; raises what the database raises when it may not be written to."""
    async with engine.connect() as connection:
        await connection.exec_driver_sql("DELETE FROM requests WHERE key = ''")
        await connection.rollback()


async def _upgrade_file(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await _pragma(connection, "foreign_keys=OFF")
        try:
            async with connection.begin():
                await connection.run_sync(_upgrade)
                await connection.run_sync(_require_whole)
        finally:
            await _pragma(connection, "foreign_keys=ON")


async def _looking(engine: AsyncEngine, look: Callable[[Connection], T]) -> T:
    async with engine.connect() as connection:
        return await connection.run_sync(look)


def _upgrade(connection: Connection) -> None:
    _refuse_foreign(connection)
    _refuse_newer(connection)
    if _current(connection) != head():
        from alembic import command

        _refuse_while_others_run(connection)
        command.upgrade(_config(connection), "head")
    _write_what_it_works_from(connection)


def _drift(connection: Connection) -> list[str]:
    """A file says its whole shape in a few lines: of one that was compared before, the outcome is known."""
    if connection.dialect.name != "sqlite":
        return [in_words(found) for found in _compare(connection)]
    lines = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master ORDER BY name, type").all()
    shape = tuple((name, sql) for name, sql in lines)
    if shape not in _compared():
        _compared()[shape] = [in_words(found) for found in _compare(connection)]
    return list(_compared()[shape])


@cache
def _compared() -> dict[tuple[tuple[str, str | None], ...], list[str]]:
    """How files of a shape differ from the tables in the program, for each shape that was looked at."""
    return {}


def _compare(connection: Connection) -> list[Any]:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


def _damage(connection: Connection) -> list[str]:
    said = connection.exec_driver_sql("PRAGMA quick_check(3)").scalars().all()
    broken = [] if said == ["ok"] else ["The database file is damaged. Stop the bot and restore a backup."]
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return broken + ([f"{len(orphans)} rows refer to rows that are not there."] if orphans else [])


def _refuse_foreign(connection: Connection) -> None:
    tables = set(inspect(connection).get_table_names())
    if tables and not tables & OURS:
        raise ForeignDatabase(FOREIGN)


def _refuse_newer(connection: Connection) -> None:
    if _is_newer(connection):
        raise NewerDatabase(NEWER)


def _is_newer(connection: Connection) -> bool:
    current = _current(connection)
    return current is not None and current not in known()


def _is_ahead(connection: Connection) -> bool:
    if not _is_newer(connection):
        return False
    if _what_it_works_from(connection) not in known():
        raise NewerDatabase(NEWER)
    return True


def _what_it_works_from(connection: Connection) -> str | None:
    """What the program that upgraded the database wrote down; None when it was too old to."""
    if not inspect(connection).has_table(works_from.name):
        return None
    return connection.execute(select(works_from.c.head)).scalar()


def _write_what_it_works_from(connection: Connection) -> None:
    if _what_it_works_from(connection) != WORKS_FROM:
        connection.execute(delete(works_from))
        connection.execute(insert(works_from).values(head=WORKS_FROM))


def _refuse_while_others_run(connection: Connection) -> None:
    """Nobody takes the shape of a server's database away under programs that need it."""
    if connection.dialect.name == "sqlite" or not inspect(connection).has_table(replicas.table.name):
        return
    chain = known()
    fit = chain[: chain.index(WORKS_FROM) + 1]
    found = connection.execute(replicas.there(connection.execute(replicas.NOW).scalar_one()))
    unfit = [one for one in found if one.head not in fit]
    if unfit:
        raise StillRunning(
            f"{len(unfit)} of the running programs cannot work with the new shape of the database: "
            f"{', '.join(sorted(one.name for one in unfit))}. Stop them, then run `ilt-bot db upgrade` "
            "again; one that was killed is forgotten after a minute. Nothing was changed."
        )


def _refuse_older(connection: Connection) -> None:
    if _current(connection) != head():
        raise OlderDatabase("This database needs an upgrade first. Run `ilt-bot db upgrade`.")


def _require_whole(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise BrokenDatabase(
            f"The upgrade would leave {len(broken)} rows without what they refer to, so nothing was changed. "
            "Keep the file and ask for help."
        )


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_version.name):
        return None
    return connection.scalar(select(_version.c.version_num))


@cache
def known() -> list[str]:
    """The migrations that this program knows, the last first.

    Their numbers, as their files are named: Alembic, which would run them all to know, is for upgrades.
    Read once: the files may be replaced by a newer program's while this one runs.
    """
    found = (file.name for file in (files("storage") / "migrations" / "versions").iterdir())
    return sorted((name[:4] for name in found if name[:4].isdigit()), reverse=True)


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("storage") / "migrations"))
    config.attributes["connection"] = connection
    return config


async def _pragma(connection: AsyncConnection, words: str) -> None:
    """Say a pragma outside any transaction, where SQLite heeds it."""
    raw = await connection.get_raw_connection()
    driver: Any = raw.driver_connection
    await driver.execute(f"PRAGMA {words}")
