"""Messages on their way."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Update, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages.vocabulary import Message
from bot.model.ids import new_id
from bot.model.outbox import LetterAct, LetterState
from bot.model.people import Audience
from bot.ports import IfUnknown
from storage import tables
from storage.columns import insert

outbox, people = tables.outbox.outbox.c, tables.people.people.c


STANDS = (LetterState.SENDING, LetterState.CHECKING, LetterState.SENT, LetterState.UNSURE)
"""States of a letter that stands somewhere, or may stand there soon."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What has become of one letter: `trouble` is the platform's word for what went wrong, if any."""

    key: str
    audience: Audience
    state: LetterState
    trouble: str | None
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A letter that is not sent yet: when it will be, to whom, and the line a notification would show."""

    key: str
    at: datetime
    audience: Audience
    summary: str
    private: bool


@dataclass(frozen=True, slots=True)
class Outbox:
    session: AsyncSession
    school: str

    async def post(
        self,
        audience: Audience,
        message: Message,
        *,
        key: str,
        due_at: datetime,
        stale_at: datetime | None = None,
        thread: str | None = None,
        reason: str | None = None,
        if_unknown: IfUnknown = "never",
        platform: str = "slack",
        act: LetterAct = LetterAct.POST,
    ) -> bool:
        """Queue a message for delivery after the commit, once: a repeated key is ignored (False).

        It is sent from `due_at` on, not after `stale_at`, under the letter keyed `thread`, and only
        while `reason` still holds. `if_unknown` is said in `bot.ports.Letter`.
        """
        row = {
            "id": new_id(),
            "school": self.school,
            "key": key,
            "audience": audience.key,
            "message": message,
            "platform": platform,
            "act": act,
            "state": LetterState.PENDING,
            "due_at": due_at,
            "stale_at": stale_at,
            "thread": thread,
            "reason": reason,
            "if_unknown": if_unknown,
            "attempts": 0,
        }
        adding = insert(self.session, tables.outbox.outbox).values(row).on_conflict_do_nothing()
        return await self.session.scalar(adding.returning(outbox.id)) is not None

    async def edit(self, key: str, message: Message, *, edit: str, due_at: datetime) -> int:
        """Let every copy of a letter say this instead, and say how many copies there are.

        A copy that waits is changed where it is; one that was posted is edited there, or followed by a note
        in its thread where the platform no longer lets it be edited. `edit` names this change for good.
        """
        changing = update(tables.outbox.outbox).values(message=message)
        return await self._amend(key, changing, LetterAct.EDIT, message, edit, due_at)

    async def remove(self, key: str, *, edit: str, due_at: datetime) -> int:
        """Take every copy of a letter back, and say how many there are. What a platform keeps is `failed`."""
        dropping = update(tables.outbox.outbox).values(state=LetterState.DROPPED, trouble="removed")
        return await self._amend(key, dropping, LetterAct.REMOVE, Message(""), edit, due_at)

    async def _amend(
        self, key: str, waiting: Update, act: LetterAct, message: Message, edit: str, due_at: datetime
    ) -> int:
        copies = {copy.key: copy for copy in await self.standing(key) if copy.key in (key, f"{key}/rerouted")}
        for copy in copies.values():
            if copy.state is LetterState.PENDING:
                mine = (outbox.school == self.school, outbox.key == copy.key)
                await self.session.execute(waiting.where(*mine, outbox.state == LetterState.PENDING))
            elif copy.state in STANDS:
                await self.post(
                    copy.audience,
                    message,
                    key=f"{copy.key}/{act}/{edit}",
                    due_at=due_at,
                    thread=copy.key,
                    if_unknown="again",
                    act=act,
                )
        return len(copies)

    async def standing(self, key_prefix: str) -> list[Standing]:
        """What has become of every letter whose key begins like this, in the order of their keys.

        A letter that somebody else got instead stands here twice: `rerouted`, and under `<key>/rerouted`.
        """
        rows = await self.session.execute(
            select(outbox.key, outbox.audience, outbox.state, outbox.trouble, outbox.settled_at)
            .where(outbox.school == self.school, outbox.key.startswith(key_prefix, autoescape=True))
            .order_by(outbox.key)
        )
        return [Standing(key, Audience(to), state, trouble, at) for key, to, state, trouble, at in rows]

    async def pending(self, *, after: datetime | None = None, limit: int | None = None) -> list[Waiting]:
        """Letters that wait to be sent, soonest first; with `after`, those due later than that."""
        waiting = (
            select(outbox.key, outbox.due_at, outbox.audience, outbox.message)
            .where(outbox.school == self.school, outbox.state == LetterState.PENDING)
            .order_by(outbox.due_at, outbox.id)
            .limit(limit)
        )
        if after is not None:
            waiting = waiting.where(outbox.due_at > after)
        rows = await self.session.execute(waiting)
        return [Waiting(key, at, Audience(to), said.summary, said.private) for key, at, to, said in rows]

    async def is_for_someone_gone(self, audience: Audience) -> bool:
        """The audience is one person, and that person has left the school."""
        if audience.person_id is None:
            return False
        active = await self.session.scalar(
            select(people.active).where(people.school == self.school, people.id == audience.person_id)
        )
        return active is False
