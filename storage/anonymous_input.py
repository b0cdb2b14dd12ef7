"""Questions about anonymous input, and keeping it so that nothing tells the order it came in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.staff_input import AnonymousInput, AnonymousState
from storage import tables
from storage.mixing import UNTRACEABLE, mix_in, shuffled
from storage.recalled import recalled

table = tables.anonymous_input.anonymous_inputs
inputs = table.c

UNSETTLED = (AnonymousState.RECEIVED, AnonymousState.ON_AGENDA, AnonymousState.DECLINED)


@dataclass(frozen=True, slots=True)
class AnonymousInputs:
    session: AsyncSession
    school: str

    async def add(self, given: AnonymousInput) -> None:
        """Keep it among those that wait, all of them written anew in an order made by chance."""
        mine = (inputs.school == self.school, inputs.state == AnonymousState.WAITING)
        await mix_in(self.session, table, row_of(given), *mine)

    def leave_no_trace(self) -> None:
        """What this unit of work writes is folded into the database at once after the commit."""
        self.session.info[UNTRACEABLE] = True

    async def by_receipt(self, receipt: str) -> AnonymousInput | None:
        return await self._one(inputs.receipt == receipt)

    async def by_id(self, input_id: str) -> AnonymousInput | None:
        return await self._one(inputs.id == input_id)

    async def by_ids(self, input_ids: Collection[str]) -> Sequence[AnonymousInput]:
        return await self._all(inputs.id.in_(input_ids))

    @recalled
    async def waiting(self) -> Sequence[AnonymousInput]:
        """Those of the next batch, in an order made by chance."""
        return shuffled(await self._all(inputs.state == AnonymousState.WAITING))

    async def unsettled(self) -> Sequence[AnonymousInput]:
        """All that have been shown and may still need somebody, by their labels, which are made by chance."""
        return await self._all(inputs.state.in_(UNSETTLED))

    async def since(self, week: date) -> Sequence[AnonymousInput]:
        """All that have been shown, of that week and later; what was withdrawn is none."""
        hidden = (AnonymousState.WAITING, AnonymousState.WITHDRAWN)
        return await self._all(and_(inputs.week >= week, inputs.state.not_in(hidden)))

    async def on_agendas(self) -> Sequence[AnonymousInput]:
        return await self._all(inputs.state == AnonymousState.ON_AGENDA)

    async def shaping(self, decision_id: str) -> Sequence[AnonymousInput]:
        return await self._all(inputs.decision_id == decision_id)

    async def _one(self, condition: ColumnElement[bool]) -> AnonymousInput | None:
        found = await self._all(condition)
        return found[0] if found else None

    async def _all(self, condition: ColumnElement[bool]) -> Sequence[AnonymousInput]:
        asked = select(AnonymousInput).where(inputs.school == self.school, condition).order_by(inputs.id)
        return (await self.session.scalars(asked)).all()


def row_of(given: AnonymousInput) -> dict[str, object]:
    """Its columns, each value as it is."""
    return {column.name: getattr(given, column.name) for column in fields(given)}
