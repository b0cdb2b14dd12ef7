"""Who is told when something in the workspace changes: the open pages, at once."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

Topic = tuple[str, str]
"""What changed, and for whom or where: `("channel", id)`, `("views", user)`, `("clock", "")`."""


class Changes:
    """Passes word of every change to all who listen at the time."""

    def __init__(self) -> None:
        self._listening: set[asyncio.Queue[Topic | None]] = set()

    def tell(self, what: str, whom: str = "") -> None:
        """Tell everyone who listens that this changed."""
        for queue in self._listening:
            queue.put_nowait((what, whom))

    def close(self) -> None:
        """Tell everyone that nothing more will come."""
        for queue in self._listening:
            queue.put_nowait(None)

    @contextmanager
    def listening(self) -> Iterator[asyncio.Queue[Topic | None]]:
        """Yield a queue of the changes from now on; None ends it."""
        queue: asyncio.Queue[Topic | None] = asyncio.Queue()
        self._listening.add(queue)
        try:
            yield queue
        finally:
            self._listening.discard(queue)
