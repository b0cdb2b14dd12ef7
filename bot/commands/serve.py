"""`ilt-bot serve`."""

import asyncio
import signal
import sys
from argparse import Namespace

import structlog
from aiohttp import web

from bot import logs
from bot.app.service import running
from bot.errors import Problem
from bot.settings import Settings

log = structlog.stdlib.get_logger(__name__)


def run(arguments: Namespace) -> int:
    settings = Settings()
    if missing := settings.missing():
        raise Problem("\n  ".join(("Not everything is set:", *missing)))
    logs.configure(pretty=sys.stderr.isatty())
    asyncio.run(serve(settings))
    return 0


async def serve(settings: Settings) -> None:
    """Serve until told to stop (SIGINT or SIGTERM), then finish what was begun."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stop.set)
    async with running(settings) as app:
        runner = web.AppRunner(app, access_log=None, handle_signals=False)
        await runner.setup()
        site = web.TCPSite(runner, settings.host, settings.port)
        try:
            await site.start()
        except OSError as error:
            raise Problem(
                f"Port {settings.port} on {settings.host} cannot be used. Set ILT_PORT to another one."
            ) from error
        mode = "socket" if settings.slack_app_token else "http"
        log.info("serving", mode=mode, host=settings.host, port=settings.port)
        await stop.wait()
        log.info("stopping")
        await runner.cleanup()
