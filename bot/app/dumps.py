"""PostgreSQL's own programs: a copy of a database while it is in use, and the way back."""

import os
import shutil
import subprocess
from pathlib import Path

from bot.errors import Problem
from bot.settings import Settings
from storage.engine import server_of

MAGIC = b"PGDMP"
ONLY_OURS = ("--schema=public", "--no-privileges")
NOT_HERE = (
    "This database is PostgreSQL, and its program `{program}`, which this needs, is not on this computer. "
    "Install PostgreSQL's client programs (on Debian: `apt-get install postgresql-client`), then try again."
)
SIGNS = (
    ("version mismatch", "`{program}` is older than the database server. Install the server's version of it"),
    ("unsupported version", "the backup was made by a newer `pg_dump`. Install that version's programs"),
    ("no space left", "the disk is full"),
    ("permission denied", "this user may not do that in the database. Grant it the rights"),
    ("must be owner", "this user does not own what is in the database. Use the one that made it"),
    ("file too large", "the file would be larger than this computer allows"),
    ("end of file", "the file is cut off or damaged"),
    ("could not read", "the file is cut off or damaged"),
)


def is_dump(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(MAGIC)) == MAGIC


def require(program: str) -> str:
    """Where one of PostgreSQL's programs is; raises `Problem` when it is not on this computer."""
    found = shutil.which(program)
    if found is None:
        raise Problem(NOT_HERE.format(program=program))
    return found


def dump(settings: Settings, target: Path) -> None:
    """Copy the database as it stood at one moment; raises OSError with a reason when that fails."""
    words = ("--no-password", "--format=custom", "--no-owner", *ONLY_OURS, f"--file={target}")
    _run("pg_dump", *words, settings=settings)
    _run("pg_restore", "--list", f"--file={os.devnull}", str(target), settings=settings)


def load(settings: Settings, source: Path) -> None:
    """Fill an empty database from a dump, wholly or not at all; raises OSError with a reason."""
    words = ("--no-password", "--single-transaction", "--exit-on-error", "--no-owner", *ONLY_OURS)
    name = server_of(settings.database_url)["PGDATABASE"]
    _run("pg_restore", *words, f"--dbname={name}", str(source), settings=settings)


def _run(program: str, *words: str, settings: Settings) -> None:
    """Where the server is and its password go by the environment: others see a command line."""
    done = subprocess.run(  # noqa: S603  # PostgreSQL's own program, no shell
        [require(program), *words],
        env={**os.environ, **server_of(settings.database_url), "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode != 0:
        raise OSError(_reason(program, done.returncode, done.stderr.decode(errors="replace").lower()))


def _reason(program: str, code: int, complaint: str) -> str:
    """In our words: a program's own may quote what is in the database."""
    known = (says.format(program=program) for sign, says in SIGNS if sign in complaint)
    return next(known, f"`{program}` ended with the code {code}")
