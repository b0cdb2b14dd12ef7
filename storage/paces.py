"""How fast each workspace may be spoken to, kept where every replica finds it."""

import time
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from sqlalchemy import Double, Select, Update, bindparam, cast, extract, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.paces import Learned
from storage import tables
from storage.columns import insert

table = tables.paces.paces
paces = table.c
LEARNED = (paces.rate, paces.has_slowed, paces.free_at, paces.closed_at, paces.opens_at)
MINE = (paces.platform == bindparam("here"), paces.workspace == bindparam("whose"))


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
        await self.session.execute(_keeping(), self._mine(workspace) | asdict(learned))

    async def _held(self, workspace: str) -> tuple[Learned, float] | None:
        has_a_clock = self.session.get_bind().dialect.name == "postgresql"
        held = await self.session.execute(_holding(has_a_clock=has_a_clock), self._mine(workspace))
        row = held.one_or_none()
        if row is None:
            return None
        return (Learned(*row[:-1]), row[-1]) if has_a_clock else (Learned(*row), time.time())

    def _mine(self, workspace: str) -> dict[str, object]:
        return {"here": self.platform, "whose": workspace}


@cache
def _holding(*, has_a_clock: bool) -> Select[*tuple[Any, ...]]:
    """What is known of a workspace, and by a database that has a clock, the moment; put together once."""
    moment = (cast(extract("epoch", func.clock_timestamp()), Double),) if has_a_clock else ()
    return select(*LEARNED, *moment).where(*MINE).with_for_update()


@cache
def _keeping() -> Update:
    """Put together once, too."""
    return update(table).where(*MINE).values({one.key: bindparam(one.key) for one in LEARNED})
