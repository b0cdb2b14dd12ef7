"""`ilt-bot db upgrade`, `ilt-bot db check` and `ilt-bot backup`."""

import asyncio
import errno
import sqlite3
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from bot.app import backups, dumps, opened
from bot.app.core import database_file
from bot.errors import Problem
from bot.settings import Settings


def upgrade(arguments: Namespace) -> int:
    async def work() -> None:
        async with opened(Settings.read(), at_leisure=True) as core:
            await core.upgrade()

    asyncio.run(work())
    print("The database is up to date.")
    return 0


def check(arguments: Namespace) -> int:
    """Say what is wrong with the database, and change nothing."""
    settings = Settings.read()
    require_file(settings)

    async def work() -> list[str]:
        async with opened(settings) as core:
            return await core.check()

    found = asyncio.run(work())
    print("\n".join(found) or "The database is sound and up to date.")
    return 1 if found else 0


def require_file(settings: Settings) -> None:
    source = database_file(settings)
    if source is not None and not source.exists():
        raise Problem(f"There is no database at {source} yet. Run `ilt-bot db upgrade` to make one.")


def backup(arguments: Namespace) -> int:
    """Copy the database while it is in use, whole or not at all, and never over another file."""
    settings = Settings.read()
    source = database_file(settings)
    require_file(settings)
    if source is None:
        dumps.require("pg_dump")
        asyncio.run(require_answer(settings))
    target = Path(arguments.file)
    if target.exists():
        raise Problem(f"{target} is there already. Name a new file, so that no backup is lost.")
    passphrase = backups.new_passphrase() if arguments.encrypt else None
    part, plain = (target.with_name(f"{target.name}.{end}") for end in ("part", "plain.part"))
    try:
        backups.clear(part)
        backups.clear(plain)
        if source is None:
            dumps.dump(settings, plain)
        else:
            copy(source, plain)
        if passphrase is None:
            plain.replace(part)
        else:
            backups.seal(plain, part, passphrase, settings, source)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise Problem(f"The backup was not made: {reason(error)}.") from error
    finally:
        part.unlink(missing_ok=True)
        plain.unlink(missing_ok=True)
    print(f"Copied to {target}.")
    return 0


async def require_answer(settings: Settings) -> None:
    """Raise `Problem` unless the database answers and is one of ours, of whatever version."""
    async with opened(settings) as core:
        await core.units.schools()


def copy(source: Path, target: Path) -> None:
    """Copy a database as it stood at one moment, and make sure that the copy is sound."""
    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as made:
        original.backup(made)
        made.execute("PRAGMA journal_mode=DELETE")
        if made.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the copy is damaged, as the database itself may be")


def reason(error: OSError | sqlite3.Error) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError) or "unable to open" in str(error):
        return "there is no such folder, or it may not be written to"
    if getattr(error, "errno", None) == errno.ENOSPC or "is full" in str(error):
        return "there is no room for it. Free some space"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error)
