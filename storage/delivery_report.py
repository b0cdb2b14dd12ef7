"""What became of messages: of one school for a report, of all of them for monitoring. No words are read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.audiences import Audience
from bot.model.deliveries import Tracked
from bot.model.jobs import JobState
from bot.model.letter_kinds import kind_of
from bot.model.outbox import LetterState
from bot.model.platforms import NAMES
from storage import tables
from storage.outcomes import IN_FLIGHT, OPEN
from storage.turns import PENDING

outbox, jobs = tables.outbox.outbox.c, tables.work.jobs.c

DUE, LATER = "due", "later"
"""What waits is one of these to monitoring: its moment has come, or not yet."""

TROUBLED = (LetterState.EXPIRED, LetterState.FAILED, LetterState.UNSURE)
COLUMNS = (
    outbox.key,
    outbox.state,
    outbox.due_at,
    outbox.id,
    outbox.audience,
    outbox.act,
    outbox.thread,
    outbox.first_tried_at,
    outbox.settled_at,
    outbox.trouble,
    outbox.attempts,
    outbox.held_at,
)


@dataclass(frozen=True, slots=True)
class Deliveries:
    """The messages of one school."""

    session: AsyncSession
    school: str

    async def since(self, moment: datetime) -> list[Tracked]:
        """All that ended since a moment, and all that have not ended; latest meant first."""
        ended = func.coalesce(outbox.settled_at, outbox.due_at) >= moment
        found = await self._tracked(outbox.school == self.school, or_(outbox.state.in_(OPEN), ended))
        return found + await self.never_written(moment)

    async def troubled(self, since: datetime) -> list[Tracked]:
        """Those that expired, failed, or cannot be told to have arrived, since a moment.

        The index on leases finds them; what has ended has none.
        """
        ended = and_(outbox.state.in_(TROUBLED), outbox.lease_until.is_(None), outbox.settled_at >= since)
        mine = outbox.school.concat("") == self.school  # else SQLite goes through all of a school's letters
        return await self._tracked(ended, mine) + await self.never_written(since)

    async def never_written(self, since: datetime) -> list[Tracked]:
        """What would have been said by the clock, had its moment not gone by before the bot came to it."""
        dropped = (jobs.school == self.school, jobs.state == JobState.DROPPED, jobs.decided_at >= since)
        rows = await self.session.execute(
            select(jobs.key, jobs.due_at, jobs.decided_at).where(*dropped).order_by(jobs.due_at.desc())
        )
        return [
            Tracked(key, LetterState.EXPIRED, due_at, settled_at=decided_at)
            for key, due_at, decided_at in rows
            if (kind := kind_of(key)) is not None and not kind.comes_again
        ]

    async def for_all_to_know(self, ids: Collection[str]) -> set[str]:
        """Which of these messages (by id) may be said to be for whom they are for: not the private ones."""
        asked = select(outbox.id, outbox.message).where(outbox.school == self.school, outbox.id.in_(ids))
        rows = await self.session.execute(asked)
        return {id_ for id_, message in rows if message.summary and not message.private}

    async def _tracked(self, *which: ColumnElement[bool]) -> list[Tracked]:
        asked = select(*COLUMNS).where(*which)
        rows = await self.session.execute(asked.order_by(outbox.due_at.desc(), outbox.id.desc()))
        return [_tracked(row) for row in rows]


def _tracked(row: Any) -> Tracked:
    key, state, due_at, id_, audience, *known, held_at = row
    act, thread, first_tried_at, settled_at, trouble, attempts = known
    whose = Audience(audience)
    tried = (first_tried_at, settled_at, trouble, attempts)
    return Tracked(key, state, due_at, id_, whose, act, thread, *tried, is_held=held_at is not None)


MOST = 10_000
"""Letters of one state that are counted: monitoring asks often, and a million take their time."""


@dataclass(frozen=True, slots=True)
class Learned:
    """The rates of the slowest and the fastest workspace of a platform, in letters a second, and the last
    moment at which one of them may be spoken to again."""

    slowest: float
    fastest: float
    opens_at: datetime


@dataclass(frozen=True, slots=True)
class Queue:
    """The letters of all schools by state, each counted up to `MOST`; since when the oldest is due, and the
    paces learned, by platform."""

    counts: Mapping[str, int]
    oldest: Mapping[str, datetime]
    paces: Mapping[str, Learned]


async def queue(session: AsyncSession, now: datetime) -> Queue:
    """What waits and what ended badly, of all schools. Every count is the end of an index."""
    free = and_(outbox.state == PENDING, outbox.held_at.is_(None))
    counts = dict.fromkeys((DUE, LATER), 0)
    oldest: dict[str, datetime] = {}
    for platform in NAMES:
        here = and_(outbox.platform == platform, free)
        counts[DUE] += await _count(session, and_(here, outbox.due_at <= now))
        counts[LATER] += await _count(session, and_(here, outbox.due_at > now))
        first = select(outbox.due_at).where(here, outbox.due_at <= now).order_by(outbox.due_at).limit(1)
        if (since := await session.scalar(first)) is not None:
            oldest[platform] = since
    for state in IN_FLIGHT:
        counts[state.value] = await _count(session, outbox.state == state)
    for state in TROUBLED:
        ended = and_(outbox.state == state, outbox.lease_until.is_(None))
        counts[state.value] = await _count(session, ended)
    return Queue({name: min(count, MOST) for name, count in counts.items()}, oldest, await _paces(session))


async def _paces(session: AsyncSession) -> dict[str, Learned]:
    known = tables.paces.paces.c
    asked = select(known.platform, func.min(known.rate), func.max(known.rate), func.max(known.opens_at))
    return {
        platform: Learned(slowest, fastest, datetime.fromtimestamp(opens_at, UTC))
        for platform, slowest, fastest, opens_at in await session.execute(asked.group_by(known.platform))
    }


async def _count(session: AsyncSession, which: ColumnElement[bool]) -> int:
    some = select(literal(1)).where(which).select_from(tables.outbox.outbox).limit(MOST).subquery()
    return int(await session.scalar(select(func.count()).select_from(some)) or 0)
