"""A record of every call the bot made, to read or to wait for."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.wire import Json

Wanted = Callable[["Call"], bool]
KEPT = 10_000


@dataclass(frozen=True)
class Call:
    """One call of the Web API and its answer; `answer` is None when the bot never saw one."""

    method: str
    arguments: Json
    answer: Json | None
    status: int


def anything(_call: Call) -> bool:
    """Want every call."""
    return True


class Calls:
    """The latest calls since the sandbox started or was cleared, oldest first."""

    def __init__(self) -> None:
        self._calls: deque[Call] = deque(maxlen=KEPT)
        self._changed = asyncio.Event()

    def add(self, call: Call) -> None:
        """Remember a call and wake those who wait for it."""
        self._calls.append(call)
        self._changed.set()
        self._changed = asyncio.Event()

    def clear(self) -> None:
        """Forget every call so far."""
        self._calls.clear()

    def of(self, method: str, wanted: Wanted = anything) -> list[Call]:
        """Return the calls of one method, oldest first."""
        return [call for call in self._calls if call.method == method and wanted(call)]

    def all(self) -> list[Call]:
        """Return every call, oldest first."""
        return list(self._calls)

    async def wait_for(
        self, method: str, wanted: Wanted = anything, *, count: int = 1, within: float = 30.0
    ) -> list[Call]:
        """Return the calls of a method once there are `count`, or raise TimeoutError."""
        async with asyncio.timeout(within):
            while len(self.of(method, wanted)) < count:
                await self._changed.wait()
        return self.of(method, wanted)
