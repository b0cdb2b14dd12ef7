"""`ilt-bot restore`: a backup takes the database's place, and what was deleted since is deleted again."""

import asyncio
import os
import shutil
import sqlite3
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from bot.app import backups, dumps, keys
from bot.app.core import Core, SystemClock, assembled, database_file
from bot.app.keys import key_file
from bot.commands import restoring_server
from bot.commands.database import reason
from bot.commands.keys import require_unused
from bot.commands.school import operator
from bot.errors import Problem
from bot.model.people import the_clock
from bot.routines import privacy, retention
from bot.settings import Settings
from storage import migrations
from storage.backups import is_sealed
from storage.engine import connect
from storage.replacing import CARRIED
from storage.sealed_columns import names_in_use
from storage.sealing import Key, Sealer
from storage.trouble import TROUBLE, in_words

UNCHANGED = "Nothing was changed."
OF_A_SERVER = (
    "That backup is of a PostgreSQL database, and ILT_DATABASE_URL names a SQLite file. Set it to the "
    f"PostgreSQL database that the backup is for. {UNCHANGED}"
)
NOT_OURS = f"That file is no backup of ILT Bot: {{why}}. Name a file that `ilt-bot backup` made. {UNCHANGED}"


def restore(arguments: Namespace) -> int:
    """Check the backup from end to end before anything is touched, then put it in place."""
    settings = Settings.read()
    database, backup = database_file(settings), Path(arguments.file)
    _require_reached(backup)
    if database is None:
        restored = restoring_server.restore(settings, backup, force=arguments.force, again=deleted_again)
        print(restored)
        return 0
    if database.exists() and not arguments.force:
        raise Problem(f"There is a database at {database} already. To replace it, add --force.")
    require_unused(database)
    part = database.with_name(database.name + ".restoring")
    try:
        backups.clear(part)
        inside = _opened(backup, part)
        known = _known(settings, database, inside)
        if not known.keys:
            known = inside = Sealer((Key.new(),))  # nothing was sealed yet: it gets a key, as a new one does
        rows = asyncio.run(_made_fit(part, database, known))
        kept = _put_in_place(part, database, inside)
    except (OSError, sqlite3.Error) as error:
        raise Problem(f"The backup was not restored: {reason(error)}. {UNCHANGED}") from error
    finally:
        backups.clear(part)
        part.unlink()
    print(f"Restored {backup} to {database}.")
    if kept is not None:
        print(f"What was there is kept as {kept}. Delete it when all is well: it holds what people erased.")
    print(f"{rows} rows that had been deleted since, or are due, were deleted again.")
    return 0


def _require_reached(backup: Path) -> None:
    """Raise `Problem` unless there is such a file, in a folder that this user may look into."""
    try:
        is_there = backup.is_file()
    except OSError as error:
        raise Problem(
            f"The backup at {backup} cannot be reached: {reason(error)}. Put it where the bot's own user can "
            f"read it, such as beside its other files. {UNCHANGED}"
        ) from error
    if not is_there:
        raise Problem(f"There is no backup at {backup}.")


def _opened(backup: Path, part: Path) -> Sealer:
    """Copy what is in the backup, and return the keys that were in it."""
    inside = Sealer()
    if is_sealed(backup):
        inside = backups.unseal(backup, part, backups.passphrase())
    else:
        shutil.copyfile(backup, part)
    if dumps.is_dump(part):
        raise Problem(OF_A_SERVER)
    _require_ours(part)
    return inside


def _require_ours(part: Path) -> None:
    """Raise `Problem` unless it is a SQLite file with this program's tables in it."""
    if part.stat().st_size == 0:
        raise Problem(NOT_OURS.format(why="it is empty"))
    try:
        with closing(sqlite3.connect(part)) as made:
            tables = {row[0] for row in made.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError as error:
        why = "it is not a database" if "not a database" in str(error) else "it is damaged or cut off"
        raise Problem(NOT_OURS.format(why=why)) from error
    if not {"alembic_version", "addresses"} <= tables:
        raise Problem(NOT_OURS.format(why="it is the database of another program"))


def _known(settings: Settings, database: Path, inside: Sealer) -> Sealer:
    """The keys that were in the backup, and those that are here."""
    file = key_file(database)
    if settings.data_key is not None:
        return Sealer((*keys.sealer(settings, database, make=False).keys, *inside.keys))
    return Sealer((*inside.keys, *(keys.read_file(file).keys if file.exists() else ())))


async def _made_fit(part: Path, database: Path, known: Sealer) -> int:
    """Bring the copy to this program's shape and delete again what was deleted since; say how many rows.

    Raises `Problem` unless it is a sound database, none from a newer program, and its keys are here.
    """
    engines = connect(f"sqlite:///{part}", known)
    try:
        await migrations.require_known(engines.reader)
        await migrations.upgrade(engines.writer)
        damaged = await migrations.damage(engines.reader)
        if damaged:
            raise Problem(f"The backup is damaged, so nothing was changed. {damaged[0]}")
        if await names_in_use(engines.reader) - {*known.names}:
            raise Problem(
                "The backup was encrypted with a key that is not here. Put it into ILT_DATA_KEY, or its file "
                f"beside the database, and try again. {UNCHANGED}"
            )
        _carry(database, part)
        return await deleted_again(assembled(engines, SystemClock()))
    except migrations.Unfit as error:
        raise Problem(f"{error} {UNCHANGED}") from error
    except TROUBLE as error:
        raise Problem(f"{in_words(error)} {UNCHANGED}") from error
    finally:
        await engines.dispose()


def _put_in_place(part: Path, database: Path, inside: Sealer) -> Path | None:
    """Move the copy to where the database is, in one step; return where the old one is kept."""
    with closing(sqlite3.connect(part)) as made:
        made.execute("PRAGMA journal_mode=DELETE")
    file = key_file(database)
    if inside.keys:
        here = keys.read_file(file).keys if file.exists() else ()
        keys.replace_file(file, tuple(dict.fromkeys((*inside.keys, *here))))
    kept = database.with_name(database.name + ".replaced") if database.exists() else None
    if kept is not None:
        kept.unlink(missing_ok=True)
        os.link(database, kept)
    for end in backups.LEFT_BEHIND:
        database.with_name(database.name + end).unlink(missing_ok=True)
    part.replace(database)
    return kept


def _carry(old: Path, new: Path) -> None:
    """Take over the holds and receipts that the backup has not got, if there is a database to take from."""
    if not old.exists():
        return
    with closing(sqlite3.connect(new)) as made, made:
        made.execute("ATTACH DATABASE ? AS old", (str(old),))
        for table in CARRIED:
            try:
                columns = [row[1] for row in made.execute(f"PRAGMA old.table_info({table})")]
                listed = ", ".join(f'"{column}"' for column in columns)
                made.execute(f"INSERT OR IGNORE INTO {table} ({listed}) SELECT {listed} FROM old.{table}")  # noqa: S608  # tables of ours, columns quoted
            except sqlite3.OperationalError:
                continue


async def deleted_again(core: Core) -> int:
    """Do again what was deleted since the backup was made: by the clock, and because somebody asked.

    Returns how many rows that were.
    """
    rows = 0
    for school in await core.units.schools():
        async with core.units.reading(school) as work:
            people = {receipt.person for receipt in await work.retention.erasures() if receipt.person}
        again = privacy.Reapply(people=tuple(sorted(people)))
        rows += await core.perform(privacy.reapply, again, actor=operator(school))
        receipt = await core.perform(retention.purge, retention.Purge(), actor=the_clock(school))
        rows += sum(receipt.deleted.values()) if receipt else 0
    return rows
