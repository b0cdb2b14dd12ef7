"""Questions about what students said, and about who works on the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.agenda_items import Provenance
from bot.model.connecting import Interest
from bot.model.student_voice import StudentVoice
from storage import tables

voices, interests = tables.voices.student_voice.c, tables.voices.interests.c
items = tables.meetings.items.c


@dataclass(frozen=True, slots=True)
class Voices:
    session: AsyncSession
    school: str

    def add(self, entity: StudentVoice | Interest) -> None:
        self.session.add(entity)

    async def student_voice(self) -> Sequence[StudentVoice]:
        """All of it, newest first."""
        found = select(StudentVoice).where(voices.school == self.school).order_by(voices.id.desc())
        return (await self.session.scalars(found)).all()

    async def one(self, voice_id: str) -> StudentVoice | None:
        mine = (voices.school == self.school, voices.id == voice_id)
        return await self.session.scalar(select(StudentVoice).where(*mine))

    async def interests(self) -> Sequence[Interest]:
        """Who wants to hear of others, oldest first."""
        found = select(Interest).where(interests.school == self.school).order_by(interests.id)
        return (await self.session.scalars(found)).all()

    async def items_by(self, moment: datetime) -> Sequence[str]:
        """Who put items on agendas since that moment, for themselves or a team: one for each item."""
        found = select(items.by).where(
            items.school == self.school,
            items.added_at > moment,
            items.provenance.in_((Provenance.MEMBER, Provenance.TEAM)),
        )
        return [person for person in await self.session.scalars(found) if person]

    async def remove(self, entity: StudentVoice | Interest) -> None:
        await self.session.delete(entity)
