"""Questions about meetings that run or ran, and about the parking lot."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.agenda_items import AgendaItem
from bot.model.live import MeetingRun, RunState
from bot.model.parking import Parked, ParkedState
from storage import tables
from storage.recalled import recalled

runs, parked = tables.live.runs.c, tables.live.parked.c
items = tables.meetings.items.c


@dataclass(frozen=True, slots=True)
class Live:
    session: AsyncSession
    school: str

    def add(self, entity: MeetingRun | Parked) -> None:
        self.session.add(entity)

    @recalled
    async def run(self, day: date) -> MeetingRun | None:
        """How the meeting of a day of the rule goes, or went; None when nobody started it."""
        asked = select(MeetingRun).where(runs.school == self.school, runs.day == day)
        return await self.session.scalar(asked)

    async def running(self) -> MeetingRun | None:
        """The meeting that runs now; of several that nobody ended, the one that began last."""
        asked = select(MeetingRun).where(runs.school == self.school, runs.state == RunState.RUNNING)
        return (await self.session.scalars(asked.order_by(runs.started_at.desc()).limit(1))).first()

    @recalled
    async def open_runs(self) -> Sequence[MeetingRun]:
        """The meetings that run, or whose minutes are not confirmed, oldest first."""
        asked = select(MeetingRun).where(runs.school == self.school, runs.state != RunState.CLOSED)
        return (await self.session.scalars(asked.order_by(runs.day))).all()

    async def latest(self, most: int) -> Sequence[MeetingRun]:
        """The last meetings that ran and are over, newest first."""
        asked = select(MeetingRun).where(runs.school == self.school, runs.state != RunState.RUNNING)
        return (await self.session.scalars(asked.order_by(runs.day.desc()).limit(most))).all()

    async def started(self, first: date) -> frozenset[date]:
        """The days, from `first` on, of the meetings that somebody started."""
        asked = select(runs.day).where(runs.school == self.school, runs.day >= first)
        return frozenset((await self.session.scalars(asked)).all())

    @recalled
    async def parking_lot(self) -> Sequence[Parked]:
        """What is parked now, oldest first."""
        asked = select(Parked).where(parked.school == self.school, parked.state == ParkedState.PARKED)
        return (await self.session.scalars(asked.order_by(parked.parked_on, parked.id))).all()

    async def items(self, item_ids: Collection[str]) -> dict[str, AgendaItem]:
        """These agenda items, by their ids, as far as they are still kept."""
        if not item_ids:
            return {}
        asked = select(AgendaItem).where(items.school == self.school, items.id.in_(item_ids))
        return {one.id: one for one in (await self.session.scalars(asked)).all()}

    async def parked_since(self, first: date) -> Sequence[Parked]:
        """All that was parked from a day on, whatever became of it."""
        asked = select(Parked).where(parked.school == self.school, parked.parked_on >= first)
        return (await self.session.scalars(asked.order_by(parked.parked_on, parked.id))).all()

    async def parked(self, parked_id: str) -> Parked | None:
        asked = select(Parked).where(parked.school == self.school, parked.id == parked_id)
        return await self.session.scalar(asked)

    async def parked_item(self, item: str) -> Parked | None:
        """The entry of an agenda item that is parked now."""
        asked = select(Parked).where(
            parked.school == self.school, parked.item == item, parked.state == ParkedState.PARKED
        )
        return (await self.session.scalars(asked.limit(1))).first()
