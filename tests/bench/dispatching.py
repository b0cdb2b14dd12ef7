"""From a signed slash command to its acknowledgement, inside one process, beside a bare Bolt app."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from time import thread_time
from typing import Any

from aiohttp import ClientSession
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.perform import Performer
from bot.routines.start import Start
from handlers.catalogue import catalogue
from handlers.platform.afterwards import Afterwards, Apology, Work
from handlers.platform.verbs import MENU, AnyInteraction
from handlers.slack.app import Slack, assembled
from handlers.slack.workspaces import Workspace
from storage.engine import connect
from storage.units_of_work import UnitsOfWork
from tests.bench.knocking import SECRET, TEAM, Knock, command
from tests.bench.places import Place
from tests.bench.rows import Row, Target, compared, interleaved
from tests.bench.scale import Scale
from tests.databases import MONDAY_NOON, SCHOOL, StillClock

MANY = 200
Dispatch = Callable[[Knock], Awaitable[int]]
"""Answers one request with a status."""


class Unfollowed(Afterwards):
    """What follows an acknowledgement is left out: on the floor, nothing follows it either."""

    def __init__(self) -> None:
        super().__init__()
        self._nothing: asyncio.Task[object] = asyncio.create_task(asyncio.sleep(0, None))

    def start(self, name: str, work: Work, apology: Apology | None = None) -> asyncio.Task[object]:
        work.close()
        return self._nothing


def bare(session: ClientSession) -> AsyncApp:
    """A Bolt app that does nothing, as quickly as Bolt can, told who we are from memory."""
    known = AuthorizeResult(enterprise_id=None, team_id=TEAM, bot_token="xoxb-bench", bot_user_id="U0BOT")

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return known

    app = AsyncApp(
        signing_secret=SECRET,
        authorize=authorize,  # type: ignore[arg-type]  # Bolt fills arguments by name
        client=AsyncWebClient(session=session, retry_handlers=[]),
        process_before_response=True,
    )

    @app.command("/ilt")
    async def listener(ack: AsyncAck) -> None:
        await ack()

    return app


def ours(session: ClientSession, interactions: int) -> Slack:
    """The bot's own door with so many interactions behind it; no database is opened."""
    clock = StillClock(MONDAY_NOON)
    units = UnitsOfWork(connect("sqlite:///never-opened.db"))
    slack = assembled(
        some(interactions),
        nothing_on_home,
        perform=Performer(units, clock),
        session=session,
        base_url="http://127.0.0.1:9/api/",
        everywhere=units,
        signing_secret=SECRET,
        afterwards=Unfollowed(),
    )
    slack.workspaces.add(Workspace(SCHOOL, TEAM, "xoxb-bench", "U0BOT", "B0BOT"))
    return slack


def some(interactions: int) -> list[AnyInteraction]:
    """The menu, and as many others as are still wanted."""
    found = [one for one in catalogue(Start([])) if one.usage is not None]
    menu = next(one for one in found if one.verb == MENU)
    more = (
        replace(found[n % len(found)], verb=f"{n}-{found[n % len(found)].verb}")
        for n in range(interactions - 1)
    )
    return [*more, menu]


async def nothing_on_home(actor: Any) -> Any:
    raise AssertionError("nobody opens Home here")


def through_bolt(app: AsyncApp) -> Dispatch:
    async def dispatch(knock: Knock) -> int:
        asked = AsyncBoltRequest(body=knock.body.decode(), headers=knock.headers)  # type: ignore[arg-type]
        return int((await app.async_dispatch(asked)).status)

    return dispatch


def through_the_door(slack: Slack) -> Dispatch:
    async def dispatch(knock: Knock) -> int:
        return (await slack.door.answer(knock.body, knock.headers)).status

    return dispatch


def rate(dispatch: Dispatch, times: int) -> Callable[[], Awaitable[float]]:
    """Measures requests in a second of the processor's time, so that whatever else runs does not count."""

    async def measured() -> float:
        knock = command(MENU)
        started = thread_time()
        for _ in range(times):
            assert await dispatch(knock) == 200
        return times / (thread_time() - started)

    return measured


async def rows(scale: Scale, place: Place) -> AsyncIterator[Row]:
    times = scale.of(1000, 5)
    async with ClientSession() as session:
        floor = rate(through_bolt(bare(session)), times)
        one = rate(through_the_door(ours(session, 1)), times)
        many = rate(through_the_door(ours(session, MANY)), times)
        yield compared(
            "Slash command to its acknowledgement, in process",
            await interleaved(one, floor, scale.rounds),
            against="a bare Bolt app with one empty listener",
            unit="/s",
            target=Target("at least", 0.60),
        )
        yield compared(
            f"The same with {MANY} interactions",
            await interleaved(many, one, scale.rounds),
            against="the same with one",
            unit="/s",
            target=Target("at least", 0.90),
        )
