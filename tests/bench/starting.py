"""From nothing to a bot that is ready, and what it takes while nothing happens."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from aiohttp import ClientError

from tests.bench.places import Place
from tests.bench.rows import Row, Target, alone, compared, interleaved
from tests.bench.scale import Scale
from tests.databases import copied_now, with_the_sample_school
from tests.serving.conftest import Slack, variables
from tests.serving.process import ROOT, Serving, environment, until

DEPENDENCIES = ", ".join(
    (
        "aiohttp.web",
        "aiosqlite",
        "apscheduler.schedulers.asyncio",
        "cryptography.hazmat.primitives.ciphers.aead",
        "prometheus_client",
        "pydantic_settings",
        "slack_bolt.async_app",
        "sqlalchemy.ext.asyncio",
        "structlog",
        "yaml",
    )
)
"""What a bot that serves one workspace from one file cannot do without."""
IMPORTS = f"import {DEPENDENCIES}"
RESIDENT = f"{IMPORTS}; print(open('/proc/self/status').read().partition('VmRSS:')[2].split()[0])"
IMPORTING = "importing the dependencies"
AS_IT_COMES = {"ILT_LOOK_AGAIN_SECONDS": "10"}
"""Tests look for what has changed far more often than a school's bot does."""


def timed(*arguments: str) -> Callable[[], Awaitable[float]]:
    """Measures seconds for Python to start, do this and end."""

    async def measured() -> float:
        started = perf_counter()
        await asyncio.to_thread(python, *arguments)
        return perf_counter() - started

    return measured


def python(*arguments: str) -> str:
    """What a Python of its own says, with nothing in its environment but what the bot needs."""
    run = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment(), check=True, capture_output=True, text=True
    )
    return run.stdout


@asynccontextmanager
async def beside_slack(scale: Scale) -> AsyncIterator[tuple[Callable[[], Serving], Slack]]:
    """Makes bots with the sample school in their database, and the Slack they speak to."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="ilt-bench-")))
        await with_the_sample_school(f"sqlite:///{folder / 'template.db'}")
        copied_now(folder / "template.db", folder / "ilt.db")
        slack = Slack()
        await slack.open()
        stack.push_async_callback(slack.close)
        told = variables(slack, "http") | AS_IT_COMES
        yield lambda: Serving(folder, told, cold=not scale.is_short), slack


async def rows(scale: Scale, place: Place) -> AsyncIterator[Row]:
    importing = timed("-c", IMPORTS)
    async with beside_slack(scale) as (serving, _):

        async def to_ready() -> float:
            bot = serving()
            started = perf_counter()
            await bot.start()
            try:
                await ready(bot)
                return perf_counter() - started
            finally:
                await bot.kill()

        yield compared(
            "From its start to a bot that is ready",
            await interleaved(to_ready, importing, scale.rounds),
            against=IMPORTING,
            unit="s",
            target=Target("at most", 1.15),
        )
        yield compared(
            "ilt-bot --help",
            await interleaved(timed("-m", "bot", "--help"), importing, scale.rounds),
            against=IMPORTING,
            unit="s",
            target=Target("at most", 0.35),
        )
        bot = serving()
        await bot.start()
        try:
            await ready(bot)
            await asyncio.sleep(scale.of(5, 0))
            yield compared(
                "Memory of a bot at rest",
                [
                    (resident(bot.process.pid), int(python("-c", RESIDENT)) / 1024)
                    for _ in range(scale.rounds)
                ],
                against="a process that has imported the dependencies",
                unit="MB",
                target=Target("at most", 1.25),
            )
            yield alone(
                "Processor time of a bot at rest",
                [await busy(bot.process.pid, scale.of(6, 1)) for _ in range(scale.rounds)],
                unit="%",
                target=Target("at most", 0.5),
            )
        finally:
            await bot.kill()


async def ready(bot: Serving) -> None:
    """Wait until it is, however busy this machine is with something else."""

    async def is_ready() -> bool:
        try:
            return (await bot.asked("/readyz"))[0] == 200
        except (ClientError, TimeoutError):
            return False

    await until(is_ready, within=120)


def imported() -> float:
    """Megabytes that the dependencies have in memory once they are imported."""
    return int(python("-c", RESIDENT)) / 1024


def resident(pid: int) -> float:
    """Megabytes that a process has in memory."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


async def busy(pid: int, seconds: int) -> float:
    """The share of one processor that a process takes, in percent, over so many seconds."""
    before = processor_time(pid)
    await asyncio.sleep(seconds)
    return 100 * (processor_time(pid) - before) / seconds


def processor_time(pid: int) -> float:
    """Seconds that a process has kept a processor busy."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
