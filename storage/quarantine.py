"""What is out of sight until somebody has looked, and the letters in which its words stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages.rewording import reworded
from bot.messages.vocabulary import Message
from bot.model.agenda_items import AgendaItem
from bot.model.decisions import Decision
from bot.model.decisions_life import DecisionChange
from bot.model.decisions_record import FirstStep
from bot.model.ids import new_id
from bot.model.outbox import LetterAct
from bot.model.quarantine import Flag, Thing
from bot.model.staff_input import AnonymousInput, StaffInput
from storage import tables

table, outbox = tables.quarantine.quarantined, tables.outbox.outbox.c
KINDS: Mapping[Thing, Any] = {
    Thing.INPUT: (StaffInput, tables.staff_input.staff_input.c),
    Thing.ANONYMOUS: (AnonymousInput, tables.anonymous_input.anonymous_inputs.c),
    Thing.ITEM: (AgendaItem, tables.meetings.items.c),
    Thing.DECISION: (Decision, tables.decisions.decisions.c),
}


@dataclass(frozen=True, slots=True)
class Quarantine:
    session: AsyncSession
    school: str

    async def thing(self, kind: Thing, thing_id: str) -> Any:
        """The thing itself; None when it is not there."""
        entity, columns = KINDS[kind]
        asked = select(entity).where(columns.school == self.school, columns.id == thing_id)
        return await self.session.scalar(asked)

    async def steps(self, kind: Thing, thing_id: str) -> Sequence[DecisionChange | FirstStep]:
        """The history of a thing that has one, and what people do first about it."""
        if kind is not Thing.DECISION:
            return ()
        changes = tables.decisions.decision_changes.c
        asked = select(DecisionChange).where(changes.school == self.school, changes.decision == thing_id)
        steps = tables.decisions.first_steps.c
        first = select(FirstStep).where(steps.school == self.school, steps.decision == thing_id)
        return [*(await self.session.scalars(asked)), *(await self.session.scalars(first))]

    async def items_about(self, source: str) -> Iterable[AgendaItem]:
        """The agenda items that stand for a thing, over or not."""
        items = tables.meetings.items.c
        asked = select(AgendaItem).where(items.school == self.school, items.source == source)
        return (await self.session.scalars(asked)).all()

    async def keep(self, kind: Thing, thing_id: str, words: Mapping[str, str]) -> str:
        """Keep the words until somebody has looked, and return the flag's id."""
        row = {"id": new_id(), "school": self.school, "kind": kind, "thing": thing_id, "words": words}
        await self.session.execute(insert(table).values(row))
        return str(row["id"])

    async def flags(self) -> list[Flag]:
        asked = select(table.c.id, table.c.kind, table.c.thing, table.c.words)
        rows = await self.session.execute(asked.where(table.c.school == self.school).order_by(table.c.id))
        return [Flag(one.id, Thing(one.kind), one.thing, one.words) for one in rows]

    async def drop(self, flag_id: str) -> None:
        await self.session.execute(delete(table).where(table.c.school == self.school, table.c.id == flag_id))

    async def letters_saying(self, instead: Mapping[str, str]) -> list[tuple[str, Message, bool]]:
        """The letters in which any of these words stand, what they say then, and whether each is a post."""
        rows = await self.session.execute(
            select(outbox.key, outbox.message, outbox.act)
            .where(outbox.school == self.school)
            .order_by(outbox.id)
        )
        found = [(key, said, reworded(said, instead), act is LetterAct.POST) for key, said, act in rows]
        return [(key, after, is_post) for key, said, after, is_post in found if after is not said]

    async def write_over(self, key: str, message: Message) -> None:
        """Let what is stored of a letter say this; what stands on the platform has a letter of its own."""
        mine = (outbox.school == self.school, outbox.key == key)
        await self.session.execute(update(tables.outbox.outbox).where(*mine).values(message=message))
