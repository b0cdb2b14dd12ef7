"""From a form that is sent to its words kept and its acknowledgement, beside one bare commit."""

from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import count
from time import perf_counter

from storage import tables
from storage.engine import Engines
from tests.bench.dispatching import Unfollowed
from tests.bench.on_slack import OnSlack, on_slack
from tests.bench.places import Place
from tests.bench.rows import Row, Target, compared, interleaved
from tests.bench.scale import Scale
from tests.databases import MONDAY_NOON

WORDS = {"see": "The copier in the east hall jams every morning before first period.", "mode": "named"}


def commits(engines: Engines, times: int) -> Callable[[], Awaitable[float]]:
    """Measures milliseconds for one row written and kept."""
    numbers, requests = count(), tables.work.requests

    async def measured() -> float:
        started = perf_counter()
        for _ in range(times):
            async with engines.writer.begin() as connection:
                row = {"key": f"bench/{next(numbers)}", "kept_at": MONDAY_NOON}
                await connection.execute(requests.insert().values(row))
        return (perf_counter() - started) * 1000 / times

    return measured


async def submissions(bot: OnSlack, times: int) -> Callable[[], Awaitable[float]]:
    """Measures milliseconds for one form handed in; what is said afterwards is left out."""
    user = next(user.id for user in bot.sandbox.workspace.seed.users if "uma" in user.handle)
    form = await bot.form(user, "/ilt input", WORDS)
    door = (await bot.beside(Unfollowed())).door

    async def measured() -> float:
        knocks = [form.again() for _ in range(times)]
        started = perf_counter()
        for knock in knocks:
            answer = await door.answer(knock.body, knock.headers)
            assert "errors" not in answer.body, answer.body
        return (perf_counter() - started) * 1000 / times

    return measured


async def rows(scale: Scale, place: Place) -> AsyncIterator[Row]:
    times = scale.of(40, 2)
    async with on_slack(await place.school()) as bot:
        yield compared(
            "A form sent, kept and acknowledged",
            await interleaved(await submissions(bot, times), commits(bot.core.engines, times), scale.rounds),
            against="one bare commit through the same engine",
            unit="ms",
            target=Target("at most", 2.0),
            database=place.name,
        )
