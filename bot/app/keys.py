"""The keys of what is encrypted: from the environment, or from a file beside the database."""

import contextlib
import os
import secrets
import sqlite3
import stat
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bot.errors import Problem
from bot.settings import Settings
from storage.sealed_columns import any_sealed
from storage.sealing import Key, NotAKey, Sealer

NOT_A_KEY = "{where} is not a key. Give one that `ilt-bot db new-key` wrote; several with commas between."

LOST = (
    "The private words in this database are encrypted, and the key that opens them is not here. Put {file} "
    "back, or set ILT_DATA_KEY. Nobody can read them without it, and the bot writes nothing until it is back."
)


def sealer(settings: Settings, database: Path | None, *, make: bool) -> Sealer:
    """The keys that the settings name, or those in the file beside the database, made when there is none.

    With `make` False no file is made where there is no database yet. Raises `Problem` when a key makes no
    sense, and when the file is gone from a database that holds what it sealed.
    """
    if settings.data_key is not None:
        return Sealer(_read(settings.data_key.get_secret_value(), "ILT_DATA_KEY"))
    if database is None:
        return Sealer()
    file = key_file(database)
    if not file.exists():
        if not make and not database.exists():
            return Sealer()
        _require_nothing_sealed(database, file)
        try:
            _make(file)
        except OSError:
            return Sealer()
    return read_file(file)


def read_text(text: str, where: str) -> Sealer:
    """The keys in a text, with commas between; raises `Problem` when there is something else in it."""
    return Sealer(_read(text, where))


def key_file(database: Path) -> Path:
    """Where the key of a SQLite file lies when the environment names none."""
    return database.with_name(database.name + ".key")


def read_file(file: Path) -> Sealer:
    """The keys in a file; raises `Problem` when it cannot be read or holds something else."""
    try:
        return Sealer(_read(file.read_text(encoding="utf-8"), str(file)))
    except OSError as error:
        raise Problem(f"The key in {file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Problem(NOT_A_KEY.format(where=file)) from error


def replace_file(file: Path, keys: Sequence[Key]) -> None:
    """Put these keys in place of those in a file, whole or not at all."""
    part = _written(file, keys)
    part.replace(file)


def is_open_to_others(file: Path) -> bool:
    """Whether other accounts of this computer may read a file; systems without such bits say no."""
    return os.name == "posix" and bool(file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def keep_to_ourselves(file: Path | None) -> None:
    """Let nobody but its owner read a file that is new; what SQLite puts beside it gets the same rights."""
    if file is not None:
        with contextlib.suppress(OSError):
            file.touch(mode=0o600, exist_ok=False)


def _read(text: str, where: str) -> list[Key]:
    try:
        keys = [Key.read(one) for one in text.split(",")]
    except NotAKey as error:
        raise Problem(NOT_A_KEY.format(where=where)) from error
    return keys


def _make(file: Path) -> None:
    """Write a new key, whole or not at all; of two programs that start at once, one's key is kept."""
    part = _written(file, [Key.new()])
    try:
        with contextlib.suppress(FileExistsError):
            os.link(part, file)
    finally:
        part.unlink()


def _written(file: Path, keys: Sequence[Key]) -> Path:
    part = file.with_name(f"{file.name}.{secrets.token_hex(4)}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(",".join(key.text for key in keys) + "\n")
    return part


def _require_nothing_sealed(database: Path, file: Path) -> None:
    if not database.exists():
        return
    try:
        with closing(sqlite3.connect(f"file:{database.absolute()}?mode=ro", uri=True)) as found:
            lost = any_sealed(found)
    except sqlite3.Error:
        return
    if lost:
        raise Problem(LOST.format(file=file))
