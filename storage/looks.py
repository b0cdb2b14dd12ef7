"""When it is worth looking at each school, so that nobody looks at a school where nothing can be due.

A row for each school says when something may be due there next. Whoever looks takes the school first, for a
short while, so that several processes share the work; and whatever is written at a school brings its
moment back to now, in the same transaction, even while somebody is looking.
"""

from collections.abc import Callable, Collection
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Table, bindparam, case, event, exists, inspect, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from storage import tables
from storage.columns import Utc, insert
from storage.later import take_along

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""A moment that has come by any clock."""

TOUCHED = "touched"
WITHOUT_EFFECT = frozenset({"outbox", "requests", "audit", "jobs", "numbers", "drafts", "looks"})
"""Tables that say what was done: nothing becomes due by a row in them."""

table = tables.looks.looks
looks, schools = table.c, tables.people.schools.c


@dataclass(frozen=True, slots=True)
class Looks:
    """The moments of all schools, each question in a transaction of its own."""

    kept: Callable[[], AbstractAsyncContextManager[AsyncSession]]
    looking: Callable[[], AbstractAsyncContextManager[AsyncSession]]

    async def are_waiting(self, now: datetime) -> bool:
        """Whether the moment of any school has come. Nothing is taken."""
        async with self.looking() as session:
            return bool(await session.scalar(_asked(), {"now": now}))

    async def take(
        self, now: datetime, until: datetime, most: int, *, but_not: Collection[str] = ()
    ) -> list[str]:
        """Take up to so many schools whose moment has come, longest due first, but those that were written to
        last of all. Nobody else takes them before `until`, unless `look_again` says an earlier moment."""
        waiting = select(looks.school).where(_is_waiting(now), looks.school.not_in(but_not))
        due = waiting.order_by(looks.look_at == AT_ONCE, looks.look_at, looks.school).limit(most)
        taking = update(table).where(looks.school.in_(due.with_for_update(skip_locked=True)))
        async with self.kept() as session:
            taken = taking.values(look_at=until, idle_until=until).returning(looks.school)
            return sorted(await session.scalars(taken))

    async def look_again(
        self, school: str, taken_until: datetime, *, at: datetime, idle_until: datetime | None = None
    ) -> None:
        """Let a school that was taken be looked at again then, or at once if it was written to since;
        but not before `idle_until`."""
        untouched = looks.look_at == taken_until
        giving_back = update(table).where(looks.school == school)
        async with self.kept() as session:
            look_at = case((untouched, literal(at, Utc)), else_=looks.look_at)
            await session.execute(giving_back.values(look_at=look_at, idle_until=idle_until or AT_ONCE))

    async def anew(self) -> None:
        """Let every school be looked at: by a program that may see other things in what is written there."""
        everyone = select(schools.id, literal(AT_ONCE, Utc), literal(AT_ONCE, Utc)).order_by(schools.id)
        # Without a WHERE, SQLite takes the ON of ON CONFLICT for that of a join.
        named = everyone.where(schools.id != "")
        async with self.kept() as session:
            adding = insert(session, table).from_select(["school", "look_at", "idle_until"], named)
            changed = {"look_at": AT_ONCE, "idle_until": AT_ONCE}
            await session.execute(adding.on_conflict_do_update(index_elements=["school"], set_=changed))


def _is_waiting(now: Any) -> Any:
    return (looks.look_at <= now) & (looks.idle_until <= now)


@cache
def _asked() -> Any:
    """Put together once: it is asked every second."""
    return select(exists().where(_is_waiting(bindparam("now", type_=Utc))))


async def bring_back(session: AsyncSession, school: str) -> None:
    """Let a school be looked at again, if this unit of work is kept and wrote what can make a thing due."""
    if not session.in_transaction():
        return
    if session.new or session.dirty or session.deleted:
        await session.flush()
    if session.info.get(TOUCHED):
        adding = _bringing_back(session.get_bind().dialect.name)
        await take_along(session, adding, {"school": school, "look_at": AT_ONCE, "idle_until": AT_ONCE})


@cache
def _bringing_back(dialect: str) -> Any:
    """Put together once."""
    adding = (sqlite if dialect == "sqlite" else postgresql).insert(table)
    return adding.on_conflict_do_update(
        index_elements=["school"], set_={"look_at": AT_ONCE}, where=looks.look_at > AT_ONCE
    )


@event.listens_for(Session, "after_flush")
def _on_flush(session: Session, context: UOWTransaction) -> None:
    if session.info.get(TOUCHED):
        return
    flushed = (one for group in (session.new, session.dirty, session.deleted) for one in group)
    if any(inspect(one).mapper.local_table.name not in WITHOUT_EFFECT for one in flushed):
        session.info[TOUCHED] = True


@event.listens_for(Session, "do_orm_execute")
def _on_statement(state: ORMExecuteState) -> None:
    if not state.is_select:
        written(state.session, getattr(state.statement, "table", None))


def written(session: Session, where: object) -> None:
    """A row of this table is written: something may become due by it."""
    if not isinstance(where, Table) or where.name not in WITHOUT_EFFECT:
        session.info[TOUCHED] = True
