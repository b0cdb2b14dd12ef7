"""Doing for many at once what each asks for by itself."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

import structlog

from bot.errors import DatabaseTrouble

log = structlog.stdlib.get_logger(__name__)

Asked = TypeVar("Asked")
Given = TypeVar("Given")

MOST = 100
"""Asked for in one go. More would hold up others, who wait for the database or the program."""

MOMENT, STEPS = 0.02, 4
"""Seconds that the first waits for others, and how often it looks whether they are all there."""


class Together(Generic[Asked, Given]):
    """What is asked for while a go is under way is done in the next one.

    Nothing waits for company, unless `more_to_come` says that some is on its way; then for `MOMENT` at most.

    `do` is given what was asked for, and returns as much in the same order. Where it breaks, each is done by
    itself, so that one that cannot be done spoils no other; unless it is the database that is in trouble.
    """

    def __init__(
        self,
        do: Callable[[Sequence[Asked]], Awaitable[Sequence[Given]]],
        more_to_come: Callable[[], bool] = lambda: False,
    ) -> None:
        self._do = do
        self._more_to_come = more_to_come
        self._waiting: list[tuple[Asked, asyncio.Future[Given]]] = []
        self._going: asyncio.Task[None] | None = None

    async def __call__(self, asked: Asked) -> Given:
        """Have it done, and return what came of it; raises what `do` raises. It is done even if nobody
        waits for it any more."""
        answer: asyncio.Future[Given] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, answer))
        if self._going is None:
            self._going = asyncio.create_task(self._go())
        return await answer

    async def _go(self) -> None:
        try:
            while self._waiting:
                await self._moment()
                now, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
                await self._one_go(now)
        finally:
            self._going = None

    async def _moment(self) -> None:
        for _ in range(STEPS):
            if not self._more_to_come() or len(self._waiting) >= MOST:
                return
            await asyncio.sleep(MOMENT / STEPS)

    async def _one_go(self, now: Sequence[tuple[Asked, asyncio.Future[Given]]]) -> None:
        (came,) = await asyncio.gather(self._do([asked for asked, _ in now]), return_exceptions=True)
        if not isinstance(came, BaseException):
            for (_, answer), given in zip(now, came, strict=True):
                if not answer.done():
                    answer.set_result(given)
        elif len(now) == 1 or isinstance(came, DatabaseTrouble):
            for _, answer in now:
                if not answer.done():
                    answer.set_exception(came)
        else:
            log.warning("not possible together", of=len(now), error=type(came).__name__)
            for one in now:
                await self._one_go([one])
