"""`ilt-bot db upgrade`, `ilt-bot db check` and `ilt-bot backup`."""

import asyncio
import sqlite3
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from bot.app import opened, sqlite_file
from bot.errors import Problem
from bot.settings import Settings


def upgrade(arguments: Namespace) -> int:
    async def work() -> None:
        async with opened(Settings()) as core:
            await core.upgrade()

    asyncio.run(work())
    print("The database is up to date.")
    return 0


def check(arguments: Namespace) -> int:
    async def work() -> list[str]:
        async with opened(Settings()) as core:
            return await core.check()

    found = asyncio.run(work())
    print("\n".join(found) or "The database is sound and up to date.")
    return 1 if found else 0


def backup(arguments: Namespace) -> int:
    """Copy a SQLite database while it is in use, whole or not at all, and never over another file."""
    source = sqlite_file(Settings().database_url)
    if source is None:
        raise Problem("This database is PostgreSQL: use `pg_dump`, which copies it while it is in use.")
    target = Path(arguments.file)
    if target.exists():
        raise Problem(f"{target} is there already. Name a new file, so that no backup is lost.")
    if not source.exists():
        raise Problem(f"There is no database at {source} yet.")
    part = target.with_name(target.name + ".part")
    try:
        with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(part)) as copy:
            original.backup(copy)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise Problem(f"The backup was not made: {error}.") from error
    print(f"Copied to {target}.")
    return 0
