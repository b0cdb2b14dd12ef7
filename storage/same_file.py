"""Noticing that the file of a SQLite database was removed or replaced while it is open."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.trouble import FileGone


def stay_with(path: Path, engines: Iterable[AsyncEngine], changed: Callable[[], None]) -> None:
    """Raise `FileGone` in place of working on a removed file: SQLite would go on writing to nowhere.

    Once it has been there no new one is made in its place, which would be empty. `changed` is called when
    another file is there than before.
    """
    has_been: set[Path] = set()

    def require_there(*_: object) -> None:
        if path in has_been and not path.exists():
            raise FileGone

    def remember(_: object, record: Any) -> None:
        has_been.add(path)
        record.info[path] = _identity(path)

    def require_the_same(connection: Connection) -> None:
        if connection.info.get(path) != _identity(path):
            changed()
            connection.invalidate()
            raise FileGone

    for engine in engines:
        event.listen(engine.sync_engine, "do_connect", require_there)
        event.listen(engine.sync_engine, "connect", remember)
        event.listen(engine.sync_engine, "begin", require_the_same, insert=True)


def _identity(path: Path) -> tuple[int, int] | None:
    """What a file is known by, whatever it is called; None when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
