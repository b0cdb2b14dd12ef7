"""Whom a platform does not let the bot write to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.reaching import Unreached
from storage import tables
from storage.columns import insert

table = tables.people.unreached


@dataclass(frozen=True, slots=True)
class Unreachables:
    session: AsyncSession
    school: str

    async def all(self) -> Sequence[Unreached]:
        """Everybody, the longest first."""
        rows = await self.session.execute(
            select(table).where(table.c.school == self.school).order_by(table.c.since, table.c.person)
        )
        return [Unreached(row.person, row.platform, row.code, row.since) for row in rows]

    async def add(self, one: Unreached) -> None:
        """Remember it; the first time counts, and the latest word for why."""
        row = {"school": self.school, "platform": one.platform, "person": one.person}
        adding = insert(self.session, table).values(row | {"code": one.code, "since": one.since})
        await self.session.execute(
            adding.on_conflict_do_update(index_elements=list(row), set_={"code": one.code})
        )

    async def clear(self, person: str, platform: str | None = None) -> None:
        """They can be written to again: on one platform, or wherever it was."""
        mine = (table.c.school == self.school, table.c.person == person)
        there = () if platform is None else (table.c.platform == platform,)
        await self.session.execute(delete(table).where(*mine, *there))


async def clear_all(session: AsyncSession, reached: Collection[tuple[str, str, str]]) -> None:
    """These can be written to again, each by school, platform and person. Hardly ever is there one."""
    schools = {school for school, _, _ in reached}
    if schools:
        rows = await session.execute(_unreached(), {"schools": [*schools]})
        for school, platform, person in {(*row,) for row in rows} & {*reached}:
            await Unreachables(session, school).clear(person, platform)


@cache
def _unreached() -> Select[*tuple[Any, ...]]:
    """Put together once: it is asked after each batch that arrived."""
    schools: ColumnElement[Any] = bindparam("schools", expanding=True)
    return select(table.c.school, table.c.platform, table.c.person).where(table.c.school.in_(schools))
