"""Questions about drafts. Each is asked for by the person whose it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.drafts import Draft
from storage import tables
from storage.columns import insert

table = tables.drafts.drafts
drafts = table.c


@dataclass(frozen=True, slots=True)
class Drafts:
    session: AsyncSession
    school: str

    async def keep(self, person: str, verb: str, about: str, given: Mapping[str, Any], now: datetime) -> None:
        """Keep it in place of the one before."""
        row = {"school": self.school, "person": person, "verb": verb, "about": about}
        words = {"given": dict(given), "saved_at": now}
        keeping = insert(self.session, table).values(row | words)
        await self.session.execute(keeping.on_conflict_do_update(index_elements=list(row), set_=words))

    async def find(self, person: str, verb: str, about: str, since: datetime) -> Draft | None:
        """The draft, if it was kept since then."""
        asked = select(drafts.given, drafts.saved_at).where(self._this(person, verb, about))
        found = (await self.session.execute(asked.where(drafts.saved_at >= since))).one_or_none()
        return Draft(found.given, found.saved_at) if found else None

    async def drop(self, person: str, verb: str, about: str) -> None:
        await self.session.execute(delete(table).where(self._this(person, verb, about)))

    async def forget_before(self, moment: datetime) -> None:
        """Forget what nobody came back to."""
        old = delete(table).where(drafts.school == self.school, drafts.saved_at < moment)
        await self.session.execute(old)

    def _this(self, person: str, verb: str, about: str) -> ColumnElement[bool]:
        mine = (drafts.school == self.school) & (drafts.person == person)
        return mine & (drafts.verb == verb) & (drafts.about == about)
