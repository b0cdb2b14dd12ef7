"""Finding what has been kept long enough, and deleting it, whatever table it is in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    String,
    case,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    type_coerce,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages.vocabulary import Message
from bot.model.outbox import LetterAct, LetterState
from bot.model.retention import Rule
from storage import tables
from storage.tables import metadata

outbox = tables.outbox.outbox.c
REMOVING = "/remove/purge"
EMPTY = 130
"""Signs of a sealed message that says nothing; one that says something is longer."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What stays though its time has come: what is linked to these decisions, and what these pairs wrote."""

    decisions: frozenset[str] = frozenset()
    pairs: frozenset[frozenset[str]] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Purging:
    session: AsyncSession
    school: str

    async def overdue(self, rule: Rule, before: date, kept: Kept) -> tuple[list[str], int]:
        """The ids of the rows that have been kept long enough, and how many more a hold keeps."""
        table = metadata.tables[rule.table].c
        found = select(table.id).where(table.school == self.school, *self._old(rule, before))
        found = found.where(*await self._not_of_pairs(rule, kept.pairs))
        ids = list(await self.session.scalars(found))
        if not ids or rule.decision is None or not kept.decisions:
            return ids, 0
        linked = select(table.id).where(table.school == self.school, table[rule.decision].in_(kept.decisions))
        held = set(await self.session.scalars(linked))
        return [one for one in ids if one not in held], len(held.intersection(ids))

    async def delete(self, rule: Rule, ids: Sequence[str]) -> None:
        table = metadata.tables[rule.table]
        for start in range(0, len(ids), 500):
            some = ids[start : start + 500]
            await self.session.execute(
                delete(table).where(table.c.school == self.school, table.c.id.in_(some))
            )

    async def own(self, rule: Rule, person: str) -> int:
        """How many rows of a table hold a person's own words or wishes."""
        table = metadata.tables[rule.table]
        mine = (table.c.school == self.school, table.c[str(rule.own)] == person)
        return int(await self.session.scalar(select(func.count()).select_from(table).where(*mine)) or 0)

    async def about(self, rules: Collection[Rule], person: str) -> dict[str, tuple[int, int]]:
        """How many rows of each table name a person, and how many of those are their own, in one query."""
        counted = [self._about(rule, person) for rule in rules if rule.own or rule.named or rule.pair]
        rows = await self.session.execute(union_all(*counted))
        return {row[0]: (int(row[1]), int(row[2] or 0)) for row in rows}

    def _about(self, rule: Rule, person: str) -> Select[*tuple[Any, ...]]:
        table = metadata.tables[rule.table].c
        columns = [*rule.named, *(rule.pair or ()), *((rule.own,) if rule.own else ())]
        here = or_(*(table[column] == person for column in columns))
        own = func.sum(case((table[rule.own] == person, 1), else_=0)) if rule.own else literal(0)
        return select(literal(rule.table), func.count(), own).where(table.school == self.school, here)

    async def erase(self, rule: Rule, person: str, kept: Kept) -> tuple[int, int]:
        """Delete a person's own rows of a table; how many went, and how many a hold keeps."""
        table = metadata.tables[rule.table]
        mine: list[ColumnElement[bool]] = [
            table.c.school == self.school,
            table.c[str(rule.own)] == person,
        ]
        before = await self.own(rule, person)
        if rule.ended is not None:
            mine.append(type_coerce(table.c[rule.ended[0]], String).in_(rule.ended[1]))
        if rule.decision is not None and kept.decisions:
            linked = table.c[rule.decision]
            mine.append(or_(linked.is_(None), linked.not_in(kept.decisions)))
        await self.session.execute(delete(table).where(*mine))
        left = await self.own(rule, person)
        return before - left, left

    async def words(
        self, rule: Rule, columns: Sequence[str], person: str
    ) -> list[tuple[str, tuple[str, ...]]]:
        """What a person wrote in these columns of a table, each with its day."""
        if not columns or rule.own is None:
            return []
        table = metadata.tables[rule.table].c
        dated = table[rule.dated] if rule.dated else table.id
        found = select(dated, *(table[column] for column in columns))
        rows = await self.session.execute(found.where(table.school == self.school, table[rule.own] == person))
        return [(str(row[0])[:10], tuple(row[1:])) for row in rows]

    async def others_of(self, person: str) -> set[str]:
        """With whom a person has, or had, 1:1s or a learning cycle."""
        found: set[str] = set()
        for table in (tables.checkins.series, tables.cycles.cycles):
            pair = select(table.c.leader, table.c.lead).where(
                table.c.school == self.school, or_(table.c.leader == person, table.c.lead == person)
            )
            for leader, lead in await self.session.execute(pair):
                found |= {leader, lead}
        return found - {person}

    async def posts(self, prefixes: Collection[str], before: datetime) -> list[str]:
        """The keys of posted messages with such keys that are older than this and not taken back yet."""
        table = tables.outbox.outbox
        removing = table.alias()
        asked = exists().where(removing.c.school == self.school, removing.c.key == outbox.key + REMOVING)
        found = await self.session.scalars(
            select(outbox.key).where(
                outbox.school == self.school,
                outbox.act == LetterAct.POST,
                outbox.state == LetterState.SENT,
                outbox.settled_at < before,
                or_(*(outbox.key.startswith(prefix, autoescape=True) for prefix in prefixes)),
                ~asked,
            )
        )
        return list(found)

    async def left_posts(self, since: datetime | None) -> int:
        """How many posted messages the platform has not let us take back, since a moment."""
        failed = select(func.count()).where(
            outbox.school == self.school,
            outbox.act == LetterAct.REMOVE,
            outbox.state == LetterState.FAILED,
            outbox.key.endswith(REMOVING),
        )
        if since is not None:
            failed = failed.where(outbox.settled_at > since)
        return int(await self.session.scalar(failed) or 0)

    async def drop_words(self, before: datetime) -> int:
        """Empty the bot's own copy of every message that was settled before a moment."""
        full = func.length(type_coerce(outbox.message, String)) > EMPTY
        emptied = (
            update(tables.outbox.outbox)
            .where(outbox.school == self.school, outbox.settled_at < before, full)
            .values(message=Message(""))
            .returning(outbox.id)
        )
        return len((await self.session.scalars(emptied)).all())

    def _old(self, rule: Rule, before: date) -> list[ColumnElement[bool]]:
        table = metadata.tables[rule.table].c
        conditions: list[ColumnElement[bool]] = []
        if rule.dated is not None:
            column = table[rule.dated]
            is_day = isinstance(column.type, Date)
            conditions.append(column < (before if is_day else datetime.combine(before, time(), UTC)))
        elif rule.belongs is not None:
            name, parent = rule.belongs
            there = metadata.tables[parent].c
            conditions.append(~exists().where(there.school == self.school, there.id == table[name]))
        if rule.ended is not None:
            conditions.append(type_coerce(table[rule.ended[0]], String).in_(rule.ended[1]))
        return conditions

    async def _not_of_pairs(self, rule: Rule, pairs: frozenset[frozenset[str]]) -> list[ColumnElement[bool]]:
        """Leave out what belongs to these pairs, by its own columns or by those of what it belongs to."""
        if not pairs:
            return []
        if rule.pair is not None:
            one, other = (metadata.tables[rule.table].c[column] for column in rule.pair)
            return [~_between(one, other, pairs)]
        if rule.belongs is not None and rule.belongs[1] == "check_in_series":
            series = tables.checkins.series.c
            of_pairs = select(series.id).where(
                series.school == self.school, _between(series.leader, series.lead, pairs)
            )
            return [metadata.tables[rule.table].c[rule.belongs[0]].not_in(of_pairs)]
        return []


def _between(
    one: ColumnElement[str], other: ColumnElement[str], pairs: frozenset[frozenset[str]]
) -> ColumnElement[bool]:
    """Whether two columns name the two of one of these pairs."""
    both = (tuple(pair) for pair in pairs if len(pair) == 2)
    return or_(*(((one == a) & (other == b)) | ((one == b) & (other == a)) for a, b in both))
