"""`ilt-bot db new-key` and `ilt-bot db rekey`: the keys of what is encrypted."""

import asyncio
import sqlite3
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from bot.app import opened, sqlite_file
from bot.app.keys import key_file, read_file, replace_file
from bot.commands.database import require_file
from bot.errors import Problem
from bot.settings import Settings
from storage.sealed_columns import seal_anew
from storage.sealing import Key
from storage.trouble import in_words

IN_USE = "Something else has this database open. Stop the bot first (`ilt-bot serve`), then try again."


def new_key(arguments: Namespace) -> int:
    """Print a new key. It is kept nowhere."""
    print(Key.new().text)
    return 0


def rekey(arguments: Namespace) -> int:
    """Encrypt everything with a new key: the first of ILT_DATA_KEY, or one put into the file."""
    settings = Settings.read()
    require_file(settings)
    database = sqlite_file(settings.database_url)
    if database is not None:
        require_unused(database)
    if settings.data_key is not None:
        count = sealed(settings)
        print(f"Encrypted {count} texts with the first key. The other keys in ILT_DATA_KEY may go now.")
    elif database is None:
        raise Problem("Set ILT_DATA_KEY to the new key, a comma and the old key, then run this again.")
    else:
        print(_in_file(settings, key_file(database)))
    return 0


def _in_file(settings: Settings, file: Path) -> str:
    """The file holds both keys until all is done, so that a power cut loses nothing."""
    if not file.exists():
        sealed(settings)
        return f"The key in {file} is new; nothing had been encrypted before."
    new = Key.new()
    replace_file(file, (new, *read_file(file).keys))
    count = sealed(settings)
    replace_file(file, (new,))
    return f"Encrypted {count} texts with a new key. It is in {file}; older backups need the old one."


def sealed(settings: Settings) -> int:
    async def work() -> int:
        async with opened(settings, existing=True) as core:
            return await seal_anew(core.engines.writer)

    return asyncio.run(work())


def require_unused(file: Path) -> None:
    """Raise `Problem` while any other program has a SQLite file open."""
    if not file.exists():
        return
    try:
        with closing(sqlite3.connect(file, timeout=0.5)) as database:
            database.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as error:
        raise Problem(IN_USE if "locked" in str(error) else in_words(error)) from error
