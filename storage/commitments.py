"""Questions about what the ILT's people said they would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.commitments import OPEN, Commitment
from storage import tables
from storage.recalled import recalled

commitments = tables.commitments.commitments.c


@dataclass(frozen=True, slots=True)
class Commitments:
    session: AsyncSession
    school: str

    def add(self, commitment: Commitment) -> None:
        self.session.add(commitment)

    async def find(self, commitment_id: str) -> Commitment | None:
        mine = (commitments.school == self.school, commitments.id == commitment_id)
        return await self.session.scalar(select(Commitment).where(*mine))

    async def since(self, first: date) -> Sequence[Commitment]:
        """What is open, and what was due or came to its end from that day on, soonest due first."""
        late = or_(commitments.state.in_(OPEN), commitments.due_on >= first, commitments.ended_on >= first)
        asked = select(Commitment).where(commitments.school == self.school, late)
        return (await self.session.scalars(asked.order_by(commitments.due_on, commitments.id))).all()

    @recalled
    async def open_ones(self) -> Sequence[Commitment]:
        """What is neither done nor let go, soonest due first."""
        asked = select(Commitment).where(commitments.school == self.school, commitments.state.in_(OPEN))
        return (await self.session.scalars(asked.order_by(commitments.due_on, commitments.id))).all()

    async def made_at(self, day: date) -> Sequence[Commitment]:
        """What was said at the meeting of a day, in the order of its days."""
        mine = (commitments.school == self.school, commitments.day == day)
        asked = select(Commitment).where(*mine).order_by(commitments.due_on, commitments.id)
        return (await self.session.scalars(asked)).all()

    async def waiting_on(self, commitment_id: str) -> Sequence[Commitment]:
        """The open ones that wait for this one."""
        asked = select(Commitment).where(
            commitments.school == self.school,
            commitments.waits_on == commitment_id,
            commitments.state.in_(OPEN),
        )
        return (await self.session.scalars(asked.order_by(commitments.due_on, commitments.id))).all()
