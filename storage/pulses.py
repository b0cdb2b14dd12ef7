"""Questions about the staff pulse. Who answered and what was answered lie in two tables, in no order."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.pulses import Pulse, PulseAnswer, PulseParticipant
from storage import tables
from storage.mixing import mix_in, shuffled
from storage.recalled import recalled

pulses = tables.campaigns.pulses.c
answers, participants = tables.campaigns.pulse_answers, tables.campaigns.participants


@dataclass(frozen=True, slots=True)
class Pulses:
    session: AsyncSession
    school: str

    def add(self, pulse: Pulse) -> None:
        self.session.add(pulse)

    async def find(self, pulse_id: str) -> Pulse | None:
        mine = (pulses.school == self.school, pulses.id == pulse_id)
        return await self.session.scalar(select(Pulse).where(*mine))

    async def of(self, opens_on: date) -> Pulse | None:
        mine = (pulses.school == self.school, pulses.opens_on == opens_on)
        return await self.session.scalar(select(Pulse).where(*mine))

    async def has_answered(self, pulse_id: str, person: str) -> bool:
        mine = (participants.c.school == self.school, participants.c.pulse == pulse_id)
        found = select(func.count()).where(*mine, participants.c.person == person)
        return bool(await self.session.scalar(found))

    @recalled
    async def open_ones(self) -> Sequence[Pulse]:
        mine = (pulses.school == self.school, pulses.result.is_(None))
        return (await self.session.scalars(select(Pulse).where(*mine).order_by(pulses.opens_on))).all()

    async def keep(self, answer: PulseAnswer, participant: PulseParticipant) -> bool:
        """Keep an answer, and apart from it that this person answered; False when they had already."""
        both = ((answers, answer), (participants, participant))
        if await self.has_answered(participant.pulse, participant.person):
            return False
        for table, row in both:
            among = (table.c.school == self.school, table.c.pulse == answer.pulse)
            await mix_in(self.session, table, asdict(row), *among)
        return True

    async def marks(self, pulse_id: str) -> list[int]:
        """The answers, in an order made by chance."""
        mine = (answers.c.school == self.school, answers.c.pulse == pulse_id)
        return shuffled((await self.session.scalars(select(answers.c.mark).where(*mine))).all())

    async def count(self, pulse_id: str) -> int:
        mine = (answers.c.school == self.school, answers.c.pulse == pulse_id)
        return int(await self.session.scalar(select(func.count()).where(*mine)) or 0)

    async def forget(self, pulse_id: str) -> None:
        """Delete who answered, and every single answer."""
        for table in (answers, participants):
            mine = (table.c.school == self.school, table.c.pulse == pulse_id)
            await self.session.execute(delete(table).where(*mine))
