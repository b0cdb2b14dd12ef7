"""Questions about who is away."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.away import Away
from storage import tables
from storage.recalled import recalled

away = tables.away.away.c


@dataclass(frozen=True, slots=True)
class Aways:
    session: AsyncSession
    school: str

    def add(self, one: Away) -> None:
        self.session.add(one)

    @recalled
    async def all(self) -> Sequence[Away]:
        """Everybody who is or will be away, whoever goes first first."""
        asked = select(Away).where(away.school == self.school).order_by(away.first, away.id)
        return (await self.session.scalars(asked)).all()

    async def of(self, person: str) -> Away | None:
        asked = select(Away).where(away.school == self.school, away.person == person)
        return await self.session.scalar(asked)

    async def end(self, one: Away) -> None:
        """Forget it; nothing is kept of an absence that is over."""
        await self.session.delete(one)
