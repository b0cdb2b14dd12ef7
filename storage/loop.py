"""Questions about what is written of staff input for all staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.staff_input import LoopLine
from storage import tables

lines = tables.loop.loop_lines.c


@dataclass(frozen=True, slots=True)
class LoopLines:
    session: AsyncSession
    school: str

    def add(self, line: LoopLine) -> None:
        self.session.add(line)

    async def forget(self, input_id: str) -> None:
        """Delete what was written of an input and is not posted."""
        await self.session.execute(
            delete(LoopLine).where(
                lines.school == self.school, lines.input == input_id, lines.posted_at.is_(None)
            )
        )

    async def recent(self, since: datetime) -> Sequence[LoopLine]:
        """All that are not posted, and all that were posted after that moment; oldest first."""
        found = await self.session.scalars(
            select(LoopLine)
            .where(lines.school == self.school, or_(lines.posted_at.is_(None), lines.posted_at > since))
            .order_by(lines.worded_at, lines.id)
        )
        return found.all()

    async def of_post(self, post: str) -> Sequence[LoopLine]:
        found = await self.session.scalars(
            select(LoopLine)
            .where(lines.school == self.school, lines.post == post)
            .order_by(lines.worded_at, lines.id)
        )
        return found.all()
