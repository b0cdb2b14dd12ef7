"""Questions about the school calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.calendar import CalendarDay, SchoolCalendar
from bot.model.people import School
from storage import remembered, tables

schools, days = tables.people.schools.c, tables.calendar.calendar_days.c


@dataclass(frozen=True, slots=True)
class Calendars:
    session: AsyncSession
    school: str

    async def days(self) -> Sequence[CalendarDay]:
        found = await self.session.scalars(
            select(CalendarDay).where(days.school == self.school).order_by(days.day)
        )
        return found.all()

    async def whole(self) -> SchoolCalendar:
        """The school's calendar as it stands now."""
        known = await remembered.known(self.session, self.school)
        if known.calendar is None:
            known.calendar = await self._whole()
        return known.calendar

    async def _whole(self) -> SchoolCalendar:
        school = (await self.session.scalars(select(School).where(schools.id == self.school))).one()
        return SchoolCalendar(
            zone=ZoneInfo(school.zone),
            days={day.day: day.kind for day in await self.days()},
            first=school.first_day,
            last=school.last_day,
            morning=school.morning,
            opens=school.opens,
            closes=school.closes,
        )

    def add(self, day: CalendarDay) -> None:
        self.session.add(day)

    async def clear(self) -> None:
        await remembered.change(self.session, self.school)
        await self.session.execute(delete(tables.calendar.calendar_days).where(days.school == self.school))
