"""Who did what, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.audit import Entry
from bot.model.ids import new_id
from storage import tables
from storage.rows import write

audit = tables.audit.audit
_ADDING = insert(audit)


@dataclass(frozen=True, slots=True)
class Audit:
    session: AsyncSession
    school: str

    async def note(self, entry: Entry) -> None:
        """Keep what was done."""
        row = {
            "id": new_id(),
            "school": self.school,
            "at": entry.at,
            "actor": entry.actor,
            "action": entry.action,
            "object": entry.object,
            "outcome": entry.outcome,
        }
        await write(self.session, _ADDING, row)

    async def entries(self, action: str = "", *, skip: int = 0, limit: int = 20) -> Sequence[Entry]:
        """What was done, newest first; with `action`, only that."""
        asked = (
            select(audit.c.at, audit.c.actor, audit.c.action, audit.c.object, audit.c.outcome)
            .where(audit.c.school == self.school)
            .order_by(audit.c.at.desc(), audit.c.id.desc())
            .offset(skip)
            .limit(limit)
        )
        if action:
            asked = asked.where(audit.c.action == action)
        return [Entry(*row) for row in await self.session.execute(asked)]

    async def actions(self) -> dict[str, int]:
        """Every action there is a row of, with how many."""
        counted = (
            select(audit.c.action, func.count())
            .where(audit.c.school == self.school)
            .group_by(audit.c.action)
            .order_by(audit.c.action)
        )
        return {row[0]: row[1] for row in await self.session.execute(counted)}
