"""Statements put together once: SQLAlchemy takes longer over one than the database does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.sql.base import Executable

PREPARED = "ilt_prepared"
"""The attribute of an engine's dialect that holds what was put together for it."""

Said = tuple[str, tuple[Any, ...]]
"""A statement as the database's driver takes it, with its values."""


class Incomplete(Exception):
    """A row leaves out a column for which a value would have to be made."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement as text. Each of its values has a name in a row, or stands once for all."""

    sql: str
    values: tuple[tuple[str, Callable[[Any], Any] | None, Any], ...]

    def said(self, row: Mapping[str, Any]) -> Said:
        filled = []
        for name, process, otherwise in self.values:
            value = row.get(name, otherwise)
            filled.append(process(value) if process is not None else value)
        return self.sql, tuple(filled)


def prepared(dialect: Dialect, statement: Executable, names: tuple[str, ...]) -> Prepared:
    """A statement for an engine's dialect, given rows with these names. It is one object, used again and
    again: it is remembered by what it is and not by what it says. Raises `Incomplete`."""
    known: dict[object, Prepared] = dialect.__dict__.setdefault(PREPARED, {})
    found = known.get((statement, names))
    if found is None:
        found = known[statement, names] = _put_together(dialect, statement, names)
    return found


def _put_together(dialect: Dialect, statement: Any, names: tuple[str, ...]) -> Prepared:
    compiled: Any = statement.compile(dialect=dialect, column_keys=list(names))
    otherwise = dict(compiled.params)
    for column in getattr(compiled, "insert_prefetch", ()):
        if not column.default.is_scalar:
            raise Incomplete(str(column))
        otherwise[column.key] = column.default.arg
    values = []
    for name in compiled.positiontup or ():
        kind = compiled.binds[name].type.dialect_impl(dialect)
        values.append((name, kind.bind_processor(dialect), otherwise[name]))
    return Prepared(str(compiled), tuple(values))
