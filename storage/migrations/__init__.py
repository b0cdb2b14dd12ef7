"""Bringing a database to the shape the program expects, and saying whether it has it.

Alembic is imported where it is used: it is slow to import, and little of what runs looks at a database's
shape.
"""

from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.migrations.differences import in_words
from storage.tables import metadata

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

T = TypeVar("T")

ONE_AT_A_TIME = 0x494C5420
"""The number under which programs that share a PostgreSQL wait for each other while one upgrades it."""


class Unfit(Exception):
    """The database is not one this program may work with; the message says what to do about it."""


class NewerDatabase(Unfit):
    """The database was made by a newer program; this one must not touch it."""


class OlderDatabase(Unfit):
    """The database has not been upgraded to this program yet."""


class BrokenDatabase(Unfit):
    """Rows refer to rows that are not there."""


async def upgrade(engine: AsyncEngine) -> None:
    """Bring the database to this program's shape, wholly or not at all.

    Raises `NewerDatabase` when it is ahead of the program, and `BrokenDatabase` when rows would be left
    without what they refer to. SQLite rebuilds tables to change them, and a rebuild with foreign keys on
    deletes children, so they are off meanwhile and checked before anything is kept.
    """
    if engine.dialect.name == "sqlite":
        await _upgrade_file(engine)
        return
    async with engine.begin() as connection:
        await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
        await connection.run_sync(_upgrade)


async def require_current(engine: AsyncEngine) -> None:
    """Raise `NewerDatabase` or `OlderDatabase` unless the database is in this program's shape."""
    await _looking(engine, _refuse_newer)
    await _looking(engine, _refuse_older)


async def require_known(engine: AsyncEngine) -> None:
    """Raise `NewerDatabase` when a newer program made the database; an older one is no trouble."""
    await _looking(engine, _refuse_newer)


async def drift(engine: AsyncEngine) -> list[str]:
    """Say how the database differs from the tables in the program; empty when it does not."""
    return await _looking(engine, lambda connection: [in_words(found) for found in _compare(connection)])


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
    from alembic import command

    _refuse_newer(connection)
    command.upgrade(_config(connection), "head")


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


def _refuse_newer(connection: Connection) -> None:
    current = _current(connection)
    known = {script.revision for script in _scripts().walk_revisions()}
    if current is not None and current not in known:
        raise NewerDatabase(
            "This database was made by a newer version of ILT Bot. Install that version, or restore a backup."
        )


def _refuse_older(connection: Connection) -> None:
    if _current(connection) != _scripts().get_current_head():
        raise OlderDatabase("This database needs an upgrade first. Run `ilt-bot db upgrade`.")


def _require_whole(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise BrokenDatabase(
            f"The upgrade would leave {len(broken)} rows without what they refer to, so nothing was changed. "
            "Keep the file and ask for help."
        )


def _current(connection: Connection) -> str | None:
    from alembic.runtime.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()


def _scripts() -> "ScriptDirectory":
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config())


def _config(connection: Connection | None = None) -> "Config":
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
