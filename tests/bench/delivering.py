"""What a letter costs from the outbox to Slack and back, beside bare posts to the same server."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import count
from time import perf_counter

from slack_sdk.web.async_client import AsyncWebClient

from bot.app.core import reasons
from bot.app.sample import TOKEN
from bot.courier import Courier
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.pacing import Pace, Pacer
from tests.bench.on_slack import OnSlack, on_slack
from tests.bench.places import Place
from tests.bench.rows import Row, Target, compared, interleaved
from tests.bench.scale import Scale
from tests.databases import MONDAY_NOON, SCHOOL

AT_ONCE = 32
UNPACED = Pace(workspace=1e6, workspace_burst=10**6, channel=1e6, channel_burst=10**6, in_flight=AT_ONCE)


def posts(bot: OnSlack, times: int) -> Callable[[], Awaitable[float]]:
    """Measures messages a second that are posted barely, so many at once, over one session."""
    client = AsyncWebClient(
        token=TOKEN, base_url=f"{bot.sandbox.base_url}/api/", session=bot.session, retry_handlers=[]
    )

    async def measured() -> float:
        numbers = iter(range(times))

        async def post() -> None:
            for number in numbers:
                await client.chat_postMessage(channel="C0ALLSTAFF", text=f"Letter {number}")

        started = perf_counter()
        await asyncio.gather(*(post() for _ in range(AT_ONCE)))
        return times / (perf_counter() - started)

    return measured


def letters(bot: OnSlack, times: int) -> Callable[[], Awaitable[float]]:
    """Measures letters a second that the courier takes, reads again, hands over and marks."""
    core, numbers = bot.core, count()
    courier = Courier(core.units, bot.slack.messenger, core.clock, reasons=reasons(), pacer=Pacer(UNPACED))

    async def measured() -> float:
        async with core.units.writing(SCHOOL) as work:
            roster = await work.people.roster()
            for number in range(times):
                await work.outbox.post(
                    Audience.person(roster.people[number % len(roster.people)].id),
                    Message("words", (paragraph(f"Letter {number}"),)),
                    key=f"bench/{next(numbers)}",
                    due_at=MONDAY_NOON,
                )
        started = perf_counter()
        assert await courier.deliver_due() == times
        return times / (perf_counter() - started)

    return measured


async def rows(scale: Scale, place: Place) -> AsyncIterator[Row]:
    times = scale.of(500, 20)
    async with on_slack(await place.school()) as bot:
        yield compared(
            "Letters taken, sent and marked",
            await interleaved(letters(bot, times), posts(bot, times), scale.rounds),
            against="a bare chat.postMessage loop on a shared session, as many at once",
            unit="/s",
            target=Target("at least", 0.5),
            database=place.name,
        )
