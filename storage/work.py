"""Numbers given out, and jobs that are decided."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.jobs import Job
from storage import tables

jobs, numbers = tables.work.jobs.c, tables.work.numbers.c


@dataclass(frozen=True, slots=True)
class Numbers:
    """Counts of one school, which never give the same number twice."""

    session: AsyncSession
    school: str

    async def next(self, series: str) -> int:
        """Return 1, 2, 3 ... for each series ("input", "decision") of the school."""
        counting = _counting(self.session.get_bind().dialect.name)
        row = {"school": self.school, "series": series, "last": 1}
        return int((await self.session.execute(counting, row)).scalar_one())


@cache
def _counting(dialect: str) -> Any:
    """Put together once."""
    adding = (sqlite if dialect == "sqlite" else postgresql).insert(tables.work.numbers)
    return adding.on_conflict_do_update(
        index_elements=["school", "series"], set_={"last": numbers.last + 1}
    ).returning(numbers.last)


@dataclass(frozen=True, slots=True)
class Jobs:
    session: AsyncSession
    school: str

    def add(self, job: Job) -> None:
        self.session.add(job)

    async def decided(self, keys: Collection[str]) -> set[str]:
        """Which of these keys have already been done, dropped or overtaken."""
        found = await self.session.scalars(
            select(jobs.key).where(jobs.school == self.school, jobs.key.in_(keys))
        )
        return set(found)

    async def decided_since(self, moment: datetime) -> set[str]:
        """The keys of everything that was due after a moment and has been decided."""
        found = await self.session.scalars(
            select(jobs.key).where(jobs.school == self.school, jobs.due_at > moment)
        )
        return set(found)
