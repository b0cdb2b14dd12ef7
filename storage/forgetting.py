"""Letting go of what was kept only to keep the work straight."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from storage import tables

requests, jobs = tables.work.requests, tables.work.jobs


@dataclass(frozen=True, slots=True)
class Forgetting:
    session: AsyncSession
    school: str

    async def requests_before(self, moment: datetime) -> None:
        """Forget which requests were kept before a moment; the same one coming again would count as new."""
        old = delete(requests).where(requests.c.kept_at < moment)
        await self.session.execute(old.where(requests.c.key.startswith(f"{self.school}/", autoescape=True)))

    async def jobs_before(self, moment: datetime) -> None:
        """Forget what became of things that were due before a moment."""
        await self.session.execute(delete(jobs).where(jobs.c.school == self.school, jobs.c.due_at < moment))
