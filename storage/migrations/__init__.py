"""Bringing a database to the shape the program expects, and saying whether it has it."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any, TypeVar

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.tables import metadata

T = TypeVar("T")


class NewerDatabase(Exception):
    """The database was made by a newer program; this one must not touch it."""


class OlderDatabase(Exception):
    """The database has not been upgraded to this program yet."""


async def upgrade(engine: AsyncEngine) -> None:
    """Bring the database to this program's shape; raises `NewerDatabase` when it is ahead of it.

    SQLite rebuilds tables to change them, and a rebuild with foreign keys on deletes children, so they are
    off meanwhile and checked afterwards (PLATFORM 5).
    """
    await _run(engine, _refuse_newer)
    await _run(engine, lambda connection: command.upgrade(_config(connection), "head"))


async def require_current(engine: AsyncEngine) -> None:
    """Raise `NewerDatabase` or `OlderDatabase` unless the database is in this program's shape."""
    await _run(engine, _refuse_newer)
    await _run(engine, _refuse_older)


async def drift(engine: AsyncEngine) -> list[str]:
    """Say how the database differs from the tables in the program; empty when it does not."""
    return await _run(engine, lambda connection: [str(difference) for difference in _compare(connection)])


def _compare(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


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


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("storage") / "migrations"))
    config.attributes["connection"] = connection
    return config


async def _run(engine: AsyncEngine, work: Callable[[Connection], T]) -> T:
    async with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            await _pragma(connection, "foreign_keys=OFF")
        async with connection.begin():
            result = await connection.run_sync(work)
            if engine.dialect.name == "sqlite":
                await _require_whole(connection)
        if engine.dialect.name == "sqlite":
            await _pragma(connection, "foreign_keys=ON")
        return result


async def _pragma(connection: AsyncConnection, words: str) -> None:
    """Say a pragma outside any transaction, where SQLite heeds it."""
    raw = await connection.get_raw_connection()
    driver: Any = raw.driver_connection
    await driver.execute(f"PRAGMA {words}")


async def _require_whole(connection: AsyncConnection) -> None:
    broken = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
    if broken:
        raise RuntimeError(f"{len(broken)} rows would be left without their parents; nothing was changed.")
