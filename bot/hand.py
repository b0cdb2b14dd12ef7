"""The letters that a courier has in hand: each is delivered by a task of its own, so many at once."""

import asyncio
from collections import defaultdict
from collections.abc import Coroutine
from contextlib import suppress

MOST = 64
"""Letters of one workspace in hand at once."""
FEW = MOST // 2
"""With so many left, more are taken: nobody waits for the slowest of a batch."""
LOOK_AGAIN = 1.0
"""Seconds until it is looked for more, whether there is room or not in those that are busy."""


class Hand:
    """What is being delivered, by workspace, and how many letters were sent."""

    def __init__(self) -> None:
        self.sent = 0
        self._tasks: dict[str, set[asyncio.Task[bool]]] = defaultdict(set)
        self._room = asyncio.Event()

    def __bool__(self) -> bool:
        return any(self._tasks.values())

    def room(self, workspace: str) -> int:
        """How many more letters of this workspace may be taken."""
        held = len(self._tasks[workspace])
        return MOST - held if held <= FEW else 0

    def take(self, workspace: str, delivering: Coroutine[None, None, bool]) -> None:
        """Begin to deliver a letter; what it returns says whether it was sent."""
        task = asyncio.create_task(delivering)
        self._tasks[workspace].add(task)
        task.add_done_callback(lambda done: self._put_down(workspace, done))

    async def until_there_is_room(self) -> None:
        """Wait until more can be taken, or until it is time to look for other workspaces."""
        if self:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._room.wait(), LOOK_AGAIN)
            self._room.clear()

    async def empty(self) -> None:
        """See everything through."""
        await asyncio.gather(
            *(task for tasks in self._tasks.values() for task in tasks), return_exceptions=True
        )

    def drop(self) -> None:
        """Let everything go: what became of it is found out later."""
        for tasks in self._tasks.values():
            for task in tasks:
                task.cancel()

    def _put_down(self, workspace: str, task: asyncio.Task[bool]) -> None:
        tasks = self._tasks[workspace]
        tasks.discard(task)
        self.sent += not task.cancelled() and task.exception() is None and task.result()
        if len(tasks) in (0, FEW):
            self._room.set()
