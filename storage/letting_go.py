"""Letters the bot started: what waits to be let go, and what became of it (R-295)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Update, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.courtesy import Weight
from bot.model.ids import new_id
from bot.model.letter_kinds import priority_of
from bot.model.outbox import DIGEST, SHAPE, LetterState
from storage import tables
from storage.columns import insert

table = tables.outbox.outbox
outbox = table.c

NOT_READ = (
    LetterState.DROPPED,
    LetterState.EXPIRED,
    LetterState.MERGED,
    LetterState.FAILED,
    LetterState.REROUTED,
)
"""Ends of letters that did not reach their reader by themselves, so that they do not count."""


@dataclass(frozen=True, slots=True)
class Started:
    """A letter the bot started, as it waits to be let go, or as it is told in another."""

    id: str
    key: str
    audience: Audience
    message: Message
    platform: str
    weight: Weight
    due_at: datetime
    stale_at: datetime | None
    reason: str | None
    if_unknown: str
    is_gathered: bool


COLUMNS = (
    outbox.id,
    outbox.key,
    outbox.audience,
    outbox.message,
    outbox.platform,
    outbox.weight,
    outbox.due_at,
    outbox.stale_at,
    outbox.reason,
    outbox.if_unknown,
    outbox.is_gathered,
)


@dataclass(frozen=True, slots=True)
class LettingGo:
    session: AsyncSession
    school: str

    async def due(self, now: datetime) -> Sequence[Started]:
        """What is due and has not been let go, soonest first."""
        rows = await self.session.execute(
            select(*COLUMNS)
            .where(
                outbox.school == self.school,
                outbox.state == LetterState.PENDING,
                outbox.weight.is_not(None),
                outbox.let_go_at.is_(None),
                outbox.held_at.is_(None),
                outbox.due_at <= now,
                outbox.shape <= SHAPE,
            )
            .order_by(outbox.due_at, outbox.id)
        )
        return [_started(row) for row in rows]

    async def told_in(self, key: str) -> Sequence[Started]:
        """The letters that are told in this one, what matters most first."""
        rows = await self.session.execute(
            select(*COLUMNS)
            .where(outbox.school == self.school, outbox.told_in == key, outbox.state == LetterState.MERGED)
            .order_by(outbox.weight, outbox.due_at, outbox.id)
        )
        return [_started(row) for row in rows]

    async def let_go_since(self, audiences: Collection[str], since: datetime) -> Mapping[str, int]:
        """How many letters each of these audiences has been sent since then, as far as they count."""
        rows = await self.session.execute(
            select(outbox.audience, func.count().label("told"))
            .where(
                outbox.school == self.school,
                outbox.audience.in_(audiences),
                outbox.weight.is_not(None),
                outbox.let_go_at >= since,
                outbox.state.not_in(NOT_READ),
            )
            .group_by(outbox.audience)
        )
        return {row.audience: row.told for row in rows}

    async def let_go(self, ids: Collection[str], now: datetime, start: datetime) -> None:
        """They are decided about, and set out at `start`."""
        later = {"due_at": start} if start > now else {}
        await self._change(ids, update(table).values(let_go_at=now, **later))

    async def wait(self, ids: Collection[str], until: datetime, *, is_gathered: bool) -> None:
        await self._change(ids, update(table).values(due_at=until, is_gathered=is_gathered))

    async def drop(self, ids: Collection[str], now: datetime) -> None:
        """They are not sent. Why stands nowhere: it is the reader's own affair."""
        ended = {"state": LetterState.DROPPED, "settled_at": now, "trouble": "reason_gone"}
        await self._change(ids, update(table).values(**ended))

    async def tell_together(
        self, letters: Sequence[Started], message: Message, now: datetime, start: datetime
    ) -> str:
        """Put one letter in the place of these, which sets out at `start`; what is said under one is said
        under it. Its key."""
        first = letters[0]
        key = f"{DIGEST}{first.id}"
        row = {
            "id": new_id(),
            "school": self.school,
            "key": key,
            "audience": first.audience.key,
            "message": message,
            "platform": first.platform,
            "state": LetterState.PENDING,
            "due_at": start,
            "reason": None,
            "if_unknown": "again" if any(one.if_unknown == "again" for one in letters) else "never",
            "attempts": 0,
            "weight": min(one.weight for one in letters),
            "priority": min(priority_of(one.key) for one in letters),
            "let_go_at": now,
        }
        await self.session.execute(insert(self.session, table).values(row))
        told = {"state": LetterState.MERGED, "settled_at": now, "told_in": key}
        for weight in {one.weight for one in letters}:
            alike = [one.id for one in letters if one.weight is weight]
            await self._change(alike, update(table).values(**told, weight=weight))
        under = update(table).where(
            outbox.school == self.school,
            outbox.thread.in_([one.key for one in letters]),
            outbox.state == LetterState.PENDING,
        )
        await self.session.execute(under.values(thread=key))
        return key

    async def reword(self, key: str, message: Message | None) -> None:
        """What is told in another letter says this instead; None: it is told there no more."""
        gone = {"state": LetterState.DROPPED, "trouble": "removed"}
        told = update(table).where(
            outbox.school == self.school, outbox.key == key, outbox.state == LetterState.MERGED
        )
        await self.session.execute(told.values(gone if message is None else {"message": message}))

    async def leave_out(self, key: str, but: Collection[str], now: datetime) -> None:
        """Of what this letter tells, nothing but these (by id) is told."""
        rest = update(table).where(
            outbox.school == self.school,
            outbox.told_in == key,
            outbox.state == LetterState.MERGED,
            outbox.id.not_in(but),
        )
        ended = {"state": LetterState.DROPPED, "settled_at": now, "trouble": "reason_gone"}
        await self.session.execute(rest.values(**ended))

    async def decide_again(self, audience: Audience, now: datetime) -> None:
        """What waits for this reader's pause or wish is looked at again at once."""
        waiting = update(table).where(
            outbox.school == self.school,
            outbox.audience == audience.key,
            outbox.state == LetterState.PENDING,
            outbox.is_gathered.is_(True),
            outbox.let_go_at.is_(None),
            outbox.due_at > now,
        )
        await self.session.execute(waiting.values(due_at=now))

    async def _change(self, ids: Collection[str], changing: Update) -> None:
        if ids:
            mine = (outbox.school == self.school, outbox.id.in_(ids), outbox.state == LetterState.PENDING)
            await self.session.execute(changing.where(*mine))


def _started(row: tuple[object, ...]) -> Started:
    values = dict(zip(Started.__slots__, row, strict=True))
    audience, weight = Audience(str(values["audience"])), Weight(int(str(values["weight"])))
    return Started(**(values | {"audience": audience, "weight": weight}))  # type: ignore[arg-type]
