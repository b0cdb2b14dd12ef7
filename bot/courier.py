"""Empties the outbox. No transaction is open while a platform is being spoken to.

No platform promises to post a message once. So a letter is taken under a lease, handed over, and only
definite answers are written down; when none comes, it is left alone and looked up later, never sent again
blindly. Where a platform cannot look anything up, it is written down before a letter is handed over: what was
only taken when the program ended has not been sent.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from typing import TypeVar

import structlog

from bot.errors import DatabaseTrouble
from bot.fairness import Fairness
from bot.hand import Hand
from bot.last_look import while_it_may_go
from bot.leases import LANDING, LEASE, Held, Leases, Truce
from bot.ledger import Ledger
from bot.model.ids import new_id
from bot.model.outbox import LetterState
from bot.model.people import the_clock
from bot.model.platforms import FIRST
from bot.pacing import Pacer
from bot.ports import Busy, Clock, Letter, Messenger, Trouble, Undeliverable, Unknown, Watching
from bot.rereading import Reading, Reasons, Rereading
from bot.routines.courtesy import LetGo, let_go
from bot.together import Together
from bot.undelivered import Undelivered
from bot.watching import Unwatched
from storage.claims import Queue
from storage.units_of_work import UnitsOfWork

log = structlog.stdlib.get_logger(__name__)

T = TypeVar("T")

LOOKED_UP = 20
"""Letters that are looked up in one go."""
A_DAY = timedelta(days=1)
"""How long a letter is looked up while the platform cannot be asked."""
PATIENCE = timedelta(hours=1)
"""How long a letter is looked up in vain before nobody can tell."""


class Courier:
    """Delivers letters on one platform, for every school. Any number of couriers may share a database.

    `looks_up`: the platform tells whether a letter is there. `watching` is told what becomes of each.
    """

    def __init__(
        self,
        units: UnitsOfWork,
        messenger: Messenger,
        clock: Clock,
        *,
        reasons: Reasons | None = None,
        pacer: Pacer | None = None,
        platform: str = FIRST,
        lease: timedelta = LEASE,
        looks_up: bool = True,
        watching: Watching | None = None,
    ) -> None:
        self._units = units
        self._messenger = messenger
        self._clock = clock
        self._read: Together[Letter, Reading] = Together(Rereading(units, clock, reasons or {}).of_all)
        self._pacer = pacer or Pacer()
        self._platform = platform
        self._looks_up = looks_up
        owner = new_id()
        self._leases = Leases(owner, clock, lease)
        self._truce = Truce(max(lease, 2 * LANDING))
        self._watching = watching or Unwatched()
        self._ledger = Ledger(units, clock, self._pacer, owner, platform, self._watching)
        self._undelivered = Undelivered(units, clock, self._pacer, self._ledger, owner)
        self._fairness: defaultdict[str, Fairness] = defaultdict(Fairness)
        self._in_hand: set[str] = set()
        self._finishing = False

    def finish(self) -> None:
        """Begin nothing new: what is being sent is seen through, the rest stays in the outbox."""
        self._finishing = True

    @property
    def locked_out(self) -> str | None:
        """The platform's word for why it does not let us in, where that is so."""
        return self._undelivered.locked_out_by

    def clock_was_set(self) -> None:
        """The clock was set that other programs go by too; they may see that later."""
        self._truce.begin()

    def try_again(self) -> None:
        """Do not wait any longer for whoever did not let us in."""
        self._undelivered.try_again()

    async def deliver_due(self) -> int:
        """Send what is due until nothing is left that can go now, and say how many letters were sent.

        Workspaces are served side by side, and each is given more as soon as it has room.
        """
        hand = Hand()
        try:
            while await self._take_more(hand):
                await hand.until_there_is_room()
        except asyncio.CancelledError:
            hand.drop()
            raise
        finally:
            await hand.empty()
        return hand.sent

    async def _take_more(self, hand: Hand) -> bool:
        """Begin to deliver what can go now; False when there is nothing, and nothing that others wait for."""
        if self._finishing or not self._truce.may_take:
            return False
        waiting = await self._waiting()
        taken = await every(
            self._round(workspace, queues, hand)
            for workspace, queues in waiting.items()
            if hand.room(workspace) and not self._pacer.is_closed(workspace)
        )
        return any(taken) or bool(hand)

    async def settle_overdue(self) -> int:
        """Look up letters whose answer was lost, and say how many were looked up."""
        if not self._truce.may_look_up:
            return 0
        held = self._leases.begin()
        async with self._units.claiming(self._platform) as claims:
            if not self._looks_up:
                await claims.put_back(held.lease.now + LANDING, but_not=self._in_hand)
            letters = await claims.overdue(held.lease, LOOKED_UP, but_not=self._in_hand)
            workspaces = await claims.workspaces({letter.school for letter in letters})
        await every(self._look_up(letter, workspaces[letter.school], held) for letter in letters)
        return len(letters)

    async def _waiting(self) -> Mapping[str, Sequence[Queue]]:
        """What can be sent, by workspace, once it is decided how that is told."""
        ready = await self._units.ready(self._platform, self._clock.now())
        if ready.undecided:
            await self._let_go(ready.undecided)
            ready = await self._units.ready(self._platform, self._clock.now())
        return ready.waiting

    async def _let_go(self, schools: Mapping[str, int]) -> None:
        """Decide what of the things the bot started goes by itself, together, or later."""
        for school, crowd in schools.items():
            try:
                async with self._units.writing(school) as work:
                    await let_go(LetGo(crowd=crowd), actor=the_clock(school), work=work, clock=self._clock)
            except DatabaseTrouble:
                raise
            except Exception:
                log.exception("could not decide how letters are told", school=school)

    async def _round(self, workspace: str, queues: Sequence[Queue], hand: Hand) -> bool:
        """Take the next letters of a workspace and begin to deliver them; whether there were any.

        No more are taken than the workspace takes in the next moment, so others can be taken before them.
        """
        held, fairness = self._leases.begin(), self._fairness[workspace]
        async with self._units.claiming(self._platform) as claims:
            allowance = await self._pacer.allowance(claims.paces, workspace)
            fit = [one for one in queues if one.is_answers or not allowance.is_for_answers]
            most = min(hand.room(workspace), allowance.most)
            batch = await claims.claim(fairness.in_order(fit), held.lease, most)
            answers = [letter.is_answer for letter in batch.letters]
            moments = await self._pacer.spend(claims.paces, allowance, answers)
        for letter in batch.expired:
            self._watching.ended(letter, LetterState.EXPIRED)
        fairness.served({Queue(letter.school, letter.priority) for letter in batch.letters})
        self._in_hand |= {letter.id for letter in batch.letters}
        for letter, moment in zip(batch.letters, moments, strict=True):
            hand.take(workspace, self._deliver(letter, workspace, held, moment))
        if allowance.is_for_answers and not self._pacer.is_closed(workspace):
            hand.take(workspace, self._pacer.rest(allowance))
        return bool(batch.letters or batch.expired)

    async def _deliver(self, letter: Letter, workspace: str, held: Held, at: float) -> bool:
        """Hand one letter over when its turn comes. Whatever breaks on the way, it is looked up later.

        It is read against the world when it is taken, together with all others: no more are taken than go in
        the next moment.
        """
        try:
            with told_apart(letter):
                read = await self._read(letter)
                channel = f"{letter.school}/{letter.audience.key}"
                turn = self._pacer.turn(workspace, channel, at=at, is_answer=letter.is_answer)
                async with turn as may_go:
                    if may_go and not self._finishing and not held.is_too_late:
                        return await self._as_it_stands(letter, read, workspace, held)
                    await self._ledger.unsent(letter)
        finally:
            self._in_hand.discard(letter.id)
        return False

    async def _as_it_stands(self, letter: Letter, read: Reading, workspace: str, held: Held) -> bool:
        """Hand over what is still worth saying, while nobody else may have begun to look it up."""
        if read.gone:
            await self._undelivered.ended(letter, LetterState.DROPPED, read.gone)
        elif read.barred:
            await self._undelivered.pass_on(read.letter, read.barred)
        elif read.until:
            await self._ledger.again(read.letter, read.letter.message, read.until, None)
        else:
            if read.letter.message != letter.message:
                await self._ledger.reworded(read)
            if self._looks_up or await self._ledger.is_handed_over(read.letter):
                return await self._hand_over(read.letter, workspace, held)
        return False

    async def _hand_over(self, letter: Letter, workspace: str, held: Held) -> bool:
        """Send it, unless others look for it soon; it is let go of before they do."""
        if held.is_too_late:
            await self._ledger.unsent(letter)
            return False
        try:
            async with asyncio.timeout(held.left):
                with self._ledger.expecting(), while_it_may_go(lambda: held.left > 0):
                    where = await self._messenger.deliver(letter, letter.under)
        except Busy as busy:
            self._pacer.close(workspace, busy.seconds)
            await self._ledger.unsent(letter)
        except (Unknown, TimeoutError):
            pass  # it is looked up once its lease has ended
        except Undeliverable as no:
            await self._undelivered.refused(letter, workspace, no)
        else:
            self._pacer.went_through(workspace)
            self._undelivered.let_in(workspace)
            await self._ledger.arrived(letter, where)
            return True
        return False

    async def _look_up(self, letter: Letter, workspace: str, held: Held) -> None:
        """Settle one letter. When the platform is busy or something breaks, it is asked about again later;
        where nobody is asked, nobody has to wait for a turn."""
        turn = self._pacer.turn(asking_in(workspace), "look-up") if self._looks_up else nullcontext(True)
        with told_apart(letter):
            async with turn as may_ask:
                if may_ask and held.left and not self._pacer.is_closed(workspace):
                    await self._settle(letter, workspace, held)

    async def _settle(self, letter: Letter, workspace: str, held: Held) -> None:
        """Look whether it is there. A page of it that is not is sent, so others may not do so meanwhile."""
        try:
            async with asyncio.timeout(held.left):
                where = await self._messenger.settle(letter)
        except Busy as busy:
            self._pacer.shut(asking_in(workspace), busy.seconds)
            if letter.first_tried_at and self._clock.now() - letter.first_tried_at > A_DAY:
                await self._undelivered.nobody_can_tell(letter)
        except Unknown:
            await self._undelivered.nobody_can_tell(letter)
        except Undeliverable as no:
            if no.trouble is Trouble.WORKSPACE:
                self._undelivered.locked_out(workspace, no.code)
            else:
                await self._undelivered.nobody_can_tell(letter)
        except DatabaseTrouble:
            raise
        except Exception:
            if letter.first_tried_at and self._clock.now() - letter.first_tried_at > PATIENCE:
                await self._undelivered.nobody_can_tell(letter)
            raise
        else:
            await (self._ledger.arrived(letter, where) if where else self._undelivered.never_arrived(letter))


def asking_in(workspace: str) -> str:
    """To ask about letters is limited by itself: who may not ask for a while can still send."""
    return f"{workspace}/look-up"


@contextmanager
def told_apart(letter: Letter) -> Iterator[None]:
    """Log what breaks around one letter, without its words, so that the others are not held up by it.

    That the database fails is logged once for all of them; each is looked up later.
    """
    try:
        yield
    except DatabaseTrouble:
        return
    except Exception:
        log.exception("a letter broke", reference=letter.id, school=letter.school)


async def every(doing: Iterable[Awaitable[T]]) -> list[T]:
    """Do all of these at once, each to its end; then raise what the first that failed raised."""
    ended = await asyncio.gather(*doing, return_exceptions=True)
    for result in ended:
        if isinstance(result, BaseException):
            raise result
    return [result for result in ended if not isinstance(result, BaseException)]
