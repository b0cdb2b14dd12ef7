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


class Together(Generic[Asked, Given]):
    """What is asked for while a go is under way is done in the next one. Nothing waits for company.

    `do` is given what was asked for, and returns as much in the same order. Where it breaks, each is done by
    itself, so that one that cannot be done spoils no other; unless it is the database that is in trouble.
    """

    def __init__(self, do: Callable[[Sequence[Asked]], Awaitable[Sequence[Given]]], most: int = MOST) -> None:
        self._do = do
        self._most = most
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
                now, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
                await self._one_go(now)
        finally:
            self._going = None

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
