"""Questions about meetings, their agendas and their roles."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.agenda_items import AgendaItem, ItemState, Provenance
from bot.model.meeting_series import MeetingSeries
from bot.model.meetings import LATE_STATES, Meeting
from bot.model.rotation import MeetingRole, RoleHolder, Service
from storage import tables
from storage.recalled import recalled

series, meetings = tables.meetings.series.c, tables.meetings.meetings.c
items, role_holders = tables.meetings.items.c, tables.meetings.role_holders.c


@dataclass(frozen=True, slots=True)
class Meetings:
    session: AsyncSession
    school: str

    def add(self, entity: MeetingSeries | Meeting | AgendaItem | RoleHolder) -> None:
        self.session.add(entity)

    @recalled
    async def series(self) -> MeetingSeries | None:
        return await self.session.scalar(select(MeetingSeries).where(series.school == self.school))

    async def end(self, ended: MeetingSeries) -> None:
        """Forget the series; what was written down of its meetings stays."""
        await self.session.delete(ended)

    @recalled
    async def written(self) -> Sequence[Meeting]:
        """Every meeting something was written down of, earliest first."""
        asked = select(Meeting).where(meetings.school == self.school).order_by(meetings.day)
        return (await self.session.scalars(asked)).all()

    @recalled
    async def open_items(self) -> Sequence[AgendaItem]:
        """What still waits for a meeting, in the order it was added."""
        asked = select(AgendaItem).where(items.school == self.school, items.state == ItemState.OPEN)
        return (await self.session.scalars(asked.order_by(items.added_at, items.id))).all()

    async def items_in(self, state: ItemState) -> Sequence[AgendaItem]:
        """What is in one state, in the order it was added."""
        asked = select(AgendaItem).where(items.school == self.school, items.state == state)
        return (await self.session.scalars(asked.order_by(items.added_at, items.id))).all()

    async def of_day(self, day: date) -> Sequence[AgendaItem]:
        """What was asked for on the agenda of a day, whatever became of it."""
        asked = select(AgendaItem).where(items.school == self.school, items.day == day)
        return (await self.session.scalars(asked.order_by(items.added_at, items.id))).all()

    async def open_about(self, provenance: Provenance, source: str) -> AgendaItem | None:
        """The open item that stands for this very thing."""
        asked = select(AgendaItem).where(
            items.school == self.school,
            items.state == ItemState.OPEN,
            items.provenance == provenance,
            items.source == source,
        )
        return (await self.session.scalars(asked.limit(1))).first()

    async def last_about(self, provenance: Provenance, source: str) -> AgendaItem | None:
        """The item about this very thing that was added last and is over with, if there is one."""
        asked = select(AgendaItem).where(
            items.school == self.school,
            items.state != ItemState.OPEN,
            items.provenance == provenance,
            items.source == source,
        )
        return (await self.session.scalars(asked.order_by(items.added_at.desc()).limit(1))).first()

    async def item(self, item_id: str) -> AgendaItem | None:
        asked = select(AgendaItem).where(items.school == self.school, items.id == item_id)
        return await self.session.scalar(asked)

    async def roles(self, day: date) -> dict[MeetingRole, RoleHolder]:
        """Who has which role at the meeting on a day."""
        asked = select(RoleHolder).where(role_holders.school == self.school, role_holders.day == day)
        found = {holder.role: holder for holder in await self.session.scalars(asked)}
        return {role: found[role] for role in MeetingRole if role in found}

    async def holders(self, role: MeetingRole, days: Collection[date]) -> dict[date, str]:
        """Who has one role at the meetings on these days."""
        asked = select(role_holders.day, role_holders.person).where(
            role_holders.school == self.school, role_holders.role == role, role_holders.day.in_(days)
        )
        return {row.day: row.person for row in await self.session.execute(asked)}

    async def roles_of(self, person: str, since: date) -> Sequence[RoleHolder]:
        """What this person does at the meetings from a day on, soonest first."""
        asked = select(RoleHolder).where(
            role_holders.school == self.school, role_holders.person == person, role_holders.day >= since
        )
        return (await self.session.scalars(asked.order_by(role_holders.day, role_holders.id))).all()

    async def planned(self, after: date, before: date) -> Sequence[Service]:
        """Who is to have which role at the meetings between two days, published or not."""
        asked = select(role_holders.role, role_holders.person, role_holders.day).where(
            role_holders.school == self.school, role_holders.day > after, role_holders.day < before
        )
        return [Service(role, person, day) for role, person, day in await self.session.execute(asked)]

    async def vacate(self, holder: RoleHolder) -> None:
        """Leave a role to nobody."""
        await self.session.delete(holder)

    async def service(self, before: date) -> Sequence[Service]:
        """Who had which role at the meetings before a day whose agenda was published."""
        asked = (
            select(role_holders.role, role_holders.person, role_holders.day)
            .join(
                tables.meetings.meetings,
                (meetings.day == role_holders.day) & (meetings.school == role_holders.school),
            )
            .where(
                role_holders.school == self.school,
                role_holders.day < before,
                meetings.state.in_(LATE_STATES),
            )
        )
        return [Service(role, person, day) for role, person, day in await self.session.execute(asked)]
