"""The one door to the routines: one request, one unit of work, one transaction."""

from collections.abc import Awaitable
from contextlib import AbstractAsyncContextManager
from time import perf_counter
from typing import Protocol, TypeVar

import structlog

from bot.errors import AlreadyDone
from bot.model.people import Actor
from bot.ports import Clock
from bot.routines.requests import Question, Request
from storage.unit_of_work import UnitOfWork, UnitsOfWork

log = structlog.stdlib.get_logger(__name__)

C = TypeVar("C", bound=Request, contravariant=True)
R = TypeVar("R", covariant=True)


class Routine(Protocol[C, R]):
    """What the bot can do: the request first, everything else by name."""

    def __call__(self, request: C, /, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Awaitable[R]: ...


class Performer:
    """Runs a routine in its own transaction, whoever asked for it."""

    def __init__(self, units: UnitsOfWork, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    async def __call__(
        self, routine: Routine[C, R], request: C, *, actor: Actor, once: str | None = None
    ) -> R:
        """Do what is asked. With `once`, a request already kept under that key is `AlreadyDone`."""
        started = perf_counter()
        async with self._open(request, actor) as work:
            if once is not None and not await work.is_first(once, self._clock.now()):
                raise AlreadyDone
            result = await routine(request, actor=actor, work=work, clock=self._clock)
        log.debug(
            "performed",
            request=type(request).__name__,
            school=actor.school,
            person=actor.person_id,
            ms=round((perf_counter() - started) * 1000, 1),
        )
        return result

    def _open(self, request: Request, actor: Actor) -> AbstractAsyncContextManager[UnitOfWork]:
        if isinstance(request, Question):
            return self._units.reading(actor.school)
        return self._units.writing(actor.school)
