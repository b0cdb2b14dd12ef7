"""The one door to the routines: one request, one unit of work, one transaction."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from time import perf_counter
from typing import Protocol, TypeVar

import structlog

from bot.errors import AlreadyDone, ChangedSince, Refusal
from bot.model.audit import Entry
from bot.model.people import Actor
from bot.ports import Clock
from bot.routines import guarding
from bot.routines.audited import action_of, is_audited, object_of
from bot.routines.requests import Command, Question, Request
from storage.unit_of_work import UnitOfWork
from storage.units_of_work import UnitsOfWork

log = structlog.stdlib.get_logger(__name__)

C = TypeVar("C", bound=Request, contravariant=True)
R = TypeVar("R", covariant=True)


class Routine(Protocol[C, R]):
    """What the bot can do: the request first, everything else by name."""

    def __call__(self, request: C, /, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Awaitable[R]: ...


Measure = Callable[[str, str, float], None]
"""Told the kind of request, how it ended ("done", "refused", "repeated", "asked again", "failed") and its
seconds."""


def unmeasured(request: str, outcome: str, seconds: float) -> None:
    """Measure nothing."""


class Performer:
    """Runs a routine in its own transaction, whoever asked for it."""

    def __init__(self, units: UnitsOfWork, clock: Clock, measure: Measure = unmeasured) -> None:
        self._units = units
        self._clock = clock
        self._measure = measure

    async def __call__(
        self,
        routine: Routine[C, R],
        request: C,
        *,
        actor: Actor,
        once: str | None = None,
        as_of: str | None = None,
    ) -> R:
        """Do what is asked. With `once`, a request already kept under that key is `AlreadyDone`.

        `as_of` is the school's revision (`storage.remembered`) at which `actor` was found out: `ChangedSince`
        when it is another one by now.

        An anonymous request says for itself whether it came before; nothing is logged or counted of it.
        """
        outcome, started = "failed", perf_counter()
        try:
            async with self._open(request, actor) as work:
                if once is not None and not request.is_anonymous and not await self._is_first(once, work):
                    raise AlreadyDone
                if as_of is not None and await work.revision() != as_of:
                    raise ChangedSince
                await guarding.look_over(request, work)
                result = await routine(request, actor=actor, work=work, clock=self._clock)
                if isinstance(request, Command) and is_audited(routine, request, actor):
                    await self._audit(routine, request, actor, work)
            if isinstance(request, Question) and is_audited(routine, request, actor):
                async with self._units.writing(actor.school) as work:
                    await self._audit(routine, request, actor, work)
            outcome = "done"
        except Refusal:
            outcome = "refused"
            raise
        except AlreadyDone:
            outcome = "repeated"
            raise
        except ChangedSince:
            outcome = "asked again"
            raise
        finally:
            if not request.is_anonymous:
                self._note(request, outcome, actor, perf_counter() - started)
        return result

    async def _is_first(self, once: str, work: UnitOfWork) -> bool:
        return await work.is_first(once, self._clock.now())

    async def _audit(self, routine: object, request: Request, actor: Actor, work: UnitOfWork) -> None:
        """Keep that it was done, in its own transaction; a look is kept before its answer is given."""
        action, thing = action_of(routine, request), object_of(request)
        await work.audit.note(Entry(self._clock.now(), actor.person_id, action, thing, "done"))

    def _note(self, request: Request, outcome: str, actor: Actor, seconds: float) -> None:
        """Count it and log it, without a word of what was asked."""
        self._measure(type(request).__name__, outcome, seconds)
        say = log.debug if isinstance(request, Question) else log.info
        say(
            "asked",
            request=type(request).__name__,
            outcome=outcome,
            school=actor.school,
            person=actor.person_id if request.is_logged_by_name else None,
            ms=round(seconds * 1000, 1),
        )

    def _open(self, request: Request, actor: Actor) -> AbstractAsyncContextManager[UnitOfWork]:
        if isinstance(request, Question):
            return self._units.reading(actor.school)
        return self._units.writing(actor.school)
