"""`make bench`: measure, and print each figure beside the floor it is compared with."""

import asyncio
import logging
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from bot import logs
from tests.bench import delivering, moving_in, performing

ROUNDS = 5
DEPENDENCIES = "import aiohttp, slack_bolt.async_app, sqlalchemy.ext.asyncio, apscheduler, pydantic_settings"
SERVICE = "import bot.app.service"
HELP = "from bot.__main__ import parser; parser()"


@dataclass(frozen=True)
class Figure:
    """A measurement beside its floor, in seconds; the ratio is what counts."""

    name: str
    ours: float
    floor: float
    target: float | None = None

    def line(self) -> str:
        ratio = self.ours / self.floor
        verdict = ""
        if self.target is not None:
            verdict = f"target {self.target:5.2f}x  {'ok' if ratio <= self.target else 'MISSED'}"
        return (
            f"{self.name:<58} {self.ours * 1000:9.2f} ms {self.floor * 1000:9.2f} ms {ratio:8.2f}x  {verdict}"
        )


def importing(words: str) -> float:
    """Seconds to start Python and import something, the middle of several."""

    def once() -> float:
        started = perf_counter()
        subprocess.run([sys.executable, "-c", words], check=True)
        return perf_counter() - started

    return median(once() for _ in range(ROUNDS))


async def each(work: Callable[[], Awaitable[object]], times: int) -> float:
    """Seconds for one of `times` runs, the middle of several rounds."""
    found = []
    for _ in range(ROUNDS):
        started = perf_counter()
        for _ in range(times):
            await work()
        found.append((perf_counter() - started) / times)
    return median(found)


async def measured() -> list[Figure]:
    figures = []
    async with performing.Bench() as bench:
        read, write = await each(bench.read_raw, 50), await each(bench.write_raw, 50)
        ask, give, idle = await each(bench.ask, 30), await each(bench.give, 20), await each(bench.tick, 10)
        figures.append(Figure("A question (who is this?) / a raw read", ask, read))
        figures.append(Figure("A form kept (staff input) / a raw commit", give, write))
        figures.append(Figure("A tick with nothing due / a question", idle, ask))
    async with delivering.Bench() as post:
        raw, ours = await each(post.post_raw, 40), await post.deliver(200)
        figures.append(Figure("A letter claimed, sent and marked / a raw post", ours, raw, 2))
    return figures


def main() -> None:
    logs.configure(level=logging.ERROR)
    dependencies = importing(DEPENDENCIES)
    figures = [
        Figure("Importing the service / its dependencies", importing(SERVICE), dependencies, 1.15),
        Figure("The command line's help / the dependencies", importing(HELP), dependencies, 0.35),
        *asyncio.run(measured()),
    ]
    print(f"{'':58} {'ours':>12} {'floor':>12}")
    print("\n".join(figure.line() for figure in figures))
    print(moving_in.line())


if __name__ == "__main__":
    main()
