"""Questions about staff input."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages.vocabulary import Message
from bot.model.outbox import LetterState
from bot.model.staff_input import InputState, StaffInput
from storage import tables
from storage.recalled import recalled
from storage.rows import write

inputs, outbox = tables.staff_input.staff_input.c, tables.outbox.outbox.c

UNSETTLED = (InputState.RECEIVED, InputState.PASSED_ON, InputState.ON_AGENDA, InputState.DECLINED)
_ADDING = insert(tables.staff_input.staff_input)
IN_FLIGHT = (LetterState.SENDING, LetterState.CHECKING)


@dataclass(frozen=True, slots=True)
class Inputs:
    session: AsyncSession
    school: str

    async def keep(self, given: StaffInput) -> None:
        """Write a new one as it is. Who wants to change it in the same unit of work asks for it first."""
        await write(self.session, _ADDING, {column.key: getattr(given, column.key) for column in inputs})

    async def by_id(self, input_id: str) -> StaffInput | None:
        return await self.session.scalar(
            select(StaffInput).where(inputs.school == self.school, inputs.id == input_id)
        )

    async def with_teams(self) -> Sequence[StaffInput]:
        """Those that were given to the one team they are about, and wait there."""
        asked = select(StaffInput).where(inputs.school == self.school, inputs.routed_to.is_not(None))
        return (await self.session.scalars(asked.order_by(inputs.number))).all()

    async def by_ids(self, input_ids: Collection[str]) -> Sequence[StaffInput]:
        """Those of the ids that are there, in the order of their numbers."""
        found = await self.session.scalars(
            select(StaffInput)
            .where(inputs.school == self.school, inputs.id.in_(input_ids))
            .order_by(inputs.number)
        )
        return found.all()

    async def from_person(self, person: str) -> Sequence[StaffInput]:
        """Everything a person has given, newest first."""
        found = await self.session.scalars(
            select(StaffInput)
            .where(inputs.school == self.school, inputs.author == person)
            .order_by(inputs.number.desc())
        )
        return found.all()

    @recalled
    async def unsettled(self) -> Sequence[StaffInput]:
        """All that may still need somebody, oldest first: untouched, on an agenda, or to look at again."""
        again = or_(inputs.state != InputState.DECLINED, inputs.look_again.is_not(None))
        found = await self.session.scalars(
            select(StaffInput)
            .where(inputs.school == self.school, inputs.state.in_(UNSETTLED), again)
            .order_by(inputs.number)
        )
        return found.all()

    async def settled_since(self, moment: datetime) -> Sequence[StaffInput]:
        """All that got an outcome after that moment, oldest first; what was withdrawn is none."""
        found = await self.session.scalars(
            select(StaffInput)
            .where(
                inputs.school == self.school,
                inputs.outcome_at > moment,
                inputs.state != InputState.WITHDRAWN,
            )
            .order_by(inputs.number)
        )
        return found.all()

    async def received_since(self, moment: datetime) -> Sequence[StaffInput]:
        """All that came after that moment and was not withdrawn, oldest first."""
        found = await self.session.scalars(
            select(StaffInput)
            .where(
                inputs.school == self.school,
                inputs.received_at > moment,
                inputs.state != InputState.WITHDRAWN,
            )
            .order_by(inputs.number)
        )
        return found.all()

    async def on_agendas(self) -> Sequence[StaffInput]:
        found = await self.session.scalars(
            select(StaffInput)
            .where(inputs.school == self.school, inputs.state == InputState.ON_AGENDA)
            .order_by(inputs.number)
        )
        return found.all()

    async def shaping(self, decision_id: str) -> Sequence[StaffInput]:
        found = await self.session.scalars(
            select(StaffInput).where(inputs.school == self.school, inputs.decision_id == decision_id)
        )
        return found.all()

    async def count(self, states: Collection[InputState]) -> int:
        return int(
            await self.session.scalar(
                select(func.count()).where(inputs.school == self.school, inputs.state.in_(states))
            )
            or 0
        )

    async def unsay(self, input_id: str, instead: Message) -> None:
        """Take the words of an input out of every letter about it; those not yet sent are dropped.

        A letter on its way at this moment is left as it is.
        """
        waiting = outbox.state == LetterState.PENDING
        state = case((waiting, LetterState.DROPPED.value), else_=outbox.state)
        await self.session.execute(
            update(tables.outbox.outbox)
            .where(
                outbox.school == self.school,
                outbox.key.startswith(f"input/{input_id}/"),
                outbox.state.not_in(IN_FLIGHT),
            )
            .values(message=instead, state=state)
            .execution_options(synchronize_session=False)
        )
