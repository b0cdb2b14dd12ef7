"""Questions about how often people wish to be written to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.courtesy import Pause, Preference, Wish
from bot.model.settings import RoutineName
from storage import tables

wishes, pauses = tables.courtesy.wishes.c, tables.courtesy.pauses.c


@dataclass(frozen=True, slots=True)
class Courtesies:
    session: AsyncSession
    school: str

    async def wishes_of(self, person: str) -> Mapping[RoutineName, Wish]:
        """What this person wishes of each routine they have said anything about."""
        rows = await self.session.execute(
            select(wishes.routine, wishes.wish).where(wishes.school == self.school, wishes.person == person)
        )
        return {RoutineName(routine): wish for routine, wish in rows}

    async def all_wishes(self) -> Mapping[tuple[str, str], Wish]:
        """Every wish that is not the usual one, by person and routine; only the clock has a use for it."""
        rows = await self.session.execute(
            select(wishes.person, wishes.routine, wishes.wish).where(
                wishes.school == self.school, wishes.wish != Wish.NORMAL
            )
        )
        return {(person, routine): wish for person, routine, wish in rows}

    async def wish(self, person: str, routine: RoutineName, wish: Wish) -> None:
        """Keep a wish in the place of the one before."""
        found = await self.session.scalar(
            select(Preference).where(
                wishes.school == self.school, wishes.person == person, wishes.routine == routine
            )
        )
        if found is None:
            self.session.add(Preference(school=self.school, person=person, routine=routine, wish=wish))
        else:
            found.wish = wish

    async def back_at(self, person: str) -> datetime | None:
        """When this person's pause ends, or ended; None when there never was one."""
        found: datetime | None = await self.session.scalar(
            select(pauses.back_at).where(pauses.school == self.school, pauses.person == person)
        )
        return found

    async def all_pauses(self, now: datetime) -> Mapping[str, datetime]:
        """Who wants nothing now, and until when; only the clock has a use for it."""
        rows = await self.session.execute(
            select(pauses.person, pauses.back_at).where(pauses.school == self.school, pauses.back_at > now)
        )
        return {row.person: row.back_at for row in rows}

    async def pause(self, person: str, back_at: datetime) -> None:
        """Keep a pause in the place of the one before."""
        await self.resume(person)
        self.session.add(Pause(school=self.school, person=person, back_at=back_at))

    async def resume(self, person: str) -> None:
        table = tables.courtesy.pauses
        ending = delete(table).where(pauses.school == self.school, pauses.person == person)
        await self.session.execute(ending)
