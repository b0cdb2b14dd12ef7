"""The sandbox: the real bot, with a chat workspace in a browser tab in place of Slack."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from socket import getfqdn, gethostname
from tempfile import TemporaryDirectory

from aiohttp import web

from bot.app.core import Core, opened
from bot.app.documents import document_routes
from bot.app.feed import feed_routes
from bot.app.sample import SampleSchool, seeded
from bot.app.served import application
from bot.app.served import runner as served
from bot.app.side_by_side import SideBySide
from bot.app.slack import OnSlack, on_slack
from bot.messages.languages import phrasebook
from bot.model.languages import Language
from bot.model.people import the_clock
from bot.pacing import Pace
from bot.routines.timetable import NextMoment, RunDue
from bot.sandbox.clock import StillClock
from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from handlers.catalogue import catalogue
from handlers.slack.http import MOST
from handlers.slack.workspaces import slack_session
from storage.emptying import empty

LOOPBACK = "127.0.0.1"
EVERYWHERE = {"0.0.0.0": LOOPBACK, "::": "::1"}  # noqa: S104  # recognized, never chosen
"""What stands for all addresses of this computer, and one of them."""

AT_EASE = Pace(workspace=200, workspace_burst=200, channel=50, channel_burst=50)
"""The sandbox takes messages faster than Slack does, so that nobody waits for a week to go by."""

EVERY = 0.15
"""Seconds between two looks into the outbox."""

Moment = tuple[datetime, str]
"""When something happens, and what."""

MOST_STEPS = 2000
"""Things that may happen in one move of the clock; more would be a loop."""


@dataclass(frozen=True)
class Running:
    """A sandbox at work: its page is at `url`; the bot under it is the real one."""

    url: str
    sandbox: Sandbox
    core: Core
    bot: OnSlack
    keeper: "Keeper"


class Keeper:
    """Lives through time for the sandbox: everything happens at its own moment, in order."""

    def __init__(self, core: Core, bot: OnSlack, clock: StillClock, sample: SampleSchool) -> None:
        self._core = core
        self._bot = bot
        self._clock = clock
        self._sample = sample
        self._school = the_clock(sample.key)
        self._delivering = asyncio.Lock()
        self._ahead: tuple[tuple[int, datetime], Moment | None] | None = None

    async def next_moment(self) -> Moment | None:
        """When the bot will next do something by itself, and what: looked up again once anything changed."""
        asked = (self._core.units.writes, self._clock.now())
        if self._ahead is None or self._ahead[0] != asked:
            looking = self._core.perform(self._core.timetable.next_moment, NextMoment(), actor=self._school)
            found = await looking
            self._ahead = asked, ((found.at, found.what) if found else None)
        return self._ahead[1]

    async def move_to(self, moment: datetime) -> int:
        """Live through the time up to `moment`; return how many things happened."""
        happened = 0
        for _ in range(MOST_STEPS):
            ahead = await self.next_moment()
            if ahead is None or ahead[0] > moment:
                break
            self._clock.set(max(ahead[0], self._clock.now()))
            happened += await self._do_what_is_due()
        self._clock.set(moment)
        return happened + await self._do_what_is_due()

    async def reset(self) -> None:
        """Start the sample school again."""
        async with self._delivering:
            await empty(self._core.engines.writer)
            await self.begin()

    async def skip(self) -> None:
        """Start with the whole sample school, though it was to be set up in chat."""
        async with self._delivering:
            await empty(self._core.engines.writer)
            await self.begin(replace(self._sample, is_empty=False))

    async def begin(self, sample: SampleSchool | None = None) -> None:
        """Put the sample school in place, and introduce it to its workspace."""
        await (sample or self._sample).apply(self._core)
        await self._bot.slack.workspaces.introduce(self._sample.key, self._sample.bot_token)
        await self._bot.slack.directory.sync(self._sample.key)

    async def deliver(self) -> int:
        """Send what is due now."""
        async with self._delivering:
            return await self._bot.courier.deliver_due()

    async def keep_delivering(self) -> None:
        """Send what people's own actions make due, as it comes."""
        while True:
            await self.deliver()
            await asyncio.sleep(EVERY)

    async def _do_what_is_due(self) -> int:
        async with self._delivering:
            await self._core.perform(self._core.timetable.run_due, RunDue(), actor=self._school)
            await self._bot.courier.settle_overdue()
            return await self._bot.courier.deliver_due()


@asynccontextmanager
async def sandboxed(
    sample: SampleSchool,
    clock: StillClock,
    *,
    port: int = 0,
    host: str = LOOPBACK,
    limits: Limits | None = None,
    core: Core | None = None,
) -> AsyncIterator[Running]:
    """Run the sandbox and the bot under it while the block lasts: on loopback, unless `host` is another.

    They are on the database of `core`, which holds no school yet, or on a new one of their own, whatever the
    environment says. The bot itself is on loopback in any case.
    """
    async with AsyncExitStack() as stack:
        base = await stack.enter_async_context(apart(clock)) if core is None else core
        await base.upgrade()
        await asyncio.to_thread(phrasebook, Language.SPANISH)  # long to read; a form opens in three seconds
        sandbox = Sandbox(seeded(sample, base), clock=clock, limits=limits)
        sandbox.names = names(host)
        url = await serve(stack, sandbox.web(), port, host)
        sandbox.base_url = url
        session = await stack.enter_async_context(slack_session())
        beside = SideBySide(catalogue(base.start))
        bot = on_slack(
            base,
            session,
            api_url=f"{url}/api/",
            signing_secret=sandbox.workspace.seed.bot.signing_secret,
            pace=AT_EASE,
            witness=beside,
        )
        sandbox.elsewhere = beside.shown
        keeper = Keeper(base, bot, clock, sample)
        sandbox.time.keeper = keeper
        bot_app = application(client_max_size=MOST)
        bot_app.add_routes([*bot.slack.door.routes(), *feed_routes(base), *document_routes(base)])
        sandbox.bot_url = await serve(stack, bot_app, 0) + "/slack/events"
        stack.push_async_callback(bot.slack.afterwards.drain)
        await keeper.begin()
        delivering = asyncio.create_task(keeper.keep_delivering(), name="deliver")
        stack.push_async_callback(_stopped, delivering)
        yield Running(url, sandbox, base, bot, keeper)


@asynccontextmanager
async def apart(clock: StillClock) -> AsyncIterator[Core]:
    """A core on a database of its own, whatever the environment names; it is gone afterwards."""
    with TemporaryDirectory(prefix="ilt-sandbox-") as folder:
        settings = Settings(_env_file=None, ILT_DATABASE_URL=f"sqlite:///{Path(folder) / 'ilt.db'}")  # type: ignore[call-arg]
        async with opened(settings, clock) as core:
            yield core


async def serve(stack: AsyncExitStack, app: web.Application, port: int, host: str = LOOPBACK) -> str:
    """Serve while the stack stands; an address of it on this computer. Raises OSError when that cannot be."""
    runner = served(app, shutdown_timeout=2)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    site = web.TCPSite(runner, host, port)
    await site.start()
    here = EVERYWHERE.get(host, host)
    return f"http://{f'[{here}]' if ':' in here else here}:{runner.addresses[0][1]}"


def names(host: str) -> frozenset[str]:
    """The names under which the page may be opened, beside addresses; any other may be another site's."""
    known = {gethostname(), getfqdn()} if host in EVERYWHERE else {host}
    return frozenset() if host == LOOPBACK else frozenset(name.casefold() for name in known)


async def _stopped(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
