"""Letters that wait for their moment, when that moment changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.calendar_changes import Postponed
from bot.model.outbox import LetterState
from storage import tables

outbox = tables.outbox.outbox.c


@dataclass(frozen=True, slots=True)
class Postponing:
    session: AsyncSession
    school: str

    async def waiting(self, after: datetime) -> Sequence[Postponed]:
        """The letters that wait for a moment later than this one, soonest first."""
        rows = await self.session.execute(
            select(outbox.id, outbox.due_at)
            .where(outbox.school == self.school, outbox.state == LetterState.PENDING, outbox.due_at > after)
            .order_by(outbox.due_at, outbox.id)
        )
        return [Postponed(letter, due_at) for letter, due_at in rows]

    async def move(self, moved: Iterable[Postponed]) -> None:
        """Let each of these letters wait for its moment here; one that has left already is let go."""
        for one in moved:
            await self.session.execute(
                update(tables.outbox.outbox)
                .where(
                    outbox.school == self.school,
                    outbox.id == one.letter,
                    outbox.state == LetterState.PENDING,
                )
                .values(due_at=one.due_at)
            )
