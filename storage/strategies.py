"""Questions about the strategies, what is tried and asked for them, and plans around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.asks import DistrictAsk
from bot.model.initiatives import Initiative
from bot.model.leader_weeks import LeaderWeek
from bot.model.pd import PdSession
from bot.model.strategies import Strategy
from storage import tables
from storage.recalled import recalled

strategies, initiatives = tables.strategies.strategies.c, tables.strategies.initiatives.c
asks, sessions = tables.strategies.asks.c, tables.strategies.pd_sessions.c
weeks = tables.strategies.leader_weeks.c


@dataclass(frozen=True, slots=True)
class Strategies:
    session: AsyncSession
    school: str

    def add(self, strategy: Strategy) -> None:
        self.session.add(strategy)

    @recalled
    async def ever(self) -> Sequence[Strategy]:
        """Every strategy the school has had, the retired ones included, in the school's order."""
        asked = select(Strategy).where(strategies.school == self.school)
        return (await self.session.scalars(asked.order_by(strategies.position, strategies.key))).all()

    @recalled
    async def active(self) -> Sequence[Strategy]:
        """What the school works on now, in the school's order."""
        return [strategy for strategy in await self.ever() if strategy.active]

    async def find(self, strategy_id: str) -> Strategy | None:
        asked = select(Strategy).where(strategies.school == self.school, strategies.id == strategy_id)
        return await self.session.scalar(asked)


@dataclass(frozen=True, slots=True)
class Initiatives:
    session: AsyncSession
    school: str

    def add(self, initiative: Initiative) -> None:
        self.session.add(initiative)

    async def find(self, initiative_id: str) -> Initiative | None:
        asked = select(Initiative).where(initiatives.school == self.school, initiatives.id == initiative_id)
        return await self.session.scalar(asked)

    async def all(self) -> Sequence[Initiative]:
        """Everything that was ever tried, oldest first."""
        asked = select(Initiative).where(initiatives.school == self.school)
        return (await self.session.scalars(asked.order_by(initiatives.number))).all()


@dataclass(frozen=True, slots=True)
class Asks:
    session: AsyncSession
    school: str

    def add(self, ask: DistrictAsk) -> None:
        self.session.add(ask)

    async def find(self, ask_id: str) -> DistrictAsk | None:
        asked = select(DistrictAsk).where(asks.school == self.school, asks.id == ask_id)
        return await self.session.scalar(asked)

    async def all(self) -> Sequence[DistrictAsk]:
        """Everything the school ever asked of its district, newest first."""
        asked = select(DistrictAsk).where(asks.school == self.school)
        return (await self.session.scalars(asked.order_by(asks.number.desc()))).all()


@dataclass(frozen=True, slots=True)
class PdSessions:
    session: AsyncSession
    school: str

    def add(self, session: PdSession) -> None:
        self.session.add(session)

    async def find(self, session_id: str) -> PdSession | None:
        asked = select(PdSession).where(sessions.school == self.school, sessions.id == session_id)
        return await self.session.scalar(asked)

    async def all(self) -> Sequence[PdSession]:
        """Every session, in the order of their days."""
        asked = select(PdSession).where(sessions.school == self.school)
        return (await self.session.scalars(asked.order_by(sessions.on, sessions.number))).all()


@dataclass(frozen=True, slots=True)
class LeaderWeeks:
    session: AsyncSession
    school: str

    def add(self, week: LeaderWeek) -> None:
        self.session.add(week)

    async def of(self, person: str) -> Sequence[LeaderWeek]:
        """Everything this person planned for themself, oldest first."""
        asked = select(LeaderWeek).where(weeks.school == self.school, weeks.person == person)
        return (await self.session.scalars(asked.order_by(weeks.monday))).all()
