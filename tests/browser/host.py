"""The sandbox in a thread of its own, as somebody runs it in a terminal, for a browser to visit."""

import asyncio
import shutil
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, sync_playwright

from bot.app.sample import sample_school
from bot.app.sandbox import sandboxed
from bot.sandbox.clock import StillClock
from tests.world import UNHURRIED, World, accounts

MONDAY_NOON = datetime(2026, 10, 19, 18, 0, tzinfo=UTC)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
NO_CHROMIUM = (
    "There is no Chromium on this machine: none of chromium, chromium-browser, google-chrome was found."
)
PATIENCE = 120
"""Seconds after which something hangs, on however slow a machine."""


class Host:
    """Runs the sample school in a thread until told to stop."""

    def __init__(self) -> None:
        self._thread = threading.Thread(target=self._run, name="sandbox", daemon=True)
        self._opened = threading.Event()
        self._failed: BaseException | None = None

    def start(self) -> None:
        """Return once the page of the school, `world`, can be visited."""
        self._thread.start()
        assert self._opened.wait(PATIENCE), "the sandbox did not start"
        if self._failed:
            raise self._failed

    def lives(self, meanwhile: Coroutine[None, None, None]) -> None:
        """Let others do something in the school, without the page."""
        asyncio.run_coroutine_threadsafe(meanwhile, self._loop).result(PATIENCE)

    def passes(self, day: date, wall: time) -> None:
        """Let time pass up to a moment of the school's clock."""
        self.lives(self._pass(day, wall))

    async def _pass(self, day: date, wall: time) -> None:
        await self.world.until(day, wall)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(PATIENCE)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as failure:  # noqa: BLE001  # whatever it is belongs to the thread that waits
            self._failed = failure
        finally:
            self._opened.set()

    async def _serve(self) -> None:
        sample, clock = sample_school(), StillClock(MONDAY_NOON)
        self._loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
        async with sandboxed(sample, clock, limits=UNHURRIED) as running:
            self.world = World(running, clock, accounts(sample), ZoneInfo(sample.file.school.zone))
            self._opened.set()
            await self._stopping.wait()


@contextmanager
def hosted() -> Iterator[Host]:
    """Run the sample school while the block lasts."""
    host = Host()
    host.start()
    try:
        yield host
    finally:
        host.stop()


def chromium_path() -> str | None:
    """Where a Chromium is on this machine, None when there is none."""
    return next((path for name in CHROMIUM if (path := shutil.which(name))), None)


@contextmanager
def launched(path: str) -> Iterator[Browser]:
    """Run a headless Chromium while the block lasts."""
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()
