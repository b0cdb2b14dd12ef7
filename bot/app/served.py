"""How the bot serves HTTP: what no answer goes out without, and what a connection may not do."""

from typing import Any

from aiohttp import web

IDLE = 75.0
"""Seconds a connection may ask for nothing, or take over its headers; a proxy keeps its own for a minute."""

ALWAYS = {
    "Server": "ilt-bot",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""A browser takes an answer for what it says it is, runs and embeds nothing, and passes no address on."""


async def kept_apart(_request: web.Request, response: web.StreamResponse) -> None:
    """Say so on an answer, and that it is not to be kept unless it says otherwise itself."""
    response.headers.update(ALWAYS)
    response.headers.setdefault("Cache-Control", "no-store")


def application(**more: Any) -> web.Application:
    """A web application whose every answer says so, also that there is nothing at an address."""
    made = web.Application(**more)
    made.on_response_prepare.append(kept_apart)
    return made


def runner(app: web.Application, *, shutdown_timeout: float) -> web.AppRunner:
    """What serves it: quiet, impatient, and not made to unpack what is sent packed, as no platform does."""
    return web.AppRunner(
        app,
        access_log=None,
        handle_signals=False,
        shutdown_timeout=shutdown_timeout,
        keepalive_timeout=IDLE,
        auto_decompress=False,
    )
