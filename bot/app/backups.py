"""Backups that a passphrase opens, with the key of the database inside."""

import getpass
import os
import sys
from pathlib import Path

from bot.app import keys
from bot.errors import Problem
from bot.settings import Settings
from storage import backups
from storage.sealing import Sealer

SHORTEST = 12
LEFT_BEHIND = ("-wal", "-shm", "-journal")
VARIABLE = "ILT_BACKUP_PASSPHRASE"
NO_PASSPHRASE = f"Set {VARIABLE} to the passphrase of the backup, or run this where it can be typed."


def new_passphrase() -> str:
    """The passphrase for a new backup; raises `Problem` when it is too short, or typed differently twice."""
    said = passphrase()
    if len(said) < SHORTEST:
        raise Problem(f"Too short: take at least {SHORTEST} signs, four words for example.")
    if VARIABLE not in os.environ and getpass.getpass("The same again: ") != said:
        raise Problem("The two are not the same. Nothing was done.")
    return said


def passphrase() -> str:
    """The passphrase as the environment has it, or as it is typed."""
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    if not sys.stdin.isatty():
        raise Problem(NO_PASSPHRASE)
    return getpass.getpass("Passphrase: ")


def clear(part: Path) -> None:
    """Make room for a file that only its owner may read, and remove what was left beside it by a program
    that was killed: SQLite would take the log of another file for this one's."""
    for end in LEFT_BEHIND:
        part.with_name(part.name + end).unlink(missing_ok=True)
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)


def seal(source: Path, target: Path, words: str, settings: Settings, database: Path | None) -> None:
    """Encrypt a copy of the database, with the keys of what is private in it."""
    known = keys.sealer(settings, database, make=False).keys
    backups.seal(source, target, words, backups.About(",".join(key.text for key in known)))


def unseal(source: Path, target: Path, words: str) -> Sealer:
    """Open an encrypted backup into a file, and return the keys that were in it."""
    try:
        about = backups.unseal(source, target, words)
    except backups.WrongPassphrase as error:
        raise Problem("This passphrase does not open the backup. Nothing was changed.") from error
    except backups.NotABackup as error:
        raise Problem("The backup is cut off or damaged. Nothing was changed.") from error
    return keys.read_text(about.keys, str(source)) if about.keys else Sealer()
