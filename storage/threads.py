"""Questions about what belongs together: everything that one thing led to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.agenda_items import AgendaItem
from bot.model.consensus import ConsensusCheck
from bot.model.decisions import Decision
from bot.model.decisions_life import DecisionChange
from bot.model.going import GoingRound
from bot.model.staff_input import StaffInput
from storage import tables

inputs = tables.staff_input.staff_input.c
items = tables.meetings.items.c
checks = tables.consensus.checks.c
decisions = tables.decisions.decisions.c
changes = tables.decisions.decision_changes.c
rounds = tables.relay.rounds.c


@dataclass(frozen=True, slots=True)
class Threads:
    session: AsyncSession
    school: str

    async def input(self, number: int) -> StaffInput | None:
        """The staff input that has this number."""
        asked = select(StaffInput).where(inputs.school == self.school, inputs.number == number)
        return await self.session.scalar(asked)

    async def items(self, sources: Collection[str], problem: str | None) -> Sequence[AgendaItem]:
        """The agenda items that stand for any of these things, or belong to this problem; oldest first."""
        about = (
            items.source.in_(sources)
            if problem is None
            else or_(items.source.in_(sources), items.problem == problem)
        )
        asked = select(AgendaItem).where(items.school == self.school, about)
        return (await self.session.scalars(asked.order_by(items.added_at, items.id))).all()

    async def checks(self, problem: str) -> Sequence[ConsensusCheck]:
        """The consensus checks about a problem of practice, oldest first."""
        asked = select(ConsensusCheck).where(checks.school == self.school, checks.problem == problem)
        return (await self.session.scalars(asked.order_by(checks.number))).all()

    async def shaped_by(self, window: str) -> Sequence[Decision]:
        """The decisions that rest on the trend of a walkthrough window, oldest first."""
        asked = select(Decision).where(decisions.school == self.school, decisions.window == window)
        return (await self.session.scalars(asked.order_by(decisions.number))).all()

    async def changes(self) -> Sequence[DecisionChange]:
        """Everything that became of every decision."""
        return (await self.session.scalars(select(DecisionChange).where(changes.school == self.school))).all()

    async def results(self) -> Sequence[GoingRound]:
        """Every closed round about any decision."""
        asked = select(GoingRound).where(rounds.school == self.school, rounds.result.is_not(None))
        return (await self.session.scalars(asked)).all()
