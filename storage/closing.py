"""The closing question, and rounds of voices. Who took part and what was said lie apart, in no order."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.closing import Closing, ClosingAnswer, ClosingParticipant, ClosingState
from bot.model.rounds import VoiceRound
from bot.model.staff_input.anonymous import random_id
from storage import tables
from storage.mixing import mix_in, shuffled
from storage.recalled import recalled

closings, rounds = tables.minutes.closings.c, tables.minutes.voice_rounds.c
answers, participants = tables.minutes.closing_answers, tables.minutes.closing_participants
taps = tables.minutes.voice_taps


@dataclass(frozen=True, slots=True)
class Closings:
    session: AsyncSession
    school: str

    def add(self, closing: Closing) -> None:
        self.session.add(closing)

    async def of(self, day: date) -> Closing | None:
        asked = select(Closing).where(closings.school == self.school, closings.day == day)
        return await self.session.scalar(asked)

    @recalled
    async def open_ones(self) -> Sequence[Closing]:
        asked = select(Closing).where(closings.school == self.school, closings.state == ClosingState.OPEN)
        return (await self.session.scalars(asked.order_by(closings.day))).all()

    async def latest(self, most: int) -> Sequence[Closing]:
        """The last ones that are closed, newest first."""
        asked = select(Closing).where(closings.school == self.school, closings.state == ClosingState.CLOSED)
        return (await self.session.scalars(asked.order_by(closings.day.desc()).limit(most))).all()

    async def before(self, day: date) -> Closing | None:
        """The one of the last meeting before a day."""
        asked = select(Closing).where(closings.school == self.school, closings.day < day)
        return (await self.session.scalars(asked.order_by(closings.day.desc()).limit(1))).first()

    async def has_answered(self, closing_id: str, person: str) -> bool:
        mine = (participants.c.school == self.school, participants.c.closing == closing_id)
        found = select(func.count()).where(*mine, participants.c.person == person)
        return bool(await self.session.scalar(found))

    async def keep(self, answer: ClosingAnswer, participant: ClosingParticipant) -> bool:
        """Keep an answer, and apart from it that this person answered; False when they had already."""
        if await self.has_answered(participant.closing, participant.person):
            return False
        for table, row in ((answers, answer), (participants, participant)):
            among = (table.c.school == self.school, table.c.closing == answer.closing)
            await mix_in(self.session, table, asdict(row), *among)
        return True

    async def answers(self, closing_id: str) -> list[ClosingAnswer]:
        """The answers, in an order made by chance."""
        mine = (answers.c.school == self.school, answers.c.closing == closing_id)
        rows = await self.session.execute(select(*answers.c).where(*mine))
        return shuffled(ClosingAnswer(**row._mapping) for row in rows)

    async def forget(self, closing_id: str) -> None:
        """Delete who answered, and every single answer."""
        for table in (answers, participants):
            mine = (table.c.school == self.school, table.c.closing == closing_id)
            await self.session.execute(delete(table).where(*mine))


@dataclass(frozen=True, slots=True)
class VoiceRounds:
    session: AsyncSession
    school: str

    def add(self, opened: VoiceRound) -> None:
        self.session.add(opened)

    async def of(self, day: date) -> Sequence[VoiceRound]:
        """The rounds of one meeting, in the order of its lines."""
        asked = select(VoiceRound).where(rounds.school == self.school, rounds.day == day)
        return (await self.session.scalars(asked.order_by(rounds.line))).all()

    async def on(self, day: date, line: int) -> VoiceRound | None:
        asked = select(VoiceRound).where(rounds.school == self.school, rounds.day == day, rounds.line == line)
        return await self.session.scalar(asked)

    async def tap(self, round_id: str, person: str) -> bool:
        """Note that this person has had their turn; False when they had it before."""
        mine = (taps.c.school == self.school, taps.c.round == round_id)
        found = select(func.count()).where(*mine, taps.c.person == person)
        if await self.session.scalar(found):
            return False
        row = {"id": random_id(), "school": self.school, "round": round_id, "person": person}
        await mix_in(self.session, taps, row, *mine)
        return True

    async def forget_names(self, round_id: str) -> None:
        """Forget who had their turn; the counts stay."""
        mine = (taps.c.school == self.school, taps.c.round == round_id)
        await self.session.execute(delete(taps).where(*mine))
