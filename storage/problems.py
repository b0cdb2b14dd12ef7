"""Questions about problems of practice."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.problems import OPEN, Problem, ProblemState
from storage import tables
from storage.recalled import recalled

problems = tables.problems.problems.c


@dataclass(frozen=True, slots=True)
class Problems:
    session: AsyncSession
    school: str

    def add(self, problem: Problem) -> None:
        self.session.add(problem)

    async def find(self, problem_id: str) -> Problem | None:
        asked = select(Problem).where(problems.school == self.school, problems.id == problem_id)
        return await self.session.scalar(asked)

    async def register(self) -> Sequence[Problem]:
        """Every problem of the school, newest first."""
        asked = select(Problem).where(problems.school == self.school).order_by(problems.number.desc())
        return (await self.session.scalars(asked)).all()

    @recalled
    async def in_action(self) -> Sequence[Problem]:
        """What the ILT is trying now, oldest first."""
        asked = select(Problem).where(
            problems.school == self.school, problems.state == ProblemState.IN_ACTION
        )
        return (await self.session.scalars(asked.order_by(problems.number))).all()

    async def open_ones(self) -> Sequence[Problem]:
        """Every problem that has not come to an end, newest first."""
        asked = select(Problem).where(problems.school == self.school, problems.state.in_(OPEN))
        return (await self.session.scalars(asked.order_by(problems.number.desc()))).all()

    async def framed_by(self, person: str, most: int) -> Sequence[Problem]:
        """The newest problems this person framed."""
        asked = select(Problem).where(problems.school == self.school, problems.framed_by == person)
        return (await self.session.scalars(asked.order_by(problems.number.desc()).limit(most))).all()
