"""Work that follows an acknowledgement, kept in sight so that a shutdown can wait for it."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import structlog

from handlers.platform.failures import Report, report

log = structlog.stdlib.get_logger(__name__)

Work = Coroutine[Any, Any, object]
Apology = Callable[[BaseException, str], Work]
"""Given a failure and the reference under which it was logged, tells the person."""


class Afterwards:
    """Runs what must not delay an acknowledgement; what fails is logged, and said to the person."""

    def __init__(self, report: Report = report) -> None:
        self._report = report
        self._tasks: set[asyncio.Task[object]] = set()

    def start(self, name: str, work: Work, apology: Apology | None = None) -> asyncio.Task[object]:
        """Begin, and return at once. `name` is for the log and says nothing that a person wrote."""
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(partial(self._ended, apology))
        return task

    async def drain(self, within: float = 10) -> None:
        """Wait for what has been started; what is not done in time is cancelled and named."""
        try:
            async with asyncio.timeout(within):
                while self._tasks:
                    await asyncio.wait(self._tasks)
                    await asyncio.sleep(0)
        except TimeoutError:
            for task in self._tasks:
                log.warning("stopped before it was done", work=task.get_name())
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _ended(self, apology: Apology | None, task: asyncio.Task[object]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is None:
            return
        reference = self._report(error, work=task.get_name())
        if apology is not None:
            self.start(f"apologise for {task.get_name()}", apology(error, reference))
