"""Reading whole tables of one school, and the figures that may leave it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_jsonable_python
from sqlalchemy import distinct, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.retention import Rule
from storage import tables
from storage.tables import metadata

inputs = tables.staff_input.staff_input.c
schools = tables.people.schools


@dataclass(frozen=True, slots=True)
class Exporting:
    session: AsyncSession
    school: str

    async def rows(self, rule: Rule) -> list[Mapping[str, Any]]:
        """Every row of a table of the school, as JSON knows it, without the column that says the school.

        A table that belongs to the program has no row of any school.
        """
        table = metadata.tables[rule.table]
        owner = table.c.get("school", schools.c.id if table is schools else None)
        if owner is None:
            return []
        columns = [column for column in table.columns if column.name != "school"]
        found = await self.session.execute(
            select(*columns).where(owner == self.school).order_by(*table.primary_key.columns)
        )
        names = [column.name for column in columns]
        return [dict(zip(names, to_jsonable_python(tuple(row)), strict=True)) for row in found]

    async def contributors(self) -> dict[str, int]:
        """How many people have given input with their name or through a rep, by topic."""
        counted = (
            select(inputs.topic, func.count(distinct(inputs.author)))
            .where(inputs.school == self.school)
            .group_by(inputs.topic)
        )
        return {str(row[0]): int(row[1]) for row in await self.session.execute(counted)}
