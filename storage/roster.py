"""Questions about who has left."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.roster.leaving import Departure
from storage import tables

departures = tables.roster.departures.c


@dataclass(frozen=True, slots=True)
class Departures:
    session: AsyncSession
    school: str

    def add(self, departure: Departure) -> None:
        self.session.add(departure)

    async def latest(self) -> dict[str, Departure]:
        """The last departure of everybody who ever left, by person."""
        found = await self.session.scalars(
            select(Departure)
            .where(departures.school == self.school)
            .order_by(departures.left_on, departures.id)
        )
        return {departure.person: departure for departure in found}

    async def of(self, person: str) -> Sequence[Departure]:
        """Every time this person left, earliest first."""
        found = await self.session.scalars(
            select(Departure)
            .where(departures.school == self.school, departures.person == person)
            .order_by(departures.left_on, departures.id)
        )
        return found.all()
