"""Time that costs none: a loop whose clock jumps to the next thing that happens."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Jumping(selectors.DefaultSelector):
    """Waits for nothing, and remembers how long it was asked to."""

    now = 0.0

    def select(self, timeout: float | None = None) -> Any:
        self.now += max(0.0, timeout or 0.0)
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop for work that sleeps and does nothing else; its seconds begin at 0."""

    def __init__(self) -> None:
        self._jumping = Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now


def lived_through(work: Coroutine[Any, Any, T]) -> T:
    """What the work comes to, in no time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(work)


def elapsed() -> float:
    """Seconds of the running loop."""
    return asyncio.get_running_loop().time()
