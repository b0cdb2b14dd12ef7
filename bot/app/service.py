"""The bot as a service: it comes up, says whether it is ready, and goes down without losing anything."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from time import monotonic

from aiohttp import web

from bot.app import timekeeping
from bot.app.alone import alone
from bot.app.core import Core, opened, sqlite_file
from bot.app.documents import document_routes
from bot.app.feed import feed_routes
from bot.app.presence import Presence
from bot.app.replicas import Replica
from bot.app.served import application
from bot.app.side import Side
from bot.app.sides import sides
from bot.app.starting import read_ahead, require_fit
from bot.app.timekeeping import SteadyClock, Timekeeper, moment_of
from bot.health import add_health, trace
from bot.settings import Settings
from handlers.slack.http import MOST
from scheduling.clockwork import Clockwork, Job
from scheduling.timetable import deliveries, timetable
from storage import migrations
from storage.delivery_report import DUE
from storage.trouble import TROUBLE

GOING_DOWN = 11.0
"""Seconds, after the web server has closed, for everything else: well before a supervisor loses patience."""


class Service:
    """Everything that runs while the bot serves one Slack app, one Teams app, or both."""

    def __init__(self, core: Core, on: Iterable[Side], settings: Settings) -> None:
        self._core = core
        self._sides = tuple(on)
        self.replica = Replica(core.engines, settings)
        self._presences = {side.name: Presence(core, side, settings) for side in self._sides}
        self._clockwork = Clockwork(self._jobs(), core.metrics.ticks)
        self._keeping: list[asyncio.Task[None]] = []
        self.left: dict[str, object] = {}
        """What was left to do when it stopped: letters that are due or on their way, and ticks cut off."""

    async def about(self) -> dict[str, object]:
        """What runs, for the log: the version, the database and its shape, the platforms, the schools."""
        return {
            "version": self.replica.version,
            "replica": self.replica.name,
            "database": self._core.engines.writer.dialect.name,
            "schema": migrations.head(),
            "platforms": sorted(self._presences),
            "schools": len(await self._core.units.schools()),
        }

    def start(self) -> None:
        """Begin to look for the workspaces, to listen and to tick; nothing here waits for a platform."""
        self._core.units.log_trouble()
        self._keeping = [
            asyncio.create_task(presence.keep(), name=f"presence on {name}")
            for name, presence in self._presences.items()
        ]
        self._keeping.append(asyncio.create_task(self._read_ahead(), name="reading ahead"))
        self._clockwork.start()

    async def _read_ahead(self) -> None:
        """First be there, then read what may be asked for: both take the processor."""
        for presence in self._presences.values():
            await presence.has_looked.wait()
        await read_ahead()

    async def stop(self) -> None:
        """Take nothing new in, finish what was begun, and leave the rest in the outbox."""
        until = monotonic() + GOING_DOWN
        for side in self._sides:
            side.courier.finish()
        await self._stop_looking()
        await asyncio.gather(*(side.hang_up(min(3.0, until - monotonic())) for side in self._sides))
        await asyncio.gather(*(side.afterwards.drain(min(4.0, until - monotonic())) for side in self._sides))
        cut_off = await self._clockwork.stop(max(1.0, until - monotonic()))
        self.left = await self._left() | {"cut_off": cut_off}
        await self.replica.leave()

    async def _left(self) -> dict[str, object]:
        """The letters that wait for whoever starts next; nothing while the database cannot be asked."""
        try:
            async with asyncio.timeout(2):
                counts = (await self._core.units.queue(self._core.clock.now())).counts
        except TROUBLE:
            return {}
        return {"due": counts[DUE], "on_their_way": counts["sending"] + counts["checking"]}

    def web(self) -> web.Application:
        """What is served over HTTP: the platforms' requests, and what monitoring asks."""
        app = application(client_max_size=MOST, middlewares=[trace])
        for side in self._sides:
            app.add_routes(side.routes())
        app.add_routes([*feed_routes(self._core), *document_routes(self._core)])
        troubles = {name: presence.trouble for name, presence in self._presences.items()}
        checks = {"database": self._core.check_quickly, "program": self.replica.trouble, **troubles}
        add_health(app, self._core.metrics, checks, {"note": self.replica.note})
        return app

    def _jobs(self) -> list[Job]:
        core = self._core
        jobs = [*timetable(core.perform, core.timetable, core.units, core.clock), self.replica.job()]
        if isinstance(core.clock, SteadyClock):
            is_shared = core.engines.writer.dialect.name == "postgresql"
            tell = [side.courier.clock_was_set for side in self._sides] if is_shared else []
            keeping = Timekeeper(core.clock, core.units, partial(moment_of, core.engines), tell=tell)
            jobs.append(Job("clock", timekeeping.EVERY, keeping))
        for side in self._sides:
            jobs += when_introduced(deliveries(side.name, side.courier), self._presences[side.name])
        return jobs

    async def _stop_looking(self) -> None:
        for task in self._keeping:
            task.cancel()
        for task in self._keeping:
            with contextlib.suppress(asyncio.CancelledError):
                await task


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Service]:
    """Run the bot while the block lasts: it answers, ticks and delivers as soon as it can.

    Raises `Problem` when another works on the same SQLite file.
    """
    async with opened(settings) as core, sides(core, settings) as on:
        with alone(settings):
            await _current(core, settings)
            await require_fit(core, settings)
            service = Service(core, on, settings)
            service.start()
            try:
                yield service
            finally:
                await service.stop()


async def _current(core: Core, settings: Settings) -> None:
    """One process upgrades its own file; several on one server are upgraded by hand, once."""
    if sqlite_file(settings.database_url) is None:
        await migrations.require_current(core.engines.writer)
    elif not await migrations.is_ahead(core.engines.writer):
        await core.upgrade()


def when_introduced(jobs: Iterable[Job], presence: Presence) -> list[Job]:
    """The same jobs, but nothing is sent before it is known whose workspace this is."""

    def waiting(job: Job) -> Job:
        async def run() -> object:
            return await job.run() if presence.is_introduced else None

        return replace(job, run=run)

    return [waiting(job) for job in jobs]
