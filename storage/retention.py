"""Holds, deletion receipts, and what pairs keep."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.ids import new_id
from bot.model.retention import Hold, Receipt
from storage import tables
from storage.columns import insert

holds, receipts = tables.retention.holds.c, tables.retention.receipts.c
choices = tables.retention.pair_choices.c


@dataclass(frozen=True, slots=True)
class Retention:
    session: AsyncSession
    school: str

    def add(self, entity: Hold | Receipt) -> None:
        self.session.add(entity)

    async def holds(self) -> Sequence[Hold]:
        """Every hold that has not been lifted, the oldest first."""
        found = await self.session.scalars(
            select(Hold)
            .where(holds.school == self.school, holds.lifted_at.is_(None))
            .order_by(holds.placed_at, holds.id)
        )
        return found.all()

    async def receipts(self, limit: int = 20) -> Sequence[Receipt]:
        """What was deleted, newest first."""
        found = await self.session.scalars(
            select(Receipt)
            .where(receipts.school == self.school)
            .order_by(receipts.at.desc(), receipts.id.desc())
            .limit(limit)
        )
        return found.all()

    async def erasures(self) -> Sequence[Receipt]:
        """Every receipt of somebody's words that were erased, the oldest first."""
        found = await self.session.scalars(
            select(Receipt)
            .where(receipts.school == self.school, receipts.person.is_not(None))
            .order_by(receipts.at)
        )
        return found.all()

    async def choose(self, person: str, other: str, until: date) -> None:
        """Keep that one of two wants what the two wrote kept until a day."""
        row = {"id": new_id(), "school": self.school, "person": person, "with_person": other, "until": until}
        adding = insert(self.session, tables.retention.pair_choices).values(row)
        keys = ["school", "person", "with_person"]
        await self.session.execute(adding.on_conflict_do_update(index_elements=keys, set_={"until": until}))

    async def unchoose(self, person: str, other: str) -> None:
        """Keep that one of two does not want that any more."""
        mine = (choices.school == self.school, choices.person == person, choices.with_person == other)
        await self.session.execute(delete(tables.retention.pair_choices).where(*mine))

    async def chosen(self, person: str, today: date) -> dict[str, date]:
        """With whom a person keeps what the two wrote, and until when."""
        found = await self.session.execute(
            select(choices.with_person, choices.until).where(
                choices.school == self.school, choices.person == person, choices.until >= today
            )
        )
        return {row[0]: row[1] for row in found}

    async def kept_pairs(self, today: date) -> set[frozenset[str]]:
        """The pairs of whom both keep what they wrote to each other."""
        found = await self.session.execute(
            select(choices.person, choices.with_person).where(
                choices.school == self.school, choices.until >= today
            )
        )
        each = {(row[0], row[1]) for row in found}
        return {frozenset(one) for one in each if one[::-1] in each}
