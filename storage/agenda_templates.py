"""Questions about a school's own agenda templates."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.agenda_templates import AgendaCopy
from storage import tables
from storage.recalled import recalled

copies = tables.agenda_templates.copies.c


@dataclass(frozen=True, slots=True)
class AgendaTemplates:
    session: AsyncSession
    school: str

    def add(self, copy: AgendaCopy) -> None:
        self.session.add(copy)

    async def forget(self, copy: AgendaCopy) -> None:
        """Let a copy go, so that the default holds again."""
        await self.session.delete(copy)

    @recalled
    async def copies(self) -> Sequence[AgendaCopy]:
        """What the school has made its own."""
        asked = select(AgendaCopy).where(copies.school == self.school).order_by(copies.key)
        return (await self.session.scalars(asked)).all()
