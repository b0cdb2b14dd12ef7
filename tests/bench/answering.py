"""From a slash command over HTTP to its acknowledgement, beside Bolt on aiohttp."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from urllib.parse import urlsplit

from aiohttp import ClientSession, web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request

from bot.app.sample import SECRET
from handlers.slack.http import PATH
from tests.bench.asking import Asked, Whom, asked
from tests.bench.dispatching import MANY, bare, ours
from tests.bench.places import Place
from tests.bench.rows import Row, Target, alone, compared, interleaved
from tests.bench.scale import Scale
from tests.bench.starting import beside_slack, ready

CONNECTIONS, RATE = 16, 50.0


@asynccontextmanager
async def server(kind: str, scale: Scale) -> AsyncIterator[Whom]:
    """A server of one kind: a process of its own, or in a short run this one."""
    if scale.is_short:
        async with serving(kind) as port:
            yield Whom(port)
        return
    command = (sys.executable, "-m", "tests.bench.answering", kind)
    running = await asyncio.create_subprocess_exec(*command, stdout=PIPE)
    try:
        assert running.stdout is not None
        yield Whom(int(await running.stdout.readline()))
    finally:
        running.kill()
        await running.wait()


@asynccontextmanager
async def the_bot(scale: Scale) -> AsyncIterator[Whom]:
    """`ilt-bot serve` with the sample school, and a Slack to answer to in this process."""
    async with beside_slack(scale) as (made, slack):
        bot = made()
        await bot.start()
        try:
            await ready(bot)
            team, user = slack.sandbox.workspace.seed.team, slack.sandbox.workspace.seed.users[0]
            yield Whom(int(urlsplit(await bot.url()).port or 0), team.id, user.id, SECRET)
        finally:
            await bot.kill()


def rate(whom: Whom, seconds: float) -> Callable[[], Awaitable[float]]:
    """Measures answers a second over a few connections."""

    async def measured() -> float:
        return (await asked(whom, seconds=seconds, connections=CONNECTIONS)).rate

    return measured


async def rows(scale: Scale, place: Place) -> AsyncIterator[Row]:
    seconds = scale.of(20, 1) / 10
    async with AsyncExitStack() as stack:
        floor = await stack.enter_async_context(server("bolt", scale))
        ilt = await stack.enter_async_context(server("ours", scale))
        yield compared(
            f"Slash command over HTTP to its acknowledgement, {CONNECTIONS} connections",
            await interleaved(rate(ilt, seconds), rate(floor, seconds), scale.rounds),
            against="Bolt on aiohttp, process_before_response=True",
            unit="/s",
            target=Target("at least", 0.80),
        )
    async with the_bot(scale) as whom:
        found: list[Asked] = [
            await asked(whom, seconds=scale.of(5, 1), rate=RATE) for _ in range(scale.rounds)
        ]
    yield alone(
        f"99 of 100 slash commands acknowledged, {RATE:.0f} a second, each answered",
        [one.most for one in found],
        unit="ms",
        target=Target("at most", 50),
    )


@asynccontextmanager
async def serving(kind: str) -> AsyncIterator[int]:
    """Serve while the block lasts, on this port."""
    async with ClientSession() as session:
        app = web.Application()
        if kind == "ours":
            app.add_routes(ours(session, MANY).door.routes())
        else:
            bolt = bare(session)

            async def answer(request: web.Request) -> web.Response:
                return await to_aiohttp_response(await bolt.async_dispatch(await to_bolt_request(request)))

            app.add_routes([web.post(PATH, answer)])
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            yield int(runner.addresses[0][1])
        finally:
            await runner.cleanup()


async def serve(kind: str) -> None:
    """Serve until killed; the port is said first."""
    async with serving(kind) as port:
        print(port, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
