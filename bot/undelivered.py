"""What is done with a letter that could not be delivered: tried again, passed on, or given up."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import accumulate

import structlog

from bot.ledger import Ledger
from bot.messages import delivery as wording
from bot.model.audiences import Audience
from bot.model.channels import speaks_for
from bot.model.outbox import ELSEWHERE, REROUTED, LetterAct, LetterState
from bot.pacing import Pacer
from bot.ports import Clock, Letter, Trouble, Undeliverable
from bot.routines import channels, reaching
from storage.unit_of_work import UnitOfWork
from storage.units_of_work import UnitsOfWork

log = structlog.stdlib.get_logger(__name__)

REFUSED_FOR_NOW = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120))
NEVER_ARRIVED = (*[timedelta(0)] * 10, *(timedelta(minutes=minutes) for minutes in (5, 30, 120, 360)))
"""Neither a killed program nor a dead line is the fault of a letter: its lease is pause enough. What breaks
whoever sends it is given up all the same."""
NOBODY_CAN_TELL = (timedelta(0), timedelta(minutes=30))
"""Pauses after the first try, the second ... When they are used up, the letter is given up: nobody could tell
three times in a row, for more than half an hour."""

LOCKED_OUT = 600.0
"""Seconds to leave a workspace alone that no longer lets us in."""


class Undelivered:
    """Decides about one owner's letters. Each decision is kept wholly or not at all."""

    def __init__(self, units: UnitsOfWork, clock: Clock, pacer: Pacer, ledger: Ledger, owner: str) -> None:
        self._units = units
        self._clock = clock
        self._pacer = pacer
        self._ledger = ledger
        self._owner = owner
        self._locked: dict[str, str] = {}

    async def refused(self, letter: Letter, workspace: str, no: Undeliverable) -> None:
        """The platform said no."""
        match no.trouble:
            case Trouble.WORKSPACE:
                await self._ledger.unsent(letter)
                self.locked_out(workspace, no.code)
            case Trouble.PASSING:
                await self._try_again(letter, REFUSED_FOR_NOW, LetterState.FAILED, trouble=no.code)
            case Trouble.CHANNEL if letter.audience.person_id is None and letter.act is LetterAct.POST:
                await self.pass_on(letter, no.code)
            case Trouble.CHANNEL | Trouble.PERSON if letter.act is LetterAct.POST:
                await self._not_here(letter, no.code)
            case _:
                await self.ended(letter, LetterState.FAILED, no.code)

    async def never_arrived(self, letter: Letter) -> None:
        """The platform says that it is not there."""
        await self._try_again(letter, NEVER_ARRIVED, LetterState.FAILED)

    async def nobody_can_tell(self, letter: Letter) -> None:
        """The platform will not say whether it is there. The letter says which error is preferred."""
        if letter.if_unknown == "again":
            await self._try_again(letter, NOBODY_CAN_TELL, LetterState.UNSURE, perhaps_twice=True)
        else:
            await self.ended(letter, LetterState.UNSURE)

    async def ended(self, letter: Letter, state: LetterState, trouble: str | None = None) -> None:
        """It will not be sent, and the outbox says why."""
        await self._ledger.ended(letter, state, trouble)

    def locked_out(self, workspace: str, code: str) -> None:
        """Leave the workspace alone for a while; the error is logged once until it lets us in again."""
        self._pacer.shut(workspace, LOCKED_OUT)
        if workspace not in self._locked:
            log.error("the workspace does not let us in", workspace=workspace, trouble=code)
        self._locked[workspace] = code

    def let_in(self, workspace: str) -> None:
        self._locked.pop(workspace, None)

    @property
    def locked_out_by(self) -> str | None:
        """The platform's word for why a workspace is left alone that does not let us in; None when all do."""
        closed = (code for workspace, code in self._locked.items() if self._pacer.is_closed(workspace))
        return next(closed, None)

    def try_again(self) -> None:
        """Whoever did not let us in may do so by now: do not wait any longer."""
        for workspace in self._locked:
            self._pacer.open(workspace)

    async def _try_again(
        self,
        letter: Letter,
        pauses: Sequence[timedelta],
        otherwise: LetterState,
        *,
        trouble: str | None = None,
        perhaps_twice: bool = False,
    ) -> None:
        now = self._clock.now()
        done = min(letter.attempts - 1, most_waited(pauses, now - (letter.first_tried_at or now)))
        if done == len(pauses):
            await self._give_up(letter, otherwise, trouble or "gave_up")
            return
        due_at = now + pauses[done] if pauses[done] else None
        message = wording.perhaps_twice(letter.message) if perhaps_twice else letter.message
        await self._ledger.again(letter, message, due_at, trouble)

    async def _give_up(self, letter: Letter, state: LetterState, trouble: str) -> None:
        """After two hours a channel's letter goes to whoever speaks for it, when it is sure that it did
        not arrive (R-302)."""
        is_for_a_channel = letter.audience.person_id is None and letter.act is LetterAct.POST
        if state is LetterState.FAILED and is_for_a_channel:
            await self.pass_on(letter, trouble)
        else:
            await self.ended(letter, state, trouble)

    async def pass_on(self, letter: Letter, code: str) -> None:
        """Give it to whoever speaks for the team instead, with a line that says why (R-279, R-289)."""
        now = self._clock.now()
        async with self._units.writing(letter.school) as work:
            roster = await work.people.roster()
            reader = speaks_for(letter.audience, roster)
            state = LetterState.REROUTED if reader else LetterState.FAILED
            if not await work.outcomes.ended(letter, self._owner, state, now, code):
                return
            await channels.refused(letter.audience, code, platform=letter.platform, work=work, now=now)
            if reader is not None:
                said = wording.passed_on(letter.message, letter.audience, code, reader.id, roster, letter.key)
                instead = replace(letter, audience=Audience.person(reader.id), message=said)
                await _again(instead, REROUTED, None, work, now)
        self._ledger.watching.ended(letter, state, code)

    async def _not_here(self, letter: Letter, code: str) -> None:
        """Let somebody have it on another platform where they are known, once; whoever looks after the bot
        sees why this one did not take it."""
        person = letter.audience.person_id
        if person is None:
            await self.ended(letter, LetterState.FAILED, code)
            return
        now = self._clock.now()
        async with self._units.writing(letter.school) as work:
            places = await work.people.places()
            other = reaching.elsewhere(letter.audience, letter.platform, places)
            other = None if letter.key.endswith(ELSEWHERE) else other
            state = LetterState.REROUTED if other else LetterState.FAILED
            if not await work.outcomes.ended(letter, self._owner, state, now, code):
                return
            await reaching.refused(person, code, platform=letter.platform, work=work, now=now)
            if other is not None:
                await _again(letter, ELSEWHERE, other, work, now)
        self._ledger.watching.ended(letter, state, code)


def most_waited(pauses: Sequence[timedelta], since_first_try: timedelta) -> int:
    """How many of these pauses a letter can have been through. It may have been tried more often for other
    reasons than the one they are for."""
    ends = accumulate(pauses)
    return sum(end <= since_first_try for end in ends)


async def _again(letter: Letter, end: str, platform: str | None, work: UnitOfWork, now: datetime) -> None:
    """Queue in its place what goes another way; what is said under it goes the same way."""
    await work.outbox.post(
        letter.audience,
        letter.message,
        key=f"{letter.key}{end}",
        due_at=now,
        stale_at=letter.stale_at,
        thread=f"{letter.thread}{end}" if letter.thread else None,
        reason=letter.reason,
        if_unknown=letter.if_unknown,
        platform=platform,
    )
