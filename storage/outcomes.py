"""Writing down what became of a letter that was taken out of the outbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Update, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages.vocabulary import Message
from bot.model.outbox import DIGEST, LetterAct, LetterState
from bot.ports import Letter, Sent
from storage import tables
from storage.unreached import Unreachables

table = tables.outbox.outbox
outbox = table.c

IN_FLIGHT = (LetterState.SENDING, LetterState.CHECKING)
OPEN = (LetterState.PENDING, *IN_FLIGHT)


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Each method says whether it was written: a letter that somebody else holds by now is left to them."""

    session: AsyncSession

    async def sent(self, letter: Letter, where: Sent, now: datetime) -> bool:
        """It arrived. That is certain, so it counts whoever holds it by now; its reader is in reach."""
        arrived = update(table).where(outbox.id == letter.id, outbox.state.in_(OPEN))
        place: dict[str, object] = {"address": where.address, "reference": where.reference}
        place |= {"link": where.link} if where.link else {}
        place |= without_words(letter)
        if letter.audience.person_id is not None and letter.act is LetterAct.POST:
            reached = Unreachables(self.session, letter.school)
            await reached.clear(letter.audience.person_id, letter.platform)
        return await self._end(arrived, LetterState.SENT, now, None, place)

    async def ended(
        self, letter: Letter, owner: str, state: LetterState, now: datetime, trouble: str | None = None
    ) -> bool:
        """It will not be sent; `trouble` is the platform's word for why, or ours."""
        return await self._end(_held(letter, owner), state, now, trouble, {})

    async def handed_over(self, letter: Letter, owner: str) -> bool:
        """From now on it may be there."""
        return await self._written(_held(letter, owner).values(state=LetterState.CHECKING))

    async def unsent(self, letter: Letter, owner: str) -> bool:
        """It was not handed over after all: back in its old place, and the try does not count."""
        first = {"first_tried_at": None} if letter.attempts == 1 else {}
        back = _held(letter, owner).values(attempts=letter.attempts - 1, **first)
        return await self._return(back)

    async def reworded(self, letter: Letter, owner: str, message: Message) -> bool:
        """It is sent with these words; looked up later, it is these that are looked for."""
        return await self._written(_held(letter, owner).values(message=message))

    async def again(
        self,
        letter: Letter,
        owner: str,
        message: Message,
        *,
        due_at: datetime | None = None,
        trouble: str | None = None,
    ) -> bool:
        """It is to be tried again with this message: from `due_at` on, or else in its old place."""
        moved = {} if due_at is None else {"due_at": due_at}
        return await self._return(_held(letter, owner).values(message=message, trouble=trouble, **moved))

    async def _return(self, changing: Update) -> bool:
        back = changing.values(state=LetterState.PENDING, lease_until=None, lease_owner=None)
        return await self._written(back)

    async def _end(
        self,
        changing: Update,
        state: LetterState,
        now: datetime,
        trouble: str | None,
        place: Mapping[str, object],
    ) -> bool:
        ended = changing.values(state=state, settled_at=now, trouble=trouble, **place)
        return await self._written(ended.values(lease_until=None, lease_owner=None))

    async def _written(self, changing: Update) -> bool:
        return await self.session.scalar(changing.returning(outbox.id)) is not None


def without_words(letter: Letter) -> dict[str, object]:
    """What stands in the letters it tells need not stand in it too, once it has arrived."""
    if not letter.key.startswith(DIGEST):
        return {}
    return {"message": Message(letter.message.summary, (), letter.message.private)}


def _held(letter: Letter, owner: str) -> Update:
    """The letter, if it is still on its way and this owner's."""
    return update(table).where(
        outbox.id == letter.id, outbox.lease_owner == owner, outbox.state.in_(IN_FLIGHT)
    )
