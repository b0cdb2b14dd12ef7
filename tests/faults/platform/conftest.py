"""Slack as a bot reaches it, at a still clock: the line can be cut, and Slack can answer anything."""

import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from aiohttp import ClientSession, ClientTimeout, TCPConnector, web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.courier import Courier
from bot.messages.deliveries import row
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.pacing import Pacer
from bot.routines.deliveries import SeeDeliveries, see
from bot.sandbox.clock import StillClock as SandboxClock
from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox
from handlers.slack.app import Slack
from tests.conftest import OPERATOR, SCHOOL, StillClock
from tests.delivery.post_office import Posting, Stopwatch
from tests.handlers.conftest import routines, screen
from tests.handlers.slack.conftest import http, seed, slack, someone, user_id

__all__ = ["http", "routines", "screen", "slack", "someone"]

ILT, STAFF, GRADE_3 = Audience.ilt(), Audience.all_staff(), Audience.team("grade-3")
CHANNELS = {ILT: "C2", STAFF: "C1", GRADE_3: "C3"}
NAME = "localhost"


class SlacksClock(SandboxClock):
    """Slack's own clock goes with the bot's, unless one of them is wrong."""

    def __init__(self, clock: StillClock) -> None:
        super().__init__(clock.now())
        self.beside = clock
        self.ahead = timedelta()

    def now(self):
        return self.beside.now() + self.ahead


class Line(AbstractResolver):
    """The way to Slack: it can be cut, and its name can be forgotten."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._runner: web.AppRunner | None = None
        self.port = 0
        self.knows_the_name = True

    async def mend(self) -> None:
        self.knows_the_name = True
        if self._runner is None:
            self._runner = web.AppRunner(self._sandbox.web(), access_log=None, shutdown_timeout=0.1)
            await self._runner.setup()
            await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
            self.port = self._runner.addresses[0][1]

    async def cut(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        if not self.knows_the_name:
            raise OSError(f"no address for {host}")
        return [ResolveResult(hostname=host, host="127.0.0.1", port=port, family=family, proto=0, flags=0)]

    async def close(self) -> None:
        await self.cut()


@dataclass
class Delivering:
    """A bot that delivers what it is given as time goes by."""

    courier: Courier
    posting: Posting
    sandbox: Sandbox
    slack: Slack
    clock: StillClock
    watch: Stopwatch
    roster: Roster

    async def ticks(self, minutes: float = 1) -> None:
        """Let so much time go by, and what is due be done."""
        self.clock.advance(minutes=minutes)
        self.watch.seconds += minutes * 60
        await self.courier.settle_overdue()
        await self.courier.deliver_due()

    async def until_it_is(self, key: str, *states: str, within: int = 60) -> int:
        """The minutes until a letter is in one of these states."""
        for minutes in range(within):
            if await self.posting.state(key) in states:
                return minutes
            await self.ticks()
        raise AssertionError(f"{key} is {await self.posting.became(key)} after {within} minutes")

    async def listed(self) -> list[str]:
        """What whoever looks after the bot reads of messages that did not arrive: why, and what to do."""
        async with self.posting.units.reading(SCHOOL) as work:
            report = await see(SeeDeliveries(days=1), actor=OPERATOR, work=work, clock=self.clock)
        return [" ".join(row(one, report)[3:]) for one in report.missed]

    def said(self, audience: Audience) -> list[str]:
        """Everything that stands in a channel, or that somebody was told."""
        reader = user_id(self.roster, "quin-poppy")
        if audience in CHANNELS:
            return [one.words for one in self.sandbox.acting.messages(CHANNELS[audience], reader)]
        person = next(one for one in self.roster.people if one.id == audience.person_id)
        return [one.words for one in self.sandbox.acting.dms(user_id(self.roster, person.key))]

    def person(self, key: str) -> Audience:
        person = self.roster.keyed(key)
        assert person is not None
        return Audience.person(person.id)

    def calls(self, method: str = "chat.postMessage") -> int:
        return len(self.sandbox.calls.of(method))


@pytest.fixture
def patience() -> float:
    """Seconds that an answer may take."""
    return 10


@pytest.fixture
def slacks_clock(clock: StillClock) -> SlacksClock:
    return SlacksClock(clock)


@pytest.fixture
async def sandbox(sample: Roster, slacks_clock: SlacksClock) -> AsyncIterator[Sandbox]:
    generous = (1000.0, 1000)
    limits = Limits(generous, None, generous, generous, generous, trigger_seconds=60)
    sandbox = Sandbox(seed(sample), clock=slacks_clock, limits=limits)
    yield sandbox
    await sandbox.close()


@pytest.fixture
async def line(sandbox: Sandbox) -> AsyncIterator[Line]:
    line = Line(sandbox)
    await line.mend()
    sandbox.base_url = f"http://{NAME}:{line.port}"
    yield line
    await line.close()


@pytest.fixture
async def session(line: Line, patience: float) -> AsyncIterator[ClientSession]:
    by_name = TCPConnector(resolver=line, use_dns_cache=False, force_close=True)
    async with ClientSession(connector=by_name, timeout=ClientTimeout(total=patience)) as session:
        yield session


@pytest.fixture
async def bot(slack: Slack, sandbox: Sandbox, units, clock: StillClock, sample: Roster) -> Delivering:
    await slack.directory.sync(SCHOOL)
    watch = Stopwatch()
    pacer = Pacer(elapsed=watch.elapsed, sleep=watch.sleep)
    courier = Courier(units, slack.messenger, clock, pacer=pacer)
    return Delivering(courier, Posting(units, clock), sandbox, slack, clock, watch, sample)
