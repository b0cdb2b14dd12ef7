"""A sandbox in place of Slack, and the bot beside it as a process of its own."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.app.core import SystemClock, assembled
from bot.app.sample import APP_TOKEN, SECRET, TOKEN, seeded
from bot.sandbox.acting import Acting
from bot.sandbox.clock import StillClock
from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox
from storage.engine import connect
from tests.databases import copied_now, sample
from tests.serving.inside import Inside
from tests.serving.process import Serving
from tests.world import UNHURRIED, accounts


class MovingClock(StillClock):
    """The real time: the bot beside it knows no other."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class Slack:
    """The sandbox on a port of its own, which may be closed and opened again."""

    def __init__(self, limits: Limits | None = None) -> None:
        school = sample()
        core = assembled(connect("sqlite:///unused"), SystemClock())
        clock = MovingClock(datetime.now(UTC))
        self.sandbox = Sandbox(seeded(school, core), clock=clock, limits=limits)
        self.people = accounts(school)
        self._runner: web.AppRunner | None = None
        self._port = 0

    async def open(self, *spoilers: Middleware) -> None:
        application = self.sandbox.web()
        application.middlewares.extend(spoilers)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]
        self.sandbox.base_url = f"http://127.0.0.1:{self._port}"

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @property
    def api(self) -> str:
        return f"{self.sandbox.base_url}/api/"

    @property
    def acting(self) -> Acting:
        return self.sandbox.acting

    def channel(self, name: str) -> str:
        found = self.sandbox.workspace.conversations.values()
        return next(one.id for one in found if one.name == name)

    def letters(self, key: str) -> list[str]:
        """The bot's direct messages to somebody, oldest first."""
        return [one.words for one in self.acting.dms(self.people[key]) if not one.ephemeral]


@pytest.fixture
def limits() -> Limits:
    return UNHURRIED


@pytest.fixture
async def slack(limits: Limits) -> AsyncIterator[Slack]:
    opened = Slack(limits)
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def folder(sample_database: Path, tmp_path: Path) -> Path:
    """Where the bot runs: a database with the sample school, which has been there since this moment."""
    copied_now(sample_database, tmp_path / "ilt.db")
    return tmp_path


def variables(slack: Slack, mode: str) -> dict[str, str]:
    """The settings of a bot in a mode: "http", "socket" or "both"."""
    tokens = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_API_URL": slack.api}
    if mode != "http":
        tokens["SLACK_APP_TOKEN"] = APP_TOKEN
    if mode != "socket":
        tokens["SLACK_SIGNING_SECRET"] = SECRET
    return {**tokens, "ILT_PORT": "0", "ILT_LOOK_AGAIN_SECONDS": "0.5"}


@pytest.fixture
async def serving(folder: Path, slack: Slack) -> AsyncIterator[Callable[..., Serving]]:
    """Makes an `ilt-bot serve` in a mode ("http", "socket" or "both"), to be started by the test."""
    made: list[Serving] = []

    def serving_in(mode: str = "http", *, cold: bool = False, **more: str) -> Serving:
        made.append(Serving(folder, variables(slack, mode) | more, cold=cold))
        return made[-1]

    yield serving_in
    for one in made:
        await one.kill()


@pytest.fixture
async def inside(folder: Path, slack: Slack) -> AsyncIterator[Callable[..., Inside]]:
    """Makes the same bot inside this process, to be started by the test."""
    made: list[Inside] = []

    def inside_in(mode: str = "http", **more: str) -> Inside:
        made.append(Inside(folder, variables(slack, mode) | more))
        return made[-1]

    yield inside_in
    for one in made:
        await one.stop()
