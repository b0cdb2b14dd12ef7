"""Questions about the school calendar."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.calendar import CalendarDay, SchoolCalendar
from bot.model.calendar_changes import CalendarChange, ChangeState, hours_of
from bot.model.people import School
from storage import remembered, tables
from storage.columns import insert
from storage.settings import SettingsStore

schools, days = tables.people.schools.c, tables.calendar.calendar_days.c
changes, feeds = tables.calendar.calendar_changes.c, tables.calendar.calendar_feeds.c
INSTEAD = "calendar_instead"


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
        instead = self.session.info.get(INSTEAD)
        if isinstance(instead, SchoolCalendar):
            return instead
        known = await remembered.known(self.session, self.school)
        if known.calendar is None:
            known.calendar = await self._whole()
        return known.calendar

    @contextmanager
    def as_if(self, calendar: SchoolCalendar) -> Iterator[None]:
        """Let this unit of work see another calendar while the block lasts, to look what would follow."""
        self.session.info[INSTEAD] = calendar
        try:
            yield
        finally:
            del self.session.info[INSTEAD]

    async def _whole(self) -> SchoolCalendar:
        school = (await self.session.scalars(select(School).where(schools.id == self.school))).one()
        settings = await SettingsStore(self.session, self.school).now()
        written = await self.days()
        return SchoolCalendar(
            zone=ZoneInfo(school.zone),
            days={day.day: day.kind for day in written},
            first=school.first_day,
            last=school.last_day,
            morning=school.morning,
            opens=school.opens,
            closes=school.closes,
            half_day_closes=settings.half_day_closes,
            late_start_opens=settings.late_start_opens,
            hours={day: hours for one in written for day, hours in hours_of(one).items()},
            rotation=settings.rotation,
            rotates_from=settings.rotates_from,
            relay_same_day=settings.sharing.relay_same_day,
            relay_at=settings.sharing.relay_at,
        )

    def add(self, day: CalendarDay | CalendarChange) -> None:
        self.session.add(day)

    async def clear(self) -> None:
        await remembered.change(self.session, self.school)
        await self.session.execute(delete(tables.calendar.calendar_days).where(days.school == self.school))

    async def forget(self, which: Collection[date]) -> None:
        """Let these days be ordinary again."""
        await remembered.change(self.session, self.school)
        table = tables.calendar.calendar_days
        await self.session.execute(delete(table).where(days.school == self.school, days.day.in_(which)))

    async def change(self, change_id: str) -> CalendarChange | None:
        asked = select(CalendarChange).where(changes.school == self.school, changes.id == change_id)
        return await self.session.scalar(asked)

    async def forget_proposals(self, before: datetime) -> None:
        """Forget the changes from before a moment that nobody applied."""
        table = tables.calendar.calendar_changes
        await self.session.execute(
            delete(table).where(
                changes.school == self.school,
                changes.state == ChangeState.PROPOSED,
                changes.made_at < before,
            )
        )

    async def feed(self) -> str | None:
        """The secret part of the address of the school's dates; None when there is none yet."""
        return await self.session.scalar(select(feeds.token).where(feeds.school == self.school))

    async def open_feed(self, token: str) -> None:
        """Give the school's dates a new address; the old one leads nowhere from now on."""
        values = {"school": self.school, "token": token}
        adding = insert(self.session, tables.calendar.calendar_feeds).values(values)
        await self.session.execute(
            adding.on_conflict_do_update(index_elements=["school"], set_={"token": token})
        )
