"""Writing down what became of letters: what is known while one change is being kept goes into the next one.

An outcome waits for others only while some are on their way, and a fiftieth of a second at most. A program
that ends before it is kept leaves a letter whose outcome is not known, as a lost answer does.
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.messages.vocabulary import Message
from bot.model.outbox import LetterState
from bot.pacing import Pacer
from bot.ports import Clock, Letter, Sent, Watching
from bot.rereading import Reading
from bot.together import Together
from storage.claims import Claims
from storage.units_of_work import UnitsOfWork


@dataclass(frozen=True, slots=True)
class Arrived:
    """It stands where the platform says."""

    letter: Letter
    where: Sent


@dataclass(frozen=True, slots=True)
class HandedOver:
    """It is about to be handed to its platform."""

    letter: Letter


@dataclass(frozen=True, slots=True)
class Change:
    """Anything rarer, in its own words."""

    write: Callable[[Claims], Awaitable[bool]]


Entry = Arrived | HandedOver | Change


class Ledger:
    """What one owner knows of its letters. Each method returns when it is kept, and raises `DatabaseTrouble`
    when the database fails."""

    def __init__(
        self, units: UnitsOfWork, clock: Clock, pacer: Pacer, owner: str, platform: str, watching: Watching
    ) -> None:
        self._units = units
        self._clock = clock
        self._pacer = pacer
        self._owner = owner
        self._platform = platform
        self.watching = watching
        self._on_their_way = 0
        self._keep: Together[Entry, bool] = Together(self._keep_all, lambda: self._on_their_way > 0)

    @contextmanager
    def expecting(self) -> Iterator[None]:
        """A letter is being handed over: what becomes of it will be known in a moment."""
        self._on_their_way += 1
        try:
            yield
        finally:
            self._on_their_way -= 1

    async def arrived(self, letter: Letter, where: Sent) -> None:
        """It is there, whoever holds it by now."""
        await self._keep(Arrived(letter, where))
        self.watching.ended(letter, LetterState.SENT)

    async def is_handed_over(self, letter: Letter) -> bool:
        """It goes out now; False when somebody else has it by now."""
        return await self._keep(HandedOver(letter))

    async def unsent(self, letter: Letter) -> None:
        """It was not handed over; it goes back to its place, and the try does not count."""
        await self._keep(Change(lambda claims: claims.outcomes.unsent(letter, self._owner)))

    async def again(
        self, letter: Letter, message: Message, due_at: datetime | None, trouble: str | None
    ) -> None:
        """It is to be tried again, from `due_at` on or else in its old place."""
        await self._keep(
            Change(
                lambda claims: claims.outcomes.again(
                    letter, self._owner, message, due_at=due_at, trouble=trouble
                )
            )
        )

    async def ended(self, letter: Letter, state: LetterState, trouble: str | None) -> None:
        """It will not be sent."""
        now = self._clock.now()
        ended = Change(lambda claims: claims.outcomes.ended(letter, self._owner, state, now, trouble))
        if await self._keep(ended):
            self.watching.ended(letter, state, trouble)

    async def reworded(self, read: Reading) -> None:
        """It is sent in these words, and of what it was to tell, only this is told."""

        async def write(claims: Claims) -> bool:
            if read.told is not None:
                await claims.leave_out(read.letter, read.told, self._clock.now())
            return await claims.outcomes.reworded(read.letter, self._owner, read.letter.message)

        await self._keep(Change(write))

    async def _keep_all(self, entries: Sequence[Entry]) -> Sequence[bool]:
        async with self._units.claiming(self._platform) as claims:
            await self._pacer.tell(claims.paces)
            arrived = [(one.letter, one.where) for one in entries if isinstance(one, Arrived)]
            await claims.outcomes.all_sent(arrived, self._clock.now())
            going = [one.letter for one in entries if isinstance(one, HandedOver)]
            gone = await claims.outcomes.all_handed_over(going, self._owner)
            return [await self._kept(one, gone, claims) for one in entries]

    @staticmethod
    async def _kept(entry: Entry, gone: frozenset[str], claims: Claims) -> bool:
        match entry:
            case Change(write):
                return await write(claims)
            case HandedOver(letter):
                return letter.id in gone
            case Arrived():
                return True
