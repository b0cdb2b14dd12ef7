"""How the bot serves HTTP to whoever reaches its port."""

import asyncio
import gzip
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web

from bot.app.served import IDLE, application, runner
from tests.serving.process import until

BOMB = gzip.compress(b"0" * 50_000_000)
"""Fifty megabytes in fifty kilobytes."""


@asynccontextmanager
async def served(app):
    made = runner(app, shutdown_timeout=0.1)
    await made.setup()
    try:
        await web.TCPSite(made, "127.0.0.1", 0).start()
        yield made, f"http://127.0.0.1:{made.addresses[0][1]}"
    finally:
        await made.cleanup()


async def measured(request: web.Request) -> web.Response:
    return web.Response(text=str(len(await request.read())))


async def test_what_is_sent_packed_is_never_unpacked():
    app = application(client_max_size=1024 * 1024)
    app.add_routes([web.post("/", measured)])
    async with served(app) as (_, url), ClientSession() as session:
        packed = {"Content-Encoding": "gzip"}
        async with session.post(url, data=BOMB, headers=packed) as response:
            assert int(await response.text()) == len(BOMB)


async def test_a_connection_that_asks_for_nothing_is_closed_after_a_while():
    async with served(application()) as (made, _):
        _, writer = await asyncio.open_connection(*made.addresses[0])
        writer.write(b"GET / HTTP/1.1\r\nHost: bot\r\nX-Slow: ")
        await writer.drain()
        (held,) = await until(lambda: made.server.connections)
        assert held.keepalive_timeout == IDLE
        assert 60 < IDLE < 120, "longer than nginx keeps a connection it does not use, and not by much"
        writer.close()


async def test_too_many_or_too_long_headers_are_turned_away():
    async with served(application()) as (made, _):
        for headers in (b"X: y\r\n" * 500, b"X: " + b"y" * 70_000 + b"\r\n"):
            reader, writer = await asyncio.open_connection(*made.addresses[0])
            writer.write(b"GET / HTTP/1.1\r\nHost: bot\r\n" + headers + b"\r\n")
            assert b" 400 " in await reader.readline()
            writer.close()
