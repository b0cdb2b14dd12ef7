"""Writing down what became of a letter that was taken out of the outbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Update, bindparam, func, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages.vocabulary import Message
from bot.model.outbox import DIGEST, LetterAct, LetterState
from bot.ports import LONGEST_PLACE, Letter, Sent
from storage import tables
from storage.listed import handed, listed
from storage.unreached import clear_all

table = tables.outbox.outbox
outbox = table.c

IN_FLIGHT = (LetterState.SENDING, LetterState.CHECKING)
"""States of a letter that somebody holds under a lease."""
OPEN = (LetterState.PENDING, *IN_FLIGHT)
"""States of a letter that may still be sent."""
LONGEST_LINK = 500
"""Characters of an address at which a letter can be read; a longer one is not kept."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """A letter that somebody else holds by now is left to them, unless it arrived. Each method that takes one
    letter says whether it was written."""

    session: AsyncSession

    async def all_sent(self, arrived: Sequence[tuple[Letter, Sent]], now: datetime) -> None:
        """They arrived. That is certain, so it counts whoever holds them by now; their readers are in
        reach."""
        if not arrived:
            return
        stand = [(one.id, *_kept(where)) for one, where in arrived]
        marking = _arrived(self.session.get_bind().dialect.name)
        await self.session.execute(marking, {"arrived": handed(stand), "at": now})
        for one, _ in arrived:
            if one.key.startswith(DIGEST):
                await self.session.execute(_without_words(one))
        posted = [one for one, _ in arrived if one.act is LetterAct.POST]
        reached = [(one.school, one.platform, one.audience.person_id) for one in posted]
        await clear_all(self.session, [(school, there, who) for school, there, who in reached if who])

    async def ended(
        self, letter: Letter, owner: str, state: LetterState, now: datetime, trouble: str | None = None
    ) -> bool:
        """It will not be sent; `trouble` is the platform's word for why, or ours."""
        ended = _held(letter, owner).values(state=state, settled_at=now, trouble=trouble)
        return await self._written(ended.values(lease_until=None, lease_owner=None))

    async def all_handed_over(self, letters: Sequence[Letter], owner: str) -> frozenset[str]:
        """From now on they may be there; of those that somebody else holds by now nothing is written. The ids
        of the others."""
        if not letters:
            return frozenset()
        held = update(table).where(
            tuple_(outbox.id, outbox.attempts).in_([(one.id, one.attempts) for one in letters]),
            outbox.lease_owner == owner,
            outbox.state.in_(IN_FLIGHT),
        )
        going = held.values(state=LetterState.CHECKING).returning(outbox.id)
        return frozenset((await self.session.scalars(going)).all())

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

    async def _written(self, changing: Update) -> bool:
        return await self.session.scalar(changing.returning(outbox.id)) is not None


@cache
def _arrived(dialect: str) -> Update:
    """Those that arrived, with where each stands; put together once.

    The state stands in a function so that SQLite finds them by their ids, not by an index of states.
    """
    _, part = listed(dialect, "arrived")
    return (
        update(table)
        .where(outbox.id == part(0), func.coalesce(outbox.state, "").in_([str(state) for state in OPEN]))
        .values(
            state=LetterState.SENT,
            settled_at=bindparam("at"),
            address=part(1),
            reference=part(2),
            link=func.coalesce(part(3), outbox.link),
            trouble=None,
            lease_until=None,
            lease_owner=None,
        )
    )


def _kept(where: Sent) -> tuple[str, str, str | None]:
    """As much of where a letter stands as there is room for. It arrived, however a platform calls the place:
    were that refused, it would be looked up, found, and refused for ever."""
    link = where.link if len(where.link) <= LONGEST_LINK else ""
    return _plain(where.address), _plain(where.reference), _plain(link) or None


def _plain(name: str) -> str:
    """What every database takes: neither NUL nor half a character is in it."""
    name = name if name.isprintable() else "".join(filter(str.isprintable, name))
    return name[:LONGEST_PLACE]


def _without_words(letter: Letter) -> Update:
    """What stands in the letters it tells need not stand in it too, once it has arrived."""
    message = Message(letter.message.summary, (), letter.message.private)
    mine = update(table).where(outbox.id == letter.id, outbox.state == LetterState.SENT)
    return mine.values(message=message)


def _held(letter: Letter, owner: str) -> Update:
    """The letter, if it is still on its way and this owner's, and was not taken once more since: whoever
    lost it and took it again would else speak for the second try as if it were the first."""
    return update(table).where(
        outbox.id == letter.id,
        outbox.lease_owner == owner,
        outbox.attempts == letter.attempts,
        outbox.state.in_(IN_FLIGHT),
    )
