"""`ilt-bot sandbox`: the sample school in a browser tab."""

import asyncio
import contextlib
import logging
import signal
import webbrowser
from argparse import Namespace
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot import logs
from bot.app.sample import SampleSchool, sample_school
from bot.app.sandbox import sandboxed
from bot.errors import Problem
from bot.sandbox.clock import StillClock

BEGINNING = datetime(2026, 10, 19, 12, 0)  # noqa: DTZ001  # the school's own wall clock; its zone comes from its file


def run(arguments: Namespace) -> int:
    logs.configure(level=logging.WARNING, pretty=True)
    sample = replace(sample_school(), is_empty=not arguments.sample)
    clock = StillClock(beginning(arguments.at or BEGINNING, sample))
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(sample, clock, arguments.port, show=not arguments.no_open))
    return 0


def beginning(moment: datetime, sample: SampleSchool) -> datetime:
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(sample.file.school.zone))
    return zoned.astimezone(UTC)


async def serve(sample: SampleSchool, clock: StillClock, port: int, *, show: bool) -> None:
    """Serve the page until told to stop."""
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    try:
        async with sandboxed(sample, clock, port=port) as running:
            print(
                f"\n  {sample.file.school.name} is open at {running.url}\n\n  Stop with Ctrl-C.\n", flush=True
            )
            if show:
                await asyncio.to_thread(webbrowser.open, running.url)
            await stop.wait()
    except OSError as error:
        raise Problem(f"Port {port} is taken. Try `ilt-bot sandbox --port {port + 1}`.") from error
