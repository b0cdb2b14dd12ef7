"""The sandbox as Microsoft Teams, which tells no bot what has arrived: nobody can look up any letter, so each
errs on the side that it declared."""

import asyncio
import json
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from time import time

from aiohttp import web

from bot.app.sample import SampleSchool
from bot.sandbox.teams.limits import Limits
from bot.sandbox.teams.seed import App, Person, Seed, Team
from bot.sandbox.teams.server import Teams
from tests.torture.luck import Unlucky
from tests.torture.reading import LETTER, Read
from tests.torture.record import Record
from tests.torture.slack import MovingClock

TENANT, EVERYBODY = "99999999-8888-7777-6666-555555555555", "19:everybody@thread.tacv2"
APP = App("11111111-2222-3333-4444-555555555555", "ILT Bot", "")
POST, CONTINUED = "activities.create", "(continued) "


class OnTeams:
    """A tenant with the people of one school in it."""

    words = ("--teams-dev",)

    def __init__(self, schools: list[SampleSchool], faults: Unlucky) -> None:
        people = tuple(
            Person(f"29:{one.key}", one.name, one.email or "") for one in schools[0].file.people if one.email
        )
        self._leader = people[0].id
        team = Team(EVERYBODY, "Everybody", tuple(one.id for one in people))
        self._teams = Teams(
            Seed(TENANT, APP, people, (team,)),
            clock=MovingClock(datetime.now(UTC)),
            limits=Limits(generosity=1000),
            faults=faults,
        )
        self.spoken: Counter[int] = Counter()
        self.speaking: Counter[int] = Counter()
        self.record = Record()
        self.told: defaultdict[str, list[str]] = defaultdict(list)
        self._greeting = asyncio.Lock()
        self._runner: web.AppRunner | None = None

    async def open(self) -> None:
        application = self._teams.web()
        application.middlewares.append(self._count)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._teams.base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    def variables(self, number: int) -> dict[str, str]:
        """What a process is told of Teams: nothing, for it hears of its tenant."""
        return {}

    async def greeted(self, url: str) -> None:
        """Have a process that checks nothing hear from the tenant: before that it knows none."""
        async with self._greeting:
            self._teams.bot_url = f"{url}/api/messages"
            await self._teams.comings.install_in_team(EVERYBODY, self._leader)

    def in_flight(self, _number: int) -> int:
        """How many messages wait for an answer: of all processes, for Teams knows one address for all."""
        return self.speaking.total()

    def ever_sent(self, _number: int) -> int:
        return self.spoken.total()

    def read(self) -> dict[str, list[Read]]:
        """Every message of the bot that says a letter, by the letter's number; later pages do not count."""
        found: defaultdict[str, list[Read]] = defaultdict(list)
        for place in self._teams.tenant.conversations.values():
            for message in place.messages.values():
                if str(message.activity.get("summary", "")).startswith(CONTINUED):
                    continue
                says = json.dumps(message.activity)
                for number in dict.fromkeys(LETTER.findall(says)):
                    found[number].append(Read(place.id, says))
        return dict(found)

    def marks(self) -> Counter[tuple[str, int]]:
        """Teams lets a message carry no mark."""
        return Counter()

    async def settled(self) -> None:
        """Teams tells nothing again by itself."""

    @web.middleware
    async def _count(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        is_post = request.method == "POST" and "/activities" in request.path
        heard = await self.record.begun(request, 0, POST if is_post else request.method)
        self.speaking[0] += is_post
        self.spoken[0] += is_post
        try:
            return await handler(request)
        finally:
            heard.ended = time()
            self.speaking[0] -= is_post
