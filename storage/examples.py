"""Questions about the school's own words for look-fors, and about examples of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.examples import Example
from bot.model.look_for_words import LookForWords
from storage import tables

words, examples = tables.examples.words.c, tables.examples.examples.c


@dataclass(frozen=True, slots=True)
class Examples:
    session: AsyncSession
    school: str

    def add(self, entity: Example | LookForWords) -> None:
        self.session.add(entity)

    async def drop(self, example: Example) -> None:
        await self.session.delete(example)

    async def find(self, example_id: str) -> Example | None:
        asked = select(Example).where(examples.school == self.school, examples.id == example_id)
        return await self.session.scalar(asked)

    async def all(self) -> Sequence[Example]:
        """Every example of the school, oldest first."""
        asked = select(Example).where(examples.school == self.school)
        return (await self.session.scalars(asked.order_by(examples.added_on, examples.id))).all()

    async def words(self) -> Sequence[LookForWords]:
        """Everything the school has said anew of its look-fors, oldest first."""
        asked = select(LookForWords).where(words.school == self.school)
        return (await self.session.scalars(asked.order_by(words.look_for, words.number))).all()
