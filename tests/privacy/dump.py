"""Reading a database the way somebody would who has stolen it."""

import sqlite3
from contextlib import closing
from pathlib import Path

Dump = dict[str, list[tuple[object, ...]]]


def file_of(url: str) -> Path:
    return Path(url.partition(":///")[2])


def dump(path: Path) -> Dump:
    """Every row of every table, in the order they lie in."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: file.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}


def changed(before: Dump, after: Dump) -> set[str]:
    """The tables that are not what they were."""
    return {table for table in after if before.get(table) != after[table]}


def log_of(path: Path) -> bytes:
    """SQLite's log beside the database."""
    log = path.with_name(f"{path.name}-wal")
    return log.read_bytes() if log.exists() else b""


def places(path: Path, words: list[bytes]) -> list[int]:
    """Where in the file each of these lies."""
    raw = path.read_bytes()
    return [raw.find(one) for one in words]
