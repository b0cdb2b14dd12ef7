"""Opening transactions: those that may write, and those that only look."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import datetime
from hashlib import blake2b

from sqlalchemy import BigInteger, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from storage import tables
from storage.claims import Claims, Ready
from storage.delivery_report import Queue, queue
from storage.engine import Engines, fold_log
from storage.episodes import Episodes
from storage.jumps import shorten_leases
from storage.looks import Looks, bring_back
from storage.mixing import UNTRACEABLE
from storage.remembered import MEMORY
from storage.schools import Schools, Workplace
from storage.unit_of_work import UnitOfWork

LOCKING = select(func.pg_advisory_xact_lock(bindparam("school", type_=BigInteger)))
"""Put together once: every change on PostgreSQL begins with it."""


class UnitsOfWork:
    """Opens units of work: those that may write, and those that only look.

    All raise `DatabaseTrouble` when the database fails, whatever it was that its driver raised.
    """

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self._episodes = Episodes()
        known = {MEMORY: engines.memory}
        self._writing = async_sessionmaker(engines.writer, expire_on_commit=False, info=known)
        self._reading = async_sessionmaker(engines.reader, expire_on_commit=False, info=known)

    @property
    def writes(self) -> int:
        """How many transactions this process has kept: while it is the same, nothing here has changed."""
        return self._engines.memory.writes

    @property
    def looks(self) -> Looks:
        """When each school is worth looking at."""
        return Looks(self._kept, self._looking)

    def log_trouble(self) -> None:
        """Say in the log, from now on, when the database fails and when it works again: for a service."""
        self._episodes.are_logged = True

    @property
    def trouble(self) -> str | None:
        """What keeps this process from reading or writing, in a sentence; None when nothing does."""
        return self._episodes.trouble

    async def after_a_jump(self, now: datetime) -> None:
        """Let nothing wait for a moment that was named by a clock before it was set."""
        await self.looks.anew()
        async with self._kept() as session:
            await shorten_leases(session, now)

    @asynccontextmanager
    async def writing(self, school: str) -> AsyncIterator[UnitOfWork]:
        """Open a transaction that may change things: kept if the block ends well.

        Those of one school follow one another, so what was read is still true when it is written.
        """
        async with self._kept() as session:
            if session.get_bind().dialect.name == "postgresql":
                await session.execute(LOCKING, {"school": number(school)})
            yield UnitOfWork(session, school)
            await bring_back(session, school)
        if session.info.get(UNTRACEABLE):
            await fold_log(self._engines.writer)

    @asynccontextmanager
    async def reading(self, school: str) -> AsyncIterator[UnitOfWork]:
        """Open a transaction that only looks, beside any writer. A change in it is an error."""
        async with self._looking() as session:
            yield UnitOfWork(session, school)

    @asynccontextmanager
    async def claiming(self, platform: str) -> AsyncIterator[Claims]:
        """Open a transaction of no school in particular, to take letters and to say what became of them."""
        async with self._kept() as session:
            yield Claims(session, platform)

    async def ready(self, platform: str, now: datetime) -> Ready:
        """What can go now, of every school. Nothing is taken."""
        async with self._looking() as session:
            return await Claims(session, platform).ready(now)

    async def queue(self, now: datetime) -> Queue:
        """What waits and what ended badly, of all schools, for monitoring."""
        async with self._looking() as session:
            return await queue(session, now)

    async def school_of_feed(self, token: str) -> str | None:
        """The school whose dates are subscribed to under this secret; None when there is none."""
        feeds = tables.calendar.calendar_feeds.c
        async with self._looking() as session:
            return await session.scalar(select(feeds.school).where(feeds.token == token))

    async def school_of_document(self, token: str) -> str | None:
        """The school that a document belongs to which is read at this address; None when there is none."""
        opened = tables.minutes.open_documents.c
        async with self._looking() as session:
            return await session.scalar(select(opened.school).where(opened.token == token))

    async def known_by(self) -> dict[str, str]:
        """Every school's key by the id that a roster file gave it, or by "key:" and the key without one."""
        schools = tables.people.schools.c
        async with self._looking() as session:
            rows = await session.execute(select(schools.id, schools.source))
            return {source or f"key:{key}": key for key, source in rows}

    async def schools(self) -> list[str]:
        """Every school in the database."""
        async with self._looking() as session:
            return await Schools(session).keys()

    async def workplaces(
        self, among: Collection[str], platform: str, account: str, email: str | None
    ) -> list[Workplace]:
        """The schools among these where an account's owner works."""
        async with self._looking() as session:
            return await Schools(session).workplaces(among, platform, account, email)

    @asynccontextmanager
    async def _kept(self) -> AsyncIterator[AsyncSession]:
        with self._episodes.watching("write") as attempt:
            async with self._writing.begin() as session:
                yield session
                attempt.is_ending = True

    @asynccontextmanager
    async def _looking(self) -> AsyncIterator[AsyncSession]:
        with self._episodes.watching("read"):
            async with self._reading.begin() as session:
                yield session


def number(name: str) -> int:
    """Return the same 63 bits for the same name, in every process."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big") >> 1
