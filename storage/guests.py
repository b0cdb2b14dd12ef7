"""Questions about the guests of meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.guests import EXPECTED, GuestSeat
from storage import tables

guests = tables.guests.guests.c


@dataclass(frozen=True, slots=True)
class Guests:
    session: AsyncSession
    school: str

    def add(self, seat: GuestSeat) -> None:
        self.session.add(seat)

    async def find(self, seat_id: str) -> GuestSeat | None:
        mine = (guests.school == self.school, guests.id == seat_id)
        return await self.session.scalar(select(GuestSeat).where(*mine))

    async def of(self, day: date) -> Sequence[GuestSeat]:
        """Who is expected at the meeting of a day."""
        mine = (guests.school == self.school, guests.day == day, guests.state.in_(EXPECTED))
        return (await self.session.scalars(select(GuestSeat).where(*mine).order_by(guests.id))).all()

    async def seats_of(self, person: str, since: date) -> Sequence[GuestSeat]:
        """The meetings from a day on at which somebody is a guest, soonest first."""
        mine = (guests.school == self.school, guests.person == person, guests.day >= since)
        asked = select(GuestSeat).where(*mine, guests.state.in_(EXPECTED))
        return (await self.session.scalars(asked.order_by(guests.day, guests.id))).all()
