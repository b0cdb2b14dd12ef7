"""How a database differs from the program, in sentences."""

from typing import Any

LACKS = {"add_table": "the table", "add_column": "the column", "add_index": "the index"}
HAS = {"remove_table": "a table", "remove_column": "a column", "remove_index": "an index"}


def in_words(found: Any) -> str:
    """Say one difference as Alembic reports it: what the database lacks, has too much, or has otherwise."""
    if isinstance(found, list):
        kind, _, table, column, *_ = found[0]
        what = kind.removeprefix("modify_")
        return f"The column {table}.{column} is not what the program expects ({what})."
    kind, *rest = found
    if kind in LACKS:
        return f"The database lacks {LACKS[kind]} {_name(rest)}."
    if kind in HAS:
        return f"The database has {HAS[kind]} {_name(rest)} that the program does not know."
    return f"The database differs from the program ({kind.replace('_', ' ')} {_name(rest)})."


def _name(rest: list[Any]) -> str:
    if len(rest) == 3:
        return f"{rest[1]}.{rest[2].name}"
    named = rest[0]
    return str(getattr(named, "name", None) or getattr(getattr(named, "table", None), "name", "?"))
