"""One service for one SQLite file: a second would double the work, and wait for the first at every change."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.app.core import sqlite_file
from bot.errors import Problem
from bot.settings import Settings

END = ".serving"


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Hold the place of the one service that works on a SQLite file, for as long as the block lasts.

    Raises `Problem` when another holds it. The system lets go of it however the program ends. Commands that
    do one thing work beside a service; on a database server any number of services do.
    """
    file = sqlite_file(settings.database_url)
    held = None if file is None else _held(file)
    try:
        yield
    finally:
        if held is not None:
            os.close(held)


def _held(file: Path) -> int | None:
    """The lock beside a file; None where there can be none: a system or a disk that knows no such locks."""
    try:
        import fcntl

        place = os.open(file.with_name(file.name + END), os.O_RDWR | os.O_CREAT, 0o600)
    except (ImportError, OSError):
        return None
    try:
        fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        number = os.read(place, 20).decode(errors="replace").strip()
        os.close(place)
        raise Problem(
            f"Another `ilt-bot serve` (process {number or 'unknown'}) works on {file} already. "
            "Stop it first. Several at once need PostgreSQL."
        ) from error
    except OSError:
        os.close(place)
        return None
    with suppress(OSError):  # on a full disk the place is held all the same
        os.truncate(place, 0)
        os.write(place, f"{os.getpid()}\n".encode())
    return place
