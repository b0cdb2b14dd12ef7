"""How fast each workspace may be spoken to, kept where every replica finds it."""

import time
from dataclasses import asdict

from sqlalchemy import Double, cast, extract, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.paces import Learned
from bot.values import dataclass
from storage import tables
from storage.columns import insert

table = tables.paces.paces
paces = table.c
LEARNED = (paces.rate, paces.has_slowed, paces.free_at, paces.closed_at, paces.opens_at)


@dataclass(frozen=True, slots=True)
class Paces:
    """The workspaces of one platform. Whoever holds one keeps the other replicas waiting until the commit."""

    session: AsyncSession
    platform: str

    async def hold(self, workspace: str, rate: float) -> tuple[Learned, float]:
        """What is known of a workspace, and the moment in seconds since 1970; a new one begins with `rate`,
        in letters a second.

        On PostgreSQL the moment is the server's, so that replicas whose clocks differ agree; on SQLite,
        where all of them are on one machine, it is that machine's.
        """
        found = await self._held(workspace)
        if found is None:
            new = {"platform": self.platform, "workspace": workspace, **asdict(Learned(rate))}
            await self.session.execute(insert(self.session, table).values(new).on_conflict_do_nothing())
            found = await self._held(workspace)
        if found is None:
            raise LookupError(workspace)
        return found

    async def keep(self, workspace: str, learned: Learned) -> None:
        """Write down what was learned of a workspace that is held."""
        mine = (paces.platform == self.platform, paces.workspace == workspace)
        await self.session.execute(update(table).where(*mine).values(asdict(learned)))

    async def _held(self, workspace: str) -> tuple[Learned, float] | None:
        mine = (paces.platform == self.platform, paces.workspace == workspace)
        held = select(*LEARNED).where(*mine).with_for_update()
        if self.session.get_bind().dialect.name == "postgresql":
            clock = cast(extract("epoch", func.clock_timestamp()), Double)
            row = (await self.session.execute(held.add_columns(clock))).one_or_none()
            return None if row is None else (Learned(*row[:-1]), row[-1])
        row = (await self.session.execute(held)).one_or_none()
        return None if row is None else (Learned(*row), time.time())
