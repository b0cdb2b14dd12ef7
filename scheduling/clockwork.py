"""Runs the timetable's jobs for as long as the bot is up."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from time import perf_counter

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.errors import DatabaseTrouble
from bot.logs import traced
from bot.ports import Ticking

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do every so many seconds: at once when the bot starts, or so many seconds `after` that."""

    name: str
    seconds: float
    run: Callable[[], Awaitable[object]]
    after: float = 0.0


class Clockwork:
    """Starts each job on time, never twice at once. One that breaks is logged, and its next time comes.

    `ticking` is told of each.
    """

    def __init__(self, jobs: Iterable[Job], ticking: Ticking | None = None) -> None:
        self._jobs = {job.name: job for job in jobs}
        self._ticking = ticking
        self._running: dict[str, asyncio.Task[None]] = {}
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def start(self) -> None:
        """Begin, with every job that is not for later. Needs a running event loop."""
        now = datetime.now(UTC)
        for job in self._jobs.values():
            if self._ticking is not None:
                self._ticking.expect(job.name, job.seconds)
            self._scheduler.add_job(
                self._begin,
                "interval",
                seconds=job.seconds,
                args=[job.name],
                id=job.name,
                next_run_time=now + timedelta(seconds=job.after),
            )
        self._scheduler.start()

    async def stop(self, patience: float = 15.0) -> list[str]:
        """Begin nothing new and wait for what runs; what takes longer than `patience` seconds is cut off, and
        named."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        running = list(self._running.values())
        if not running:
            return []
        _, late = await asyncio.wait(running, timeout=patience)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return sorted(task.get_name() for task in late)

    async def _begin(self, name: str) -> None:
        """Start a job in a task of our own, so that the scheduler never waits for one, nor cuts it off."""
        if name not in self._running:
            task = asyncio.create_task(self._tick(self._jobs[name]), name=name)
            self._running[name] = task
            task.add_done_callback(lambda _: self._running.pop(name, None))

    async def _tick(self, job: Job) -> None:
        is_broken, started = False, perf_counter()
        if self._ticking is not None:
            self._ticking.began(job.name)
        try:
            with traced():
                await job.run()
        except DatabaseTrouble:
            is_broken = True  # storage says it once, for all that happens until it works again
        except Exception:
            is_broken = True
            log.exception("a tick broke", job=job.name, reference=token_hex(4))
        if self._ticking is not None:
            self._ticking.ended(job.name, perf_counter() - started, is_broken=is_broken)
