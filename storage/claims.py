"""Taking letters out of the outbox to send them: the one place that asks across schools."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    exists,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from bot.model.audiences import Audience
from bot.model.outbox import LetterState
from bot.ports import Letter, Sent
from storage import tables
from storage.columns import choice
from storage.letting_go import LettingGo
from storage.outcomes import IN_FLIGHT, OPEN, Outcomes

table = tables.outbox.outbox
outbox, addresses = table.c, tables.people.addresses.c
earlier = table.alias("earlier").c

PENDING = literal(LetterState.PENDING, choice(LetterState), literal_execute=True)
"""Written into the statement, not bound to it: for a bound word the planner leaves a partial index unused."""


MOST_TRIES = 8
"""Times that a letter is taken, and put back because it was not handed over."""


@dataclass(frozen=True, slots=True)
class Lease:
    """Who takes letters, when, and until when nobody else may."""

    owner: str
    now: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Batch:
    """Letters taken, and how many had become stale and were recorded as expired instead."""

    letters: tuple[Letter, ...]
    expired: int


@dataclass(frozen=True, slots=True)
class Ready:
    """What can go now: the schools with something to send, by the workspace they share; and those in which
    something the bot started is due, and nobody has decided how it is told."""

    waiting: Mapping[str, Sequence[str]]
    undecided: Sequence[str]


@dataclass(frozen=True, slots=True)
class Claims:
    """Letters of every school, for the courier of one platform."""

    session: AsyncSession
    platform: str

    @property
    def outcomes(self) -> Outcomes:
        return Outcomes(self.session)

    async def ready(self, now: datetime) -> Ready:
        """What can go now, of every school."""
        found = await self.session.execute(_due(), {"platform": self.platform, "now": now})
        rows = [(school, may_go) for school, may_go in found]
        schools = sorted(school for school, may_go in rows if may_go)
        workspaces = await self.workspaces(schools) if schools else {}
        grouped: dict[str, list[str]] = defaultdict(list)
        for school in schools:
            grouped[workspaces[school]].append(school)
        return Ready(dict(grouped), sorted(school for school, may_go in rows if not may_go))

    async def leave_out(self, letter: Letter, told: Collection[str], now: datetime) -> None:
        """Of what a letter was to tell, nothing but these (by id) is told."""
        await LettingGo(self.session, letter.school).leave_out(letter.key, told, now)

    async def workspaces(self, schools: Collection[str]) -> Mapping[str, str]:
        """The workspace of each school; a school whose workspace is not known has one to itself."""
        rows = await self.session.execute(
            select(addresses.school, addresses.address).where(
                addresses.platform == self.platform,
                addresses.audience == "workspace",
                addresses.school.in_(schools),
            )
        )
        known = {row.school: row.address for row in rows}
        return {school: known.get(school, school) for school in schools}

    async def claim(self, schools: Collection[str], lease: Lease, limit: int) -> Batch:
        """Take what is due, oldest first, one per audience, so that what a channel reads keeps its order.

        A letter waits for the one it is said under, and for an earlier one to the same audience.
        """
        asked = {"platform": self.platform, "schools": list(schools), "now": lease.now, "most": limit}
        rows = (await self.session.execute(_worth_taking(), asked)).all()
        stale = {row.id for row in rows if row.stale_at is not None and row.stale_at < lease.now}
        letters = [_tried_again(row, lease.now) for row in rows if row.id not in stale]
        await self._expire(stale, lease.now)
        await self._take(letters, lease, LetterState.SENDING, tries=1)
        return Batch(await self._with_threads(letters), len(stale))

    async def put_back(self, now: datetime, *, but_not: Collection[str] = ()) -> None:
        """Let others have what was taken and not handed over in time; the try counts, and too many are
        looked into."""
        idle = and_(outbox.platform == self.platform, outbox.state == LetterState.SENDING)
        silent = and_(idle, outbox.lease_until < now, outbox.attempts < MOST_TRIES, outbox.id.not_in(but_not))
        free = {"state": LetterState.PENDING, "lease_until": None, "lease_owner": None}
        await self.session.execute(update(table).where(silent).values(**free))

    async def overdue(self, lease: Lease, limit: int, *, but_not: Collection[str] = ()) -> tuple[Letter, ...]:
        """Take letters whose sender has not said in time what became of them, longest silent first."""
        silent = self._open(outbox.state.in_(IN_FLIGHT), outbox.lease_until < lease.now)
        silent = silent.where(outbox.id.not_in(but_not)).order_by(outbox.lease_until, outbox.id).limit(limit)
        rows = (await self.session.execute(silent.with_for_update(skip_locked=True))).all()
        letters = [_letter(row) for row in rows]
        await self._take(letters, lease, LetterState.CHECKING, tries=0)
        return await self._with_threads(letters)

    def _open(self, *conditions: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
        return select(*table.c).where(outbox.platform == self.platform, *conditions)

    async def _take(self, letters: Collection[Letter], lease: Lease, state: LetterState, tries: int) -> None:
        if letters:
            taking = update(table).where(outbox.id.in_([letter.id for letter in letters]))
            await self.session.execute(
                taking.values(
                    state=state,
                    lease_until=lease.until,
                    lease_owner=lease.owner,
                    attempts=outbox.attempts + tries,
                    first_tried_at=func.coalesce(outbox.first_tried_at, lease.now),
                )
            )

    async def _expire(self, ids: Collection[str], now: datetime) -> None:
        if ids:
            stale = update(table).where(outbox.id.in_(ids))
            await self.session.execute(stale.values(state=LetterState.EXPIRED, settled_at=now))

    async def _with_threads(self, letters: Collection[Letter]) -> tuple[Letter, ...]:
        """The same letters, each with where the letter it is said under stands."""
        keys = {letter.thread for letter in letters if letter.thread is not None}
        if not keys:
            return tuple(letters)
        rows = await self.session.execute(
            select(outbox.school, outbox.key, outbox.address, outbox.reference).where(
                outbox.school.in_({letter.school for letter in letters}),
                outbox.key.in_(keys),
                outbox.platform == self.platform,
                outbox.state == LetterState.SENT,
            )
        )
        stands: dict[tuple[str, str | None], Sent] = {}
        for school, key, address, reference in rows:
            if address and reference:
                stands[school, key] = Sent(address, reference)
        return tuple(replace(letter, under=stands.get((letter.school, letter.thread))) for letter in letters)


@cache
def _due() -> Select[*tuple[Any, ...]]:
    """The schools with a letter that is due, and whether it may go. Put together once: it is asked often."""
    return (
        select(outbox.school, is_let_go(outbox))
        .where(
            outbox.platform == bindparam("platform"),
            outbox.state == PENDING,
            outbox.held_at.is_(None),
            outbox.due_at <= bindparam("now"),
        )
        .distinct()
    )


@cache
def _worth_taking() -> Select[*tuple[Any, ...]]:
    """What is due in some schools and may be taken or is stale, oldest first; put together once, too."""
    now: ColumnElement[Any] = bindparam("now")
    in_turn = and_(~_waits_its_turn(), ~_waits_for_its_thread(outbox.school, outbox.thread))
    return (
        select(*table.c)
        .where(
            outbox.platform == bindparam("platform"),
            may_go(outbox),
            outbox.school.in_(bindparam("schools", expanding=True)),
            outbox.due_at <= now,
            or_(outbox.stale_at < now, in_turn),
        )
        .order_by(outbox.due_at, outbox.id)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True)
    )


def may_go(letter: ReadOnlyColumnCollection[str, Any]) -> ColumnElement[bool]:
    """It waits to be sent, and nothing holds it back."""
    return and_(letter.state == PENDING, letter.held_at.is_(None), is_let_go(letter))


def is_let_go(letter: ReadOnlyColumnCollection[str, Any]) -> ColumnElement[bool]:
    """It answers somebody, or it has been decided that it goes by itself."""
    return or_(letter.weight.is_(None), letter.let_go_at.is_not(None))


def _waits_its_turn() -> ColumnElement[bool]:
    """An earlier letter to the same audience is on its way, or could go and has not.

    One that waits for its thread is not in the way: its thread may have moved behind this one.
    """
    before = or_(
        earlier.due_at < outbox.due_at, and_(earlier.due_at == outbox.due_at, earlier.id < outbox.id)
    )
    could_go = and_(may_go(earlier), before, ~_waits_for_its_thread(earlier.school, earlier.thread))
    return exists().where(
        earlier.school == outbox.school,
        earlier.audience == outbox.audience,
        earlier.platform == outbox.platform,
        or_(earlier.state.in_(IN_FLIGHT), could_go),
    )


def _waits_for_its_thread(
    school: ColumnElement[str], thread: ColumnElement[str | None]
) -> ColumnElement[bool]:
    """The letter it is said under may still be sent."""
    leader = table.alias().c
    return exists().where(leader.school == school, leader.key == thread, leader.state.in_(OPEN))


def _tried_again(row: Row[*tuple[Any, ...]], now: datetime) -> Letter:
    letter = _letter(row)
    return replace(letter, attempts=letter.attempts + 1, first_tried_at=letter.first_tried_at or now)


def _letter(row: Row[*tuple[Any, ...]]) -> Letter:
    return Letter(
        id=row.id,
        school=row.school,
        key=row.key,
        audience=Audience(row.audience),
        message=row.message,
        platform=row.platform,
        attempts=row.attempts,
        thread=row.thread,
        reason=row.reason,
        if_unknown=row.if_unknown,
        first_tried_at=row.first_tried_at,
        address=row.address,
        stale_at=row.stale_at,
        act=row.act,
        due_at=row.due_at,
    )
