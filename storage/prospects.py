"""Who and what the workspace has, for a school that is being set up to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.prospects import Prospect
from storage import tables

prospects = tables.settings.prospects


@dataclass(frozen=True, slots=True)
class Prospects:
    session: AsyncSession
    school: str

    async def all(self) -> list[Prospect]:
        """Everybody and every channel, by name."""
        mine = prospects.c.school == self.school
        rows = await self.session.execute(select(*prospects.c).where(mine).order_by(prospects.c.name))
        return [
            Prospect(
                platform=row.platform,
                address=row.address,
                name=row.name,
                is_channel=row.is_channel,
                email=row.email,
                title=row.title,
            )
            for row in rows
        ]

    async def replace(self, found: Iterable[Prospect], *, on: str | None = None) -> None:
        """Keep these in place of those known before, on one platform or on all; with none, forget them."""
        mine = delete(prospects).where(prospects.c.school == self.school)
        await self.session.execute(mine if on is None else mine.where(prospects.c.platform == on))
        rows = [
            {
                "school": self.school,
                "platform": one.platform,
                "address": one.address,
                "is_channel": one.is_channel,
                "name": one.name[:120],
                "email": one.email,
                "title": one.title[:120],
            }
            for one in found
        ]
        if rows:
            await self.session.execute(insert(prospects), rows)
