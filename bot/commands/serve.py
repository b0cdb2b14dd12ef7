"""`ilt-bot serve`."""

import asyncio
import errno
import os
import signal
import sys
from argparse import Namespace

import structlog
from aiohttp import web

from bot import logs
from bot.app import served
from bot.app.replicas import OUTGROWN
from bot.app.service import Service, running
from bot.app.starting import require_shape
from bot.errors import Problem
from bot.settings import Settings

log = structlog.stdlib.get_logger(__name__)


UNSIGNED = (
    "--teams-dev: nothing from Teams is checked. Whoever reaches this port may say that they are anybody. "
    "Use it only with a Teams client on this computer and a school that is made up."
)


def run(arguments: Namespace) -> int:
    settings = Settings.read()
    if arguments.teams_dev:
        settings = settings.for_teams_development()
        print(f"ilt-bot: {UNSIGNED}", file=sys.stderr)
    if missing := settings.missing():
        raise Problem("\n  ".join(("Not everything is set:", *missing)))
    require_shape(settings)
    logs.configure(pretty=sys.stderr.isatty())
    asyncio.run(serve(settings))
    return 0


async def serve(settings: Settings) -> None:
    """Serve until told to stop (SIGINT or SIGTERM), then finish what was begun; told twice, end at once."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, end, stop, 128 + sign)
    async with running(settings) as service:
        runner = served.runner(service.web(), shutdown_timeout=3)
        try:
            port, about = await listening(runner, settings), await service.about()
            log.info("serving", mode=mode(settings), host=settings.host, port=port, **about)
            await first_of(stop, service.replica.outgrown)
            await drained(service, settings.drain_seconds)
            log.info("stopping")
        finally:
            await runner.cleanup()
    log.info("stopped", **service.left)
    if service.replica.outgrown.is_set():
        raise Problem(OUTGROWN)


def end(stop: asyncio.Event, code: int) -> None:
    """Stop; the second time at once, as if the power had gone: the next start finds out what was begun."""
    if stop.is_set():
        log.warning("ended at once")
        os._exit(code)
    stop.set()


async def first_of(*events: asyncio.Event) -> None:
    """Wait until one of them has come."""
    waiting = [asyncio.create_task(event.wait()) for event in events]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for task in waiting:
        task.cancel()


async def drained(service: Service, seconds: float) -> None:
    """Be not ready for so long, and answer meanwhile: whoever divides the requests sends no more."""
    service.replica.drain()
    if seconds:
        log.info("draining", seconds=seconds)
        await asyncio.sleep(seconds)


async def listening(runner: web.AppRunner, settings: Settings) -> int:
    """Open the port and return its number; raises `Problem` when it cannot be used."""
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
    except OSError as error:
        raise Problem(
            f"Port {settings.port} on {settings.host} cannot be used ({reason(error)}). "
            "Set ILT_PORT or ILT_HOST to another one."
        ) from error
    return int(runner.addresses[0][1])


def reason(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "something else listens there"
    return "it is not this computer's" if error.errno == errno.EADDRNOTAVAIL else "it is not allowed"


def mode(settings: Settings) -> str:
    """How the platforms reach the bot, for the log."""
    ways = {
        "socket": settings.slack_app_token,
        "http": settings.slack_signing_secret,
        "teams": settings.has_teams and not settings.teams_dev,
        "unsigned teams": settings.teams_dev,
    }
    return " and ".join(way for way, is_set in ways.items() if is_set)
