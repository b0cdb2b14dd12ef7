"""The whole thing on Microsoft Teams: the real bot over real HTTP, a tenant that refuses what Teams refuses,
and people who do things in it."""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from time import time as now
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.app.core import Core, assembled
from bot.app.sample import SampleSchool
from bot.app.teams import OnTeams, on_teams
from bot.app.tenancy import Tenancy
from bot.courier import Courier
from bot.model.people import the_clock
from bot.pacing import Pace
from bot.routines.school_file import PersonSection, SchoolFile
from bot.routines.timetable import NextMoment, RunDue
from bot.sandbox.clock import StillClock
from bot.sandbox.teams.dialogs import Dialog
from bot.sandbox.teams.reading import Seen
from bot.sandbox.teams.seed import App, Person, Seed, Team
from bot.sandbox.teams.server import Teams
from bot.settings import Settings
from handlers.platform.afterwards import Afterwards
from handlers.teams.calls import Connector
from handlers.teams.http import MOST
from handlers.teams.tokens import Entra
from handlers.teams.verifying import Signed
from handlers.teams.workspaces import Tenants
from storage.engine import Engines

TENANT = "99999999-8888-7777-6666-555555555555"
APP = App("11111111-2222-3333-4444-555555555555", "ILT Bot", "the-token")
AT_EASE = Pace(workspace=200, workspace_burst=200, channel=50, channel_burst=50)
PATIENCE = 60
MOST_STEPS = 2000


def user_id(key: str) -> str:
    """The id under which the bot knows somebody of the sample school."""
    return f"29:{key}"


def tenant_of(
    file: SchoolFile,
    *,
    more: Iterable[Person] = (),
    only: Sequence[str] = (),
    people: Sequence[str] = (),
) -> Seed:
    """Everybody of the sample school, and a team in Teams for the staff, the ILT, and each team with a
    channel; with `only` for these teams alone, with `people` for these alone."""
    staff = [one for one in file.people if not people or one.key in people]
    everybody = (*map(_person, staff), *more)
    everyone = tuple(one.id for one in everybody)
    ilt = tuple(user_id(one.key) for one in file.people if "ilt_member" in one.roles)
    teams = (
        [] if only else [Team(team_id("all-staff"), "All staff", everyone), Team(team_id("ilt"), "ILT", ilt)]
    )
    for team in file.teams:
        if team.channel and (not only or team.key in only):
            members = tuple(user_id(one.key) for one in staff if one.team == team.key)
            teams.append(Team(team_id(team.key), team.channel.lstrip("#").replace("-", " "), members))
    return Seed(TENANT, APP, everybody, tuple(teams), zone=file.school.zone)


def team_id(key: str) -> str:
    return f"19:{key}@thread.tacv2"


def _person(person: PersonSection) -> Person:
    return Person(user_id(person.key), person.name, person.email or "")


class Life:
    """Lives through time: everything happens at its own moment, in order, on every platform."""

    def __init__(self, core: Core, clock: StillClock, school: str, couriers: Sequence[Courier]) -> None:
        self._core = core
        self._clock = clock
        self._school = the_clock(school)
        self._couriers = couriers

    async def until(self, moment: datetime) -> None:
        """Live through the time up to a moment."""
        for _ in range(MOST_STEPS):
            ahead = await self._core.perform(
                self._core.timetable.next_moment, NextMoment(), actor=self._school
            )
            if ahead is None or ahead.at > moment:
                break
            self._clock.set(max(ahead.at, self._clock.now()))
            await self.tick()
        self._clock.set(moment)
        await self.tick()

    async def tick(self) -> None:
        """Do what is due by now, and send it."""
        await self._core.perform(self._core.timetable.run_due, RunDue(), actor=self._school)
        await self.deliver()

    async def deliver(self) -> None:
        """Send what is due, and what goes another way because a platform said no."""
        for _ in self._couriers:
            for courier in self._couriers:
                await courier.settle_overdue()
                await courier.deliver_due()


@dataclass(frozen=True)
class TeamsWorld:
    """The bot on Teams with the sample school, and the tenant it is in."""

    tenant: Teams
    core: Core
    bot: OnTeams
    life: Life
    zone: ZoneInfo

    def person(self, key: str) -> "TeamsCitizen":
        return TeamsCitizen(self.tenant, self.settle, user_id(key))

    async def settle(self) -> None:
        """Wait until everything that was begun is done, and everything that is due is said."""
        await self.bot.teams.afterwards.drain(PATIENCE)
        await self.life.deliver()
        await self.bot.teams.afterwards.drain(PATIENCE)

    async def until(self, day: date, wall: time = time(7, 45)) -> None:
        """Live through time up to a moment of the school's clock."""
        await self.life.until(datetime.combine(day, wall, self.zone))
        await self.settle()

    def heard_in(self, team: str) -> list[str]:
        """Everything the bot said in a team's channel, oldest first, its replies included."""
        return [one.words for one in self.tenant.acting.messages(team_id(team))]

    def misspoken(self) -> list[str]:
        """What Teams refused, and what it would have shown as an error to somebody."""
        refused = [
            f"{call.method}: {call.status} {call.answer}"
            for call in self.tenant.calls.all()
            if call.status >= 400
        ]
        return refused + [str(one) for one in self.tenant.acting.errors]


@dataclass(frozen=True)
class TeamsCitizen:
    """Somebody of the sample school, acting in Teams."""

    tenant: Teams
    settle: Any
    id: str

    async def says(self, text: str, where: str = "") -> None:
        """Write to the bot in their 1:1 chat, or in a team's channel with its name before the words."""
        await self.tenant.acting.says(self.id, text, team_id(where) if where else "")
        await self.settle()

    async def opens(self, text: str, where: str = "") -> None:
        """Type a command that has a form, and open it."""
        await self.says(text, where)
        await self.presses("Open the form")

    async def uses(self, verb: str, where: str = "", message: Seen | None = None) -> None:
        """Use the app's action in the compose box, or on a message."""
        await self.tenant.acting.use_action(self.id, verb, team_id(where) if where else "", message)
        await self.settle()

    async def presses(self, label: str, where: str = "", *, saying: str = "") -> None:
        """Press a button of the newest message there that has it (and says `saying`)."""
        seen = self.sees(where)
        holding = [one for one in seen if label in one.buttons and saying in one.words]
        assert holding, f"no message has a button {label!r}: {[one.buttons for one in seen]}"
        await self.tenant.acting.press(self.id, holding[-1], label)
        await self.settle()

    async def submits(self, **values: Any) -> None:
        """Fill in the dialog that is open, and send it; `changes__grade_4` is the field `changes.grade-4`."""
        named = {name if "__" not in name else dotted(name): value for name, value in values.items()}
        await self.tenant.acting.submit(self.id, named)
        await self.settle()

    async def chooses(self, **values: Any) -> None:
        """Fill in fields that others follow from, and have those shown."""
        await self.tenant.acting.submit(self.id, values, "Show what follows")
        await self.settle()

    @property
    def form(self) -> Dialog:
        """The dialog that is open."""
        found = self.tenant.acting.dialog(self.id)
        assert found is not None, f"no dialog is open; last said: {self.letters[-1:]}"
        return found

    @property
    def has_form(self) -> bool:
        return self.tenant.acting.dialog(self.id) is not None

    def option(self, field: str, saying: str) -> str:
        """The choice in a field of the open dialog that says something."""
        return next(value for value, title in self.form.field(field).options if saying in title)

    def sees(self, where: str = "") -> list[Seen]:
        return self.tenant.acting.messages(team_id(where) if where else "", self.id)

    @property
    def letters(self) -> list[str]:
        """What the bot wrote in their 1:1 chat, oldest first."""
        return [one.words for one in self.sees()]


def dotted(name: str) -> str:
    mapping, _, key = name.partition("__")
    return f"{mapping}.{key.replace('_', '-')}"


@asynccontextmanager
async def served(app: web.Application) -> AsyncIterator[str]:
    async with TestServer(app) as server:
        yield str(server.make_url("/")).rstrip("/")


@asynccontextmanager
async def in_teams(
    core: Core, seed: Seed, clock: StillClock, put_together: Callable[..., OnTeams] = on_teams
) -> AsyncIterator[tuple[Teams, OnTeams]]:
    """The bot behind Teams' door, with signed activities only, in a tenant where nobody has met it yet."""
    from microsoft_teams.api.auth.cloud_environment import PUBLIC

    async with AsyncExitStack() as stack:
        tenant = Teams(seed, clock=clock)
        tenant.base_url = await stack.enter_async_context(served(tenant.web()))
        connector = Connector(Entra(lambda: (seed.app.token, now() + 3600)))
        stack.push_async_callback(connector.close)
        tenants = Tenants(connector)
        cloud = replace(PUBLIC, openid_metadata_url=tenant.openid_metadata_url)
        verifier = Signed(seed.app.client_id, cloud=cloud, trusts=lambda url: url == tenant.service_url)

        tenancy = Tenancy(core, tenants, settings_for(seed))
        bot = put_together(core, tenants, connector, verifier=verifier, admit=tenancy.admits, pace=AT_EASE)
        await tenancy.introduce()
        door = web.Application(client_max_size=MOST)
        door.add_routes(bot.teams.door.routes())
        tenant.bot_url = await stack.enter_async_context(served(door)) + "/api/messages"
        stack.push_async_callback(bot.teams.afterwards.drain)
        yield tenant, bot


def settings_for(seed: Seed) -> Settings:
    """What the administrator of the tenant sets."""
    given = {
        "TEAMS_CLIENT_ID": seed.app.client_id,
        "TEAMS_CLIENT_SECRET": "a-secret",
        "TEAMS_TENANT_ID": seed.tenant_id,
    }
    return Settings(_env_file=None, **given)  # type: ignore[arg-type]


async def installed(tenant: Teams, afterwards: Afterwards) -> None:
    """Have somebody add the app to every team of the tenant."""
    for team in list(tenant.tenant.teams):
        members = tenant.tenant.teams[team].members
        await tenant.comings.install_in_team(team, members[0])
        await afterwards.drain(PATIENCE)


@asynccontextmanager
async def teams_world(sample: SampleSchool, clock: StillClock, engines: Engines) -> AsyncIterator[TeamsWorld]:
    """The sample school on Teams, with the app in all its teams, in a database without any school yet."""
    seed = tenant_of(sample.file)
    core = assembled(engines, clock)
    await sample.apply(core)
    async with in_teams(core, seed, clock) as (tenant, bot):
        await installed(tenant, bot.teams.afterwards)
        await bot.teams.directory.sync(sample.key)
        life = Life(core, clock, sample.key, (bot.courier,))
        yield TeamsWorld(tenant, core, bot, life, ZoneInfo(sample.file.school.zone))
