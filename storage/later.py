"""Rows that nobody waits for: written on the way of what a unit of work says next, at the latest at its end.

A trip to the database costs more than the rows it takes along. What is written here is there for whatever
the same unit of work asks afterwards, and is kept or lost with it. What the database has against it is raised
by the trip that takes it along.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlalchemy.sql.dml import Insert

from storage.prepared import Said, prepared

WAITING = "waiting"
NUMBERED = re.compile(r"\$(\d+)")
AT_ONCE = 8
"""Rows that PostgreSQL is given in one statement."""


async def take_along(session: AsyncSession, statement: Insert, row: Mapping[str, Any]) -> None:
    """Write this row with the next trip. `statement` is one object, used again and again."""
    dialect = session.get_bind().dialect
    waiting: list[Said] | None = session.info.get(WAITING)
    if waiting is None:
        sync: Any = (await session.connection()).sync_connection
        is_taken_by_driver = dialect.name == "sqlite"
        waiting = sync.connection.dbapi_connection.waiting if is_taken_by_driver else []
        session.info[WAITING] = waiting
    waiting.append(prepared(dialect, statement, tuple(row)).said(row))


def joined(waiting: Sequence[Said]) -> Said:
    """One statement that writes all of them, as PostgreSQL has it."""
    parts: list[str] = []
    values: list[Any] = []
    for sql, own in waiting:
        before = len(values)
        parts.append(NUMBERED.sub(lambda found: f"${int(found[1]) + before}", sql))  # noqa: B023  # used at once
        values += own
    *others, last = parts
    named = ", ".join(f"part_{number} AS ({part})" for number, part in enumerate(others))
    return f"WITH {named} {last}" if others else last, tuple(values)


def _say(session: Session) -> None:
    waiting = session.info.get(WAITING)
    if not waiting or session.get_bind().dialect.name == "sqlite":
        return
    taken = [*waiting]
    waiting.clear()
    for first in range(0, len(taken), AT_ONCE):
        session.connection().exec_driver_sql(*joined(taken[first : first + AT_ONCE]))


@event.listens_for(Session, "do_orm_execute")
def _before_a_statement(state: ORMExecuteState) -> None:
    _say(state.session)


@event.listens_for(Session, "before_flush")
def _before_a_flush(session: Session, context: UOWTransaction, instances: object) -> None:
    _say(session)


@event.listens_for(Session, "before_commit")
def _before_the_end(session: Session) -> None:
    _say(session)
