"""`ilt-bot restore`: a backup takes the database's place, and what was deleted since is deleted again."""

import asyncio
import shutil
import sqlite3
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from bot.app import backups, keys, opened, sqlite_file
from bot.app.keys import key_file
from bot.commands.keys import require_unused
from bot.commands.school import operator
from bot.errors import Problem
from bot.model.people import the_clock
from bot.routines import privacy, retention
from bot.settings import Settings
from storage import migrations
from storage.backups import is_sealed
from storage.engine import connect
from storage.sealed_columns import names_in_use
from storage.sealing import Sealer
from storage.trouble import TROUBLE, in_words

CARRIED = ("holds", "deletion_receipts")
"""What a backup may not know yet, and must: what is held, and what was erased since it was made."""


def restore(arguments: Namespace) -> int:
    """Check the backup from end to end before anything is touched, then put it in place."""
    settings = Settings.read()
    database, backup = sqlite_file(settings.database_url), Path(arguments.file)
    if database is None:
        raise Problem("This database is PostgreSQL: use `pg_restore`, then `ilt-bot db upgrade`.")
    if not backup.is_file():
        raise Problem(f"There is no backup at {backup}.")
    if database.exists() and not arguments.force:
        raise Problem(f"There is a database at {database} already. To replace it, add --force.")
    require_unused(database)
    part = database.with_name(database.name + ".restoring")
    try:
        inside = _opened(backup, part)
        asyncio.run(_require_fit(part, _known(settings, database, inside)))
        kept = _put_in_place(part, database, inside)
    except (OSError, sqlite3.Error) as error:
        raise Problem(f"The backup was not restored: {str(error).lower()}. Nothing was changed.") from error
    finally:
        part.unlink(missing_ok=True)
    print(f"Restored {backup} to {database}.")
    if kept is not None:
        print(f"What was there is kept as {kept}. Delete it when all is well: it holds what people erased.")
    print(asyncio.run(_deleted_again(settings)))
    return 0


def _opened(backup: Path, part: Path) -> Sealer:
    if is_sealed(backup):
        return backups.unseal(backup, part, backups.passphrase())
    shutil.copyfile(backup, part)
    return Sealer()


def _known(settings: Settings, database: Path, inside: Sealer) -> Sealer:
    """The keys that were in the backup, and those that are here."""
    file = key_file(database)
    if settings.data_key is not None:
        return Sealer((*keys.sealer(settings, database, make=False).keys, *inside.keys))
    return Sealer((*inside.keys, *(keys.read_file(file).keys if file.exists() else ())))


async def _require_fit(part: Path, known: Sealer) -> None:
    """Raise `Problem` unless it is a sound database, none from a newer program, and its keys are here."""
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
                "beside the database, and try again. Nothing was changed."
            )
    except migrations.Unfit as error:
        raise Problem(f"{error} Nothing was changed.") from error
    except TROUBLE as error:
        raise Problem(f"{in_words(error)} Nothing was changed.") from error
    finally:
        await engines.dispose()


def _put_in_place(part: Path, database: Path, inside: Sealer) -> Path | None:
    """Move the backup to where the database is, with what it must know; return where the old one went."""
    kept = None
    with closing(sqlite3.connect(part)) as made:
        made.execute("PRAGMA journal_mode=DELETE")
    if database.exists():
        _carry(database, part)
        kept = database.with_name(database.name + ".replaced")
        database.replace(kept)
    part.replace(database)
    file = key_file(database)
    if inside.keys:
        here = keys.read_file(file).keys if file.exists() else ()
        keys.replace_file(file, tuple(dict.fromkeys((*inside.keys, *here))))
    return kept


def _carry(old: Path, new: Path) -> None:
    """Take over the holds and receipts that the backup has not got."""
    with closing(sqlite3.connect(new)) as made, made:
        made.execute("ATTACH DATABASE ? AS old", (str(old),))
        for table in CARRIED:
            try:
                columns = [row[1] for row in made.execute(f"PRAGMA old.table_info({table})")]
                listed = ", ".join(f'"{column}"' for column in columns)
                made.execute(f"INSERT OR IGNORE INTO {table} ({listed}) SELECT {listed} FROM old.{table}")
            except sqlite3.OperationalError:
                continue


async def _deleted_again(settings: Settings) -> str:
    """Do again what was deleted since the backup was made: by the clock, and because somebody asked."""
    rows = 0
    async with opened(settings) as core:
        await core.upgrade()
        for school in await core.units.schools():
            async with core.units.reading(school) as work:
                people = {receipt.person for receipt in await work.retention.erasures() if receipt.person}
            again = privacy.Reapply(people=tuple(sorted(people)))
            rows += await core.perform(privacy.reapply, again, actor=operator(school))
            receipt = await core.perform(retention.purge, retention.Purge(), actor=the_clock(school))
            rows += sum(receipt.deleted.values()) if receipt else 0
    return f"{rows} rows that had been deleted since, or are due, were deleted again."
