"""Questions about walkthrough windows and the visits in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.walkthroughs import Visit, Window
from bot.model.walkthroughs.visits import random_number
from storage import tables
from storage.mixing import UNTRACEABLE, shuffled
from storage.recalled import recalled

table = tables.walkthroughs.visits
windows, visits = tables.walkthroughs.windows.c, tables.walkthroughs.visits.c


@dataclass(frozen=True, slots=True)
class Walkthroughs:
    session: AsyncSession
    school: str

    def add(self, entity: Window | Visit) -> None:
        self.session.add(entity)

    async def drop(self, window: Window) -> None:
        await self.session.delete(window)

    @recalled
    async def windows(self) -> Sequence[Window]:
        """Every window of the school, in the order they open."""
        found = await self.session.scalars(
            select(Window).where(windows.school == self.school).order_by(windows.opens, windows.key)
        )
        return found.all()

    async def window(self, window_id: str) -> Window | None:
        return await self.session.scalar(
            select(Window).where(windows.school == self.school, windows.id == window_id)
        )

    async def visits(self, window_id: str) -> Sequence[Visit]:
        found = await self.session.scalars(
            select(Visit)
            .where(visits.school == self.school, visits.window == window_id)
            .order_by(visits.day, visits.id)
        )
        return found.all()

    async def mix(self, window_id: str) -> None:
        """Write the visits of a closed window anew, in an order and under ids made by chance.

        Else the order they lie in would lead from each to who recorded the first, the second, the third.
        """
        self.session.info[UNTRACEABLE] = True
        mine = (visits.school == self.school, visits.window == window_id)
        rows = [dict(row._mapping) for row in await self.session.execute(select(*visits).where(*mine))]
        for visit in await self.visits(window_id):
            self.session.expunge(visit)
        await self.session.execute(delete(table).where(*mine))
        if rows:
            await self.session.execute(
                table.insert(), shuffled([{**row, "id": random_number()} for row in rows])
            )

    async def counted(self) -> Mapping[str, int]:
        """How many visits each window has that has any."""
        rows = await self.session.execute(
            select(visits.window, func.count()).where(visits.school == self.school).group_by(visits.window)
        )
        return {window: int(count) for window, count in rows}
