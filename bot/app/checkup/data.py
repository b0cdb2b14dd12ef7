"""The database: sound, in this program's shape, with room to grow."""

import shutil

from bot.app import keys
from bot.app.checkup import clock
from bot.app.checkup.findings import Finding
from bot.app.core import Core, sqlite_file
from bot.settings import Settings
from storage import migrations
from storage.columns import sealer_of
from storage.replacing import kept_aside
from storage.sealed_columns import names_in_use
from storage.trouble import LOST_KEY, TROUBLE, in_words

ROOM = 500 * 1024 * 1024
"""Bytes that should be free: a school year takes far less, a full disk stops everything."""
REPLACED = ".replaced"
HOLDS = "It holds what people erased since."
DELETE = f"{HOLDS} Delete the file when all is well."
DROP = f"{HOLDS} Drop the schema when all is well."


async def of(core: Core, settings: Settings) -> list[Finding]:
    """Look at a database that can be opened and is in this program's shape."""
    wrong = await core.check()
    found = [Finding.mend(sentence) for sentence in wrong] or [
        Finding.well("The database is sound and up to date.")
    ]
    try:
        await migrations.require_writable(core.engines.writer)
        found.append(Finding.well("It can be written to."))
    except TROUBLE as error:
        found.append(Finding.mend(in_words(error)))
    found += [*await clock.of_server(core), *await _keys(core, settings), *_seen(settings)]
    return [*found, *await _replaced(core, settings), *_room(settings)]


async def _keys(core: Core, settings: Settings) -> list[Finding]:
    """Whether what is encrypted can be opened, and where the key lies."""
    known = sealer_of(core.engines.reader.dialect).names
    if await names_in_use(core.engines.reader) - {*known}:
        return [Finding.mend(LOST_KEY)]
    file = sqlite_file(settings.database_url)
    if settings.data_key is not None or file is None:
        return [Finding.well("Private words are encrypted; the key is in ILT_DATA_KEY.")]
    kept = keys.key_file(file)
    if kept.exists() and keys.is_open_to_others(kept):
        return [Finding.mend(f"Other accounts of this computer may read {kept}. Run `chmod 600 {kept}`.")]
    return [Finding.note(f"Private words are encrypted; the key is in {kept}. Keep a copy of it elsewhere.")]


async def _replaced(core: Core, settings: Settings) -> list[Finding]:
    """What a restore has left behind, in which stands what people erased and what was deleted for its age."""
    file = sqlite_file(settings.database_url)
    kept = None if file is None else file.with_name(file.name + REPLACED)
    names = [str(kept)] if kept and kept.exists() else await kept_aside(core.engines.reader)
    return [
        Finding.note(f"{name} is what a restore has replaced. {DELETE if file else DROP}") for name in names
    ]


def _seen(settings: Settings) -> list[Finding]:
    file = sqlite_file(settings.database_url)
    if file is None or not keys.is_open_to_others(file):
        return []
    return [Finding.note(f"Other accounts of this computer may read {file}. Run `chmod 600 {file}`.")]


def _room(settings: Settings) -> list[Finding]:
    file = sqlite_file(settings.database_url)
    if file is None:
        return []
    free = shutil.disk_usage(file.absolute().parent).free
    if free < ROOM:
        return [Finding.mend(f"Only {free // 2**20} MB are free on the disk. Make room: at least 500 MB.")]
    return [Finding.well(f"{free / 2**30:.0f} GB are free on the disk.")]
