"""Questions about learning cycles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.cycles import Cycle, CycleState, Phase
from storage import tables
from storage.recalled import recalled

cycles, phases = tables.cycles.cycles.c, tables.cycles.phases.c
OPEN = (CycleState.PROPOSED, CycleState.ACTIVE)


@dataclass(frozen=True, slots=True)
class Cycles:
    session: AsyncSession
    school: str

    def add(self, entity: Cycle | Phase) -> None:
        self.session.add(entity)

    async def cycle(self, cycle_id: str) -> Cycle | None:
        return await self.session.scalar(
            select(Cycle).where(cycles.school == self.school, cycles.id == cycle_id)
        )

    async def phase(self, phase_id: str) -> Phase | None:
        return await self.session.scalar(
            select(Phase).where(phases.school == self.school, phases.id == phase_id)
        )

    @recalled
    async def open_cycles(self) -> Sequence[Cycle]:
        """Every cycle that is proposed or under way, the oldest first."""
        found = await self.session.scalars(
            select(Cycle).where(cycles.school == self.school, cycles.state.in_(OPEN)).order_by(cycles.id)
        )
        return found.all()

    async def open_cycles_of(self, person: str) -> Sequence[Cycle]:
        """The open cycles that this person is one of the two in."""
        mine = or_(cycles.lead == person, cycles.leader == person)
        found = await self.session.scalars(
            select(Cycle)
            .where(cycles.school == self.school, cycles.state.in_(OPEN), mine)
            .order_by(cycles.id)
        )
        return found.all()

    async def phases(self, cycle_ids: Sequence[str]) -> Mapping[str, list[Phase]]:
        """The phases of these cycles, by cycle."""
        found = await self.session.scalars(
            select(Phase).where(phases.school == self.school, phases.cycle.in_(cycle_ids))
        )
        by_cycle: dict[str, list[Phase]] = {cycle_id: [] for cycle_id in cycle_ids}
        for phase in found:
            by_cycle[phase.cycle].append(phase)
        return by_cycle
