"""The sandbox as Slack, with a door for each process of the bot, so that it is seen who speaks."""

from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from time import time

from aiohttp import web

from bot.app.core import SystemClock, assembled
from bot.app.sample import SECRET, TOKEN, SampleSchool, seeded
from bot.sandbox.clock import StillClock
from bot.sandbox.limits import Limits
from bot.sandbox.seed import Seed
from bot.sandbox.server import Sandbox
from storage.engine import connect
from tests.torture.luck import Unlucky
from tests.torture.reading import Read, marks_in, read_in
from tests.torture.record import Record

API, ANSWERS, POST = "/api/{method}", "/respond/", "chat.postMessage"
GENEROUS = Limits(
    posts=(1e6, 10**6),
    tier_2=(1e6, 10**6),
    tier_3=(1e6, 10**6),
    tier_4=(1e6, 10**6),
    retry_events_after=(0.1, 0.5, 2.0),
)
"""Who says "wait" is chance; how the bot keeps to Slack's own pace is measured elsewhere."""
HISTORY_OF_CHANNELS = ("channels:history", "groups:history")


class MovingClock(StillClock):
    """The real time: the bot beside it knows no other."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class Slack:
    """One workspace that several schools share."""

    words = ()

    def __init__(self, schools: list[SampleSchool], faults: Unlucky, doors: int, *, readable: bool) -> None:
        seed = shared(
            [seeded(school, assembled(connect("sqlite:///unused"), SystemClock())) for school in schools]
        )
        clock = MovingClock(datetime.now(UTC))
        self.sandbox = Sandbox(seed, clock=clock, limits=GENEROUS, faults=faults)
        self.speaking: Counter[int] = Counter()
        self.spoken: Counter[int] = Counter()
        self.record = Record()
        self.told: defaultdict[str, list[str]] = defaultdict(list)
        """What the bot said to whoever asked for something, by the address that came with the request."""
        self.urls: list[str] = []
        """Slack's address for each process: one place, so that answers may go there, with a door for each."""
        self._doors = doors
        self._runner: web.AppRunner | None = None
        if not readable:
            self.sandbox.workspace.scopes.difference_update(HISTORY_OF_CHANNELS)

    async def open(self) -> None:
        application = self.sandbox.web()
        answer = next(one.handler for one in application.router.routes() if canonical(one) == API)
        application.router.add_route("*", f"/{{door}}{API}", answer)
        application.middlewares.append(self._count)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.sandbox.base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self.urls = [f"{self.sandbox.base_url}/{door}/api/" for door in range(self._doors)]

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    def variables(self, number: int) -> dict[str, str]:
        """What a process is told of Slack."""
        return {
            "SLACK_BOT_TOKEN": TOKEN,
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_API_URL": self.urls[number],
            "ILT_SCHOOL": "all",
        }

    async def greeted(self, url: str) -> None:
        """It knows its workspace by itself."""

    def in_flight(self, number: int) -> int:
        """How many messages of a process wait for an answer."""
        return self.speaking[number]

    def ever_sent(self, number: int) -> int:
        return self.spoken[number]

    def read(self) -> dict[str, list[Read]]:
        return read_in(self.sandbox.workspace)

    def marks(self) -> Counter[tuple[str, int]]:
        return marks_in(self.sandbox.workspace)

    async def settled(self) -> None:
        """Wait until no event is to be told again."""
        await self.sandbox.events.settled()

    @web.middleware
    async def _count(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Know how many messages each process waits for an answer to."""
        if request.path.startswith(ANSWERS):
            self.told[request.match_info["id"]].append(await request.text())
        if "door" not in request.match_info:
            return await handler(request)
        door, is_post = int(request.match_info["door"]), request.match_info["method"] == POST
        heard = await self.record.begun(request, door, request.match_info["method"])
        self.speaking[door] += is_post
        self.spoken[door] += is_post
        try:
            return await handler(request)
        finally:
            heard.ended = time()
            self.speaking[door] -= is_post


def canonical(route: web.AbstractRoute) -> str:
    return route.resource.canonical if route.resource is not None else ""


def shared(seeds: list[Seed]) -> Seed:
    """One workspace with the people and channels of all."""
    users, channels = list(seeds[0].users), list(seeds[0].channels)
    for number, seed in enumerate(seeds[1:], start=1):
        account = {user.id: f"U{number}{user.id[1:]}" for user in seed.users}
        users += [replace(user, id=account[user.id], handle=f"{user.handle}.{number}") for user in seed.users]
        channels += [
            replace(
                one, id=f"C{number}{one.id[1:]}", members=tuple(account[member] for member in one.members)
            )
            for one in seed.channels
        ]
    return replace(seeds[0], users=tuple(users), channels=tuple(channels))
