"""Taking letters out of the outbox to send them: the one place that asks across schools."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Update, and_, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.audiences import Audience
from bot.model.outbox import LetterState, Priority
from bot.ports import Letter, Sent
from storage import tables
from storage.letting_go import LettingGo
from storage.listed import handed, listed
from storage.outcomes import IN_FLIGHT, Outcomes
from storage.paces import Paces
from storage.turns import READ, due, is_readable, worth_taking

table = tables.outbox.outbox
outbox, addresses = table.c, tables.people.addresses.c

NAMES = tuple(column.key for column in READ)

MOST_PUT_BACK = 500
"""Letters that are put back at once; the rest follow the next time."""
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
    """Letters taken, and those that had become stale and were recorded as expired instead."""

    letters: tuple[Letter, ...]
    expired: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """Letters of one school that are due and equally urgent; `length` is how many there are, some of which
    may have to wait for others."""

    school: str
    priority: int
    length: int = field(default=0, compare=False)

    @property
    def is_answers(self) -> bool:
        return self.priority == Priority.ANSWER


@dataclass(frozen=True, slots=True)
class Ready:
    """What can go now, by the workspace it goes to; and the schools in which something the bot started is
    due, and nobody has decided how it is told: each with how many such letters its workspace has."""

    waiting: Mapping[str, Sequence[Queue]]
    undecided: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Claims:
    """Letters of every school, for the courier of one platform."""

    session: AsyncSession
    platform: str

    @property
    def outcomes(self) -> Outcomes:
        return Outcomes(self.session)

    @property
    def paces(self) -> Paces:
        return Paces(self.session, self.platform)

    async def ready(self, now: datetime) -> Ready:
        """What can go now, of every school."""
        found = await self.session.execute(due(), {"platform": self.platform, "now": now})
        rows = []
        workspaces: dict[str, str] = {}
        for school, priority, may_go, length, workspace in found:
            rows.append((Queue(school, priority, length), may_go))
            workspaces[school] = workspace or school
        waiting: dict[str, list[Queue]] = defaultdict(list)
        crowds: Counter[str] = Counter()
        for queue, may_go in sorted(rows, key=lambda row: (row[0].school, row[0].priority)):
            workspace = workspaces[queue.school]
            if may_go:
                waiting[workspace].append(queue)
            else:
                crowds[workspace] += queue.length
        undecided = {queue.school: crowds[workspaces[queue.school]] for queue, may_go in rows if not may_go}
        return Ready(dict(waiting), undecided)

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

    async def claim(self, queues: Sequence[Queue], lease: Lease, limit: int) -> Batch:
        """Take what is due, one per audience, so that what a channel reads keeps its order.

        Each queue may give its share of what is left of `limit` when its turn comes, its oldest letters
        first: a long one never takes the place of a short one. A letter waits for the one it is said under,
        and for an earlier one to the same audience; but an answer waits for no other letter.
        """
        letters: list[Letter] = []
        stale: list[Letter] = []
        audiences: set[tuple[str, Audience]] = set()
        for place, queue in enumerate(queues):
            share = -(-(limit - len(letters)) // (len(queues) - place))
            for row in await self._first(queue, lease.now, share) if share else ():
                if row.stale_at is not None and row.stale_at < lease.now:
                    stale.append(_letter(row))
                elif (row.school, audience := Audience(row.audience)) not in audiences:
                    audiences.add((row.school, audience))
                    letters.append(_tried_again(row, lease.now))
        await self._expire([letter.id for letter in stale], lease.now)
        await self._take(letters, lease, LetterState.SENDING, tries=1)
        return Batch(await self._with_threads(letters), tuple(stale))

    async def _first(self, queue: Queue, now: datetime, most: int) -> Sequence[Row[*tuple[Any, ...]]]:
        asked = {"platform": self.platform, "school": queue.school, "priority": queue.priority}
        return (await self.session.execute(worth_taking(), asked | {"now": now, "most": most})).all()

    async def put_back(self, now: datetime, *, but_not: Collection[str] = ()) -> None:
        """Let others have what was taken and not handed over in time; the try counts, and too many are
        looked into."""
        idle = and_(outbox.state == LetterState.SENDING, outbox.attempts < MOST_TRIES)
        rows = await self._silent(now, MOST_PUT_BACK, but_not, idle)
        free = {"state": LetterState.PENDING, "lease_until": None, "lease_owner": None}
        if rows:
            taken = update(table).where(outbox.id.in_([row.id for row in rows]))
            await self.session.execute(taken.values(**free))

    async def overdue(self, lease: Lease, limit: int, *, but_not: Collection[str] = ()) -> tuple[Letter, ...]:
        """Take letters whose sender has not said in time what became of them, longest silent first."""
        rows = await self._silent(lease.now, limit, but_not, outbox.state.in_(IN_FLIGHT))
        letters = [_letter(row) for row in rows]
        await self._take(letters, lease, LetterState.CHECKING, tries=0)
        return await self._with_threads(letters)

    async def _silent(
        self, now: datetime, limit: int, but_not: Collection[str], which: ColumnElement[bool]
    ) -> Sequence[Row[*tuple[Any, ...]]]:
        """Letters whose lease is over. `but_not` may be many, so they are passed over here."""
        rows = await self.session.execute(
            select(*READ)
            .where(outbox.platform == self.platform, which, is_readable(), outbox.lease_until < now)
            .order_by(outbox.lease_until, outbox.id)
            .limit(limit + len(but_not))
            .with_for_update(skip_locked=True)
        )
        return [row for row in rows if row.id not in but_not][:limit]

    async def _take(self, letters: Collection[Letter], lease: Lease, state: LetterState, tries: int) -> None:
        if letters:
            taken = handed([(letter.id,) for letter in letters])
            values = {"until": lease.until, "owner": lease.owner, "tries": tries, "now": lease.now}
            taking = _taking(self.session.get_bind().dialect.name)
            await self.session.execute(taking, {"taken": taken, "becomes": state, **values})

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
def _taking(dialect: str) -> Update:
    """Those taken are an owner's until the end of a lease; put together once."""
    _, part = listed(dialect, "taken")
    return (
        update(table)
        .where(outbox.id == part(0))
        .values(
            state=bindparam("becomes"),
            lease_until=bindparam("until"),
            lease_owner=bindparam("owner"),
            attempts=outbox.attempts + bindparam("tries"),
            first_tried_at=func.coalesce(outbox.first_tried_at, bindparam("now")),
        )
    )


def _tried_again(row: Row[*tuple[Any, ...]], now: datetime) -> Letter:
    return _letter(row, tries=1, now=now)


def _letter(row: Row[*tuple[Any, ...]], *, tries: int = 0, now: datetime | None = None) -> Letter:
    """The letter as it stands, or as it is after so many more tries."""
    values: dict[str, Any] = dict(zip(NAMES, row, strict=True))
    values["audience"] = Audience(values["audience"])
    values["attempts"] += tries
    values["first_tried_at"] = values["first_tried_at"] or now
    return Letter(**values)
