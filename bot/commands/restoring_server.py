"""`ilt-bot restore` into a PostgreSQL database: what was there is set aside until all is well."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.app import backups, dumps, keys
from bot.app.core import NO_DATABASE_URL, Core, SystemClock, assembled
from bot.errors import Problem
from bot.settings import Settings
from storage import migrations, replacing
from storage.backups import is_sealed
from storage.engine import Engines, NotADatabase, connect
from storage.sealed_columns import names_in_use
from storage.sealing import Sealer
from storage.trouble import TROUBLE, in_words

UNCHANGED = "Nothing was changed."
NOT_A_DUMP = (
    "That file is no backup of a PostgreSQL database. Name a file that `ilt-bot backup` made from one, or "
    f"that `pg_dump --format=custom` made. {UNCHANGED}"
)
AT_WORK = "The bot is at work on this database. Stop every `ilt-bot serve` first, then try again."
NOT_EMPTY = "There is something in this database already. To replace it, add --force."
NO_KEY = (
    "ILT_DATA_KEY is not set. Set it to the key of the backup, or to a new one from `ilt-bot db new-key` if "
    f"nothing was encrypted yet, and try again. {UNCHANGED}"
)
OTHER_KEY = (
    "The backup was encrypted with a key that is not in ILT_DATA_KEY. Add it there, with a comma after the "
    f"one that is there, and try again. {UNCHANGED}"
)

Again = Callable[[Core], Awaitable[int]]
"""Deletes again what was deleted since a backup was made, and says how many rows that were."""


def restore(settings: Settings, backup: Path, *, force: bool, again: Again) -> str:
    """Put a backup in the database's place, wholly or not at all, and say what was done."""
    dumps.require("pg_restore")
    part = backup.with_name(backup.name + ".restoring")
    try:
        source = _opened(settings, backup, part)
        return asyncio.run(_replaced(settings, backup, source, force=force, again=again))
    except OSError as error:
        raise Problem(f"The backup was not restored: {error}. {UNCHANGED}") from error
    finally:
        part.unlink(missing_ok=True)


def _opened(settings: Settings, backup: Path, part: Path) -> Path:
    """The dump in the backup; raises `Problem` when there is none."""
    if not is_sealed(backup):
        return _required(backup)
    backups.clear(part)
    inside = backups.unseal(backup, part, backups.passphrase())
    known = keys.sealer(settings, None, make=False)
    if set(inside.names) - set(known.names):
        file = backup.with_name(backup.name + ".key")
        keys.replace_file(file, inside.keys)
        raise Problem(
            f"The backup brought its key along, and ILT_DATA_KEY does not have it. The key is in {file} now: "
            f"add it to ILT_DATA_KEY, with a comma between, delete that file, and try again. {UNCHANGED}"
        )
    return _required(part)


def _required(dump: Path) -> Path:
    if not dumps.is_dump(dump):
        raise Problem(NOT_A_DUMP)
    return dump


async def _replaced(settings: Settings, backup: Path, source: Path, *, force: bool, again: Again) -> str:
    known = keys.sealer(settings, None, make=False)
    if not known.keys:
        raise Problem(NO_KEY)
    try:
        before = connect(settings.database_url, known, at_leisure=True)
    except NotADatabase as error:
        raise Problem(NO_DATABASE_URL) from error
    try:
        kept = await _emptied(before, force=force)
        await before.dispose()
        try:
            await asyncio.to_thread(dumps.load, settings, source)
            rows = await _made_fit(settings, known, again)
        except BaseException:
            await replacing.put_back(before.writer, kept)
            raise
    except migrations.Unfit as error:
        raise Problem(f"{error} {UNCHANGED}") from error
    except TROUBLE as error:
        if isinstance(error, OSError) and not error.errno:
            raise
        raise Problem(f"{in_words(error)} {UNCHANGED}") from error
    finally:
        await before.dispose()
    return "\n".join(_said(backup, kept, rows))


def _said(backup: Path, kept: str | None, rows: int) -> list[str]:
    lines = [f"Restored {backup} to the database."]
    if kept is not None:
        lines.append(
            f"What was there is kept in the schema {kept}. When all is well, drop it: it holds what people "
            f'erased (`DROP SCHEMA "{kept}" CASCADE`).'
        )
    return [*lines, f"{rows} rows that had been deleted since, or are due, were deleted again."]


async def _emptied(engines: Engines, *, force: bool) -> str | None:
    """Set aside what is there, and return under which name; None when there was nothing."""
    if await replacing.programs_at_work(engines.writer) > 0:
        raise Problem(AT_WORK)
    if await replacing.is_empty(engines.writer):
        return None
    if not force:
        raise Problem(NOT_EMPTY)
    return await replacing.set_aside(engines.writer, f"{datetime.now(UTC):%Y%m%d%H%M%S}")


async def _made_fit(settings: Settings, known: Sealer, again: Again) -> int:
    """Bring what was restored to this program's shape, and delete again what was deleted since."""
    engines = connect(settings.database_url, known, at_leisure=True)
    try:
        await migrations.require_known(engines.reader)
        await migrations.upgrade(engines.writer)
        if await names_in_use(engines.reader) - {*known.names}:
            raise Problem(OTHER_KEY)
        await replacing.carry(engines.writer)
        return await again(assembled(engines, SystemClock()))
    finally:
        await engines.dispose()
