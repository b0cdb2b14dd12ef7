"""`ilt-bot sandbox`: the sample school in a browser tab."""

import asyncio
import contextlib
import logging
import signal
import socket
import sys
import webbrowser
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot import logs
from bot.app.sample import SampleSchool, sample_school
from bot.app.sandbox import LOOPBACK, sandboxed
from bot.app.standing_in import standing_in, variables
from bot.errors import Problem
from bot.sandbox.clock import StillClock
from bot.settings import is_loopback

OPEN = (
    "--host: whoever reaches this computer over the network can open the page and act as anybody in it. "
    "Nobody real is in it. Write nothing there that is private, and stop it when you are done."
)
BEGINNING = datetime(2026, 10, 19, 12, 0)  # noqa: DTZ001  # the school's own wall clock; its zone comes from its file


def run(arguments: Namespace) -> int:
    logs.configure(level=logging.WARNING, pretty=True)
    sample, show = replace(sample_school(), is_empty=not arguments.sample), not arguments.no_open
    with contextlib.suppress(KeyboardInterrupt):
        if arguments.bot is not None:
            if arguments.at is not None:
                raise Problem("--at moves the sandbox's own clock. A bot elsewhere goes by the real time.")
            if arguments.host is not None:
                raise Problem("With --for, the page is for this computer alone. Leave --host out.")
            asyncio.run(stand_in(arguments.bot, replace(sample, is_empty=False), arguments.port, show=show))
        else:
            clock = StillClock(beginning(arguments.at or BEGINNING, sample))
            host = arguments.host or LOOPBACK
            require_own(host)
            if not is_loopback(host):
                print(f"ilt-bot: {OPEN}", file=sys.stderr)
            asyncio.run(serve(sample, clock, arguments.port, host, show=show))
    return 0


def beginning(moment: datetime, sample: SampleSchool) -> datetime:
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(sample.file.school.zone))
    return zoned.astimezone(UTC)


async def serve(sample: SampleSchool, clock: StillClock, port: int, host: str, *, show: bool) -> None:
    """Serve the page, with a bot under it, until told to stop."""
    with free(port):
        async with sandboxed(sample, clock, port=port, host=host) as running:
            await until_stopped(f"{sample.file.school.name} is open at {running.url}", running.url, show)


async def stand_in(bot: str, sample: SampleSchool, port: int, *, show: bool) -> None:
    """Serve the page, in Slack's place for a bot elsewhere, until told to stop."""
    with free(port):
        async with standing_in(bot, sample, port=port) as url:
            told = variables(url).replace("\n", "\n    ")
            said = (
                f"{sample.file.school.name} is open at {url}\n\n"
                f"  What people do there goes to the bot at {bot}. It takes this for Slack with\n\n"
                f"    {told}\n\n  and its school is the one in examples/school.yaml."
            )
            await until_stopped(said, url, show)


async def until_stopped(said: str, url: str, show: bool) -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    print(f"\n  {said}\n\n  Stop with Ctrl-C.\n", flush=True)
    if show:
        await asyncio.to_thread(webbrowser.open, url)
    await stop.wait()


@contextlib.contextmanager
def free(port: int) -> Iterator[None]:
    """Say it in words when the port is not free."""
    try:
        yield
    except OSError as error:
        raise Problem(f"Port {port} is taken. Try `ilt-bot sandbox --port {port + 1}`.") from error


def require_own(host: str) -> None:
    """Raise `Problem` when the address is not one of this computer's."""
    try:
        family = socket.getaddrinfo(host, 0, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, 0), family=family).close()
    except OSError as error:
        raise Problem(
            f"{host} is not an address of this computer. Write 0.0.0.0, or leave --host out."
        ) from error
