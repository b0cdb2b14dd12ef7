"""Rows handed to a statement as one value, so that it is put together once, however many they are."""

import json
from collections.abc import Callable, Sequence

from sqlalchemy import ColumnElement, FromClause, String, Text, bindparam, cast, column, func, literal_column
from sqlalchemy.dialects.postgresql import JSON

Part = Callable[[int], ColumnElement[str]]


def listed(dialect: str, name: str) -> tuple[FromClause, Part]:
    """The rows bound to `name` (see `handed`) as a table, and how a statement says the part at a place."""
    told = bindparam(name, type_=Text)
    if dialect == "sqlite":
        each = func.json_each(told).table_valued("value", name="listed")
        return each, lambda place: func.json_extract(each.c.value, f"$[{place}]", type_=String)
    found = func.json_array_elements(cast(told, JSON)).table_valued(column("value", JSON), name="listed")
    rows = found.render_derived()
    return rows, lambda place: rows.c.value.op("->>", return_type=String())(literal_column(str(place)))


def handed(rows: Sequence[Sequence[str | None]]) -> str:
    """The value to bind."""
    return json.dumps(rows)
