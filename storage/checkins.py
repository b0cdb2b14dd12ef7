"""Questions about 1:1 check-ins."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.calendar import SchoolCalendar
from bot.model.checkins import BACK, CheckInChange, CheckInSeries, CheckInTopic, Diary
from storage import tables
from storage.recalled import recalled

series = tables.checkins.series.c
changes = tables.checkins.changes.c
topics = tables.checkins.topics.c


@dataclass(frozen=True, slots=True)
class CheckIns:
    session: AsyncSession
    school: str

    def add(self, entity: CheckInSeries | CheckInChange | CheckInTopic) -> None:
        self.session.add(entity)

    @recalled
    async def all_series(self) -> Sequence[CheckInSeries]:
        """Every pair's, the ended ones included."""
        found = await self.session.scalars(
            select(CheckInSeries).where(series.school == self.school).order_by(series.id)
        )
        return found.all()

    async def of_person(self, person: str) -> Sequence[CheckInSeries]:
        """The active ones in which a person is one of the two."""
        found = await self.session.scalars(
            select(CheckInSeries)
            .where(
                series.school == self.school,
                series.active.is_(True),
                or_(series.leader == person, series.lead == person),
            )
            .order_by(series.id)
        )
        return found.all()

    async def diary(self, of: Sequence[CheckInSeries], calendar: SchoolCalendar, today: date) -> Diary:
        """What there is to know of these series around a day, in two queries however many they are."""
        ids = [one.id for one in of]
        deviating = await self.session.scalars(
            select(CheckInChange).where(
                changes.school == self.school, changes.series.in_(ids), changes.day >= today - 2 * BACK
            )
        )
        wanted = await self.session.scalars(
            select(CheckInTopic)
            .where(topics.school == self.school, topics.series.in_(ids), topics.day >= today - BACK)
            .order_by(topics.id)
        )
        return Diary(of, deviating.all(), wanted.all(), calendar)

    @recalled
    async def to_be_forgotten(self) -> Sequence[CheckInTopic]:
        """The topics that were only to be talked about."""
        found = await self.session.scalars(
            select(CheckInTopic).where(topics.school == self.school, topics.talk_only.is_(True))
        )
        return found.all()

    async def forget(self, forgotten: Collection[CheckInTopic]) -> None:
        for topic in forgotten:
            await self.session.delete(topic)
