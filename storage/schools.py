"""Which schools there are, and at which of them somebody works: the questions that cross schools."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import tables
from storage.columns import insert

table = tables.people.people
schools, people = tables.people.schools.c, table.c
addresses, choices = tables.people.addresses.c, tables.people.school_choices
PERSON = "person:"


@dataclass(frozen=True, slots=True)
class Workplace:
    """A school where somebody works: its key, its name, and when they last said that they mean it."""

    school: str
    name: str
    chosen_at: datetime | None


@dataclass(frozen=True, slots=True)
class Schools:
    session: AsyncSession

    async def keys(self) -> list[str]:
        """Every school in the database."""
        return list(await self.session.scalars(select(schools.id).order_by(schools.id)))

    async def workplaces(
        self, among: Collection[str], platform: str, account: str, email: str | None
    ) -> list[Workplace]:
        """Those of some schools whose roster has somebody with this account or e-mail address, by name."""
        audience = PERSON + people.id
        known_as = (addresses.platform == platform) & (addresses.audience == audience)
        known_as &= (addresses.school == people.school) & (addresses.address == account)
        reached = select(addresses.address).where(known_as).exists()
        written = func.lower(people.email) == (email or "").lower() if email else None
        asked = (
            select(schools.id, schools.name, func.max(choices.c.chosen_at))
            .join(table, people.school == schools.id)
            .outerjoin(choices, (choices.c.school == people.school) & (choices.c.person == people.id))
            .where(schools.id.in_(among), people.active)
            .where(reached if written is None else or_(reached, written))
            .group_by(schools.id, schools.name)
            .order_by(schools.name)
        )
        return [Workplace(*row) for row in await self.session.execute(asked)]


@dataclass(frozen=True, slots=True)
class Choices:
    """Which of several schools somebody means, remembered at each school for its own people."""

    session: AsyncSession
    school: str

    async def choose(self, person: str, now: datetime) -> None:
        row = {"school": self.school, "person": person}
        choosing = insert(self.session, choices).values(row | {"chosen_at": now})
        await self.session.execute(
            choosing.on_conflict_do_update(index_elements=list(row), set_={"chosen_at": now})
        )
