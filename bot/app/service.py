"""The bot as a service: it comes up, says whether it is ready, and goes down without losing anything."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from time import monotonic

from aiohttp import ClientSession, web

from bot.app.core import Core, opened, sqlite_file
from bot.app.feed import feed_routes
from bot.app.listening import Listening
from bot.app.presence import Presence
from bot.app.slack import installed
from bot.health import add_health
from bot.settings import Settings
from handlers.slack.http import MOST
from handlers.slack.workspaces import slack_session
from scheduling.clockwork import Clockwork, Job
from scheduling.timetable import timetable
from storage import migrations

GOING_DOWN = 11.0
"""Seconds, after the web server has closed, for everything else: well before a supervisor loses patience."""
NEED_SLACK = frozenset({"deliver", "settle"})


class Service:
    """Everything that runs while the bot serves one Slack app."""

    def __init__(self, core: Core, session: ClientSession, settings: Settings) -> None:
        self._core = core
        self._settings = settings
        self._bot = installed(core, session, settings)
        self._listening = (
            Listening(self._bot.slack.bolt, session, settings) if settings.slack_app_token else None
        )
        self._presence = Presence(core, self._bot, settings, self._listening)
        jobs = timetable(core.perform, core.timetable, self._bot.courier, core.units)
        self._clockwork = Clockwork(when_introduced(jobs, self._presence))
        self._keeping: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look for the workspace, to listen and to tick; nothing here waits for Slack."""
        self._keeping = asyncio.create_task(self._presence.keep(), name="presence")
        self._clockwork.start()

    async def stop(self) -> None:
        """Take nothing new in, finish what was begun, and leave the rest in the outbox."""
        until = monotonic() + GOING_DOWN
        self._bot.courier.finish()
        await self._stop_looking()
        if self._listening is not None:
            await self._listening.close(within=min(3.0, until - monotonic()))
        await self._bot.slack.afterwards.drain(min(4.0, until - monotonic()))
        await self._clockwork.stop(max(1.0, until - monotonic()))

    def web(self) -> web.Application:
        """What is served over HTTP: Slack's requests when they are signed, and what monitoring asks."""
        app = web.Application(client_max_size=MOST)
        if self._settings.slack_signing_secret:
            app.add_routes(self._bot.slack.door.routes())
        app.add_routes(feed_routes(self._core))
        checks = {"database": self._core.check_quickly, "slack": self._presence.trouble}
        add_health(app, self._core.metrics, checks)
        return app

    async def _stop_looking(self) -> None:
        if self._keeping is not None:
            self._keeping.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._keeping


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Service]:
    """Run the bot while the block lasts: it answers, ticks and delivers as soon as it can."""
    async with opened(settings) as core, slack_session() as session:
        await _current(core, settings)
        await core.require_key()
        service = Service(core, session, settings)
        service.start()
        try:
            yield service
        finally:
            await service.stop()


async def _current(core: Core, settings: Settings) -> None:
    """One process upgrades its own file; several on one server are upgraded by hand, once."""
    if sqlite_file(settings.database_url) is not None:
        await core.upgrade()
    else:
        await migrations.require_current(core.engines.writer)


def when_introduced(jobs: Iterable[Job], presence: Presence) -> list[Job]:
    """The same jobs, but nothing is sent before it is known whose workspace this is."""

    def waiting(job: Job) -> Job:
        async def run() -> object:
            return await job.run() if presence.is_introduced else None

        return replace(job, run=run)

    return [waiting(job) if job.name in NEED_SLACK else job for job in jobs]
