"""Questions about the strategies."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.strategies import Strategy
from storage import tables

strategies = tables.strategies.strategies.c


@dataclass(frozen=True, slots=True)
class Strategies:
    session: AsyncSession
    school: str

    def add(self, strategy: Strategy) -> None:
        self.session.add(strategy)

    async def ever(self) -> Sequence[Strategy]:
        """Every strategy the school has had, the retired ones included, in the school's order."""
        asked = select(Strategy).where(strategies.school == self.school)
        return (await self.session.scalars(asked.order_by(strategies.position, strategies.key))).all()

    async def active(self) -> Sequence[Strategy]:
        """What the school works on now, in the school's order."""
        return [strategy for strategy in await self.ever() if strategy.active]
