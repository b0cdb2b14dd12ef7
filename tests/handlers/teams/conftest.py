"""The real adapter over real HTTP: the sandbox stands for Teams, with the sample school in it."""

import dataclasses
from collections.abc import AsyncIterator
from dataclasses import dataclass
from time import time

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.everybody import Roster
from bot.model.people import the_clock
from bot.perform import Performer
from bot.ports import Letter
from bot.routines import people
from bot.sandbox.clock import StillClock as SandboxClock
from bot.sandbox.teams.acting import Acting
from bot.sandbox.teams.dialogs import Dialog
from bot.sandbox.teams.limits import Limits
from bot.sandbox.teams.reading import Seen
from bot.sandbox.teams.server import Teams as Sandbox
from bot.sandbox.teams.tokens import Keys
from handlers import schools
from handlers.teams.app import MicrosoftTeams, assembled
from handlers.teams.calls import Connector
from handlers.teams.tokens import Entra
from handlers.teams.verifying import Signed, is_loopback
from handlers.teams.workspaces import PLATFORM, Tenants
from tests.conftest import SCHOOL
from tests.handlers.a_catalogue import Routines, catalogue
from tests.handlers.conftest import Screen
from tests.handlers.teams.a_tenant import APP, GRADE_4, STAFF, TENANT, seed, user_id
from tests.handlers.teams.letters import SAID


@dataclass
class Someone:
    """Acts as one person in the sandbox, and sees what they see."""

    id: str
    acting: Acting
    bot: MicrosoftTeams

    async def types(self, text: str, where: str = "") -> list[Seen]:
        """Write to the bot, and return what it has said in the 1:1 chat since."""
        before = {seen.id for seen in self.chat}
        await self.acting.says(self.id, text, where)
        await self.bot.afterwards.drain()
        return [seen for seen in self.chat if seen.id not in before]

    async def presses(self, seen: Seen | str, label: str, *, index: int = 0) -> str:
        """Press a button, and return the line that is shown under it, if there is one."""
        told = len(self.acting.toasts(self.id))
        await self.acting.press(self.id, seen, label, index=index)
        await self.bot.afterwards.drain()
        return "".join(self.acting.toasts(self.id)[told:])

    async def submits(self, button: str = "", **values: object) -> Dialog | None:
        """Send the open dialog; return it if it stays open."""
        filled = {name.replace("__", "."): value for name, value in values.items()}
        await self.acting.submit(self.id, filled, button)
        await self.bot.afterwards.drain()
        return self.dialog

    async def opens(self, text: str) -> Dialog:
        """Type a verb that has a form, and press the button that opens it."""
        (offer,) = await self.types(text)
        await self.presses(offer, "Open the form")
        assert self.dialog is not None
        return self.dialog

    async def uses(self, command: str, where: str = "", message: Seen | None = None) -> Dialog:
        """Use an action of the compose box, or of a message."""
        await self.acting.use_action(self.id, command, where, message)
        await self.bot.afterwards.drain()
        assert self.dialog is not None
        return self.dialog

    @property
    def dialog(self) -> Dialog | None:
        return self.acting.dialog(self.id)

    @property
    def chat(self) -> list[Seen]:
        """What the bot has said to this person alone."""
        return self.acting.messages("", self.id)

    @property
    def private(self) -> list[str]:
        """The same in words."""
        return [seen.words for seen in self.chat]


@pytest.fixture
def limits() -> Limits:
    return Limits()


@pytest.fixture(scope="session")
def keys() -> Keys:
    """What Teams signs with; a key is long in the making."""
    return Keys()


@pytest.fixture
async def sandbox(sample: Roster, clock, limits: Limits, keys: Keys) -> AsyncIterator[Sandbox]:
    """Teams' stand-in."""
    sandbox = Sandbox(seed(sample), clock=SandboxClock(clock.now()), limits=limits, keys=keys)
    async with TestServer(sandbox.web()) as server:
        sandbox.base_url = str(server.make_url("/"))
        yield sandbox


@pytest.fixture
async def bot(
    sandbox: Sandbox, perform, units, routines: Routines, screen: Screen
) -> AsyncIterator[MicrosoftTeams]:
    from microsoft_teams.api.auth.cloud_environment import PUBLIC, with_overrides

    cloud = with_overrides(PUBLIC, openid_metadata_url=sandbox.openid_metadata_url)
    connector = Connector(Entra(lambda: (APP.token, time() + 3600)), seconds=2)
    tenants = Tenants(connector)

    async def admits(tenant: str, _service_url: str) -> bool:
        return tenants.knows(tenant)

    bot = assembled(
        (*catalogue(routines), *schools.INTERACTIONS),
        screen,
        perform=perform,
        tenants=tenants,
        connector=connector,
        verifier=Signed(APP.client_id, cloud=cloud, trusts=is_loopback),
        admit=admits,
        everywhere=units,
    )
    tenants.introduce(SCHOOL, TENANT, sandbox.service_url)
    yield bot
    await bot.afterwards.drain()
    await connector.close()


@pytest.fixture
async def teams(bot: MicrosoftTeams, perform: Performer) -> MicrosoftTeams:
    """The bot in two teams, of which it was told some time ago."""
    installed = {f"installed:{team}": team for team in (STAFF, GRADE_4)}
    learn = people.LearnAddresses(platform=PLATFORM, addresses=installed)
    await perform(people.learn_addresses, learn, actor=the_clock(SCHOOL))
    return bot


@pytest.fixture
async def http(bot: MicrosoftTeams, sandbox: Sandbox) -> AsyncIterator[TestServer]:
    """The bot behind its door; the sandbox sends what people do there, and Teams takes every answer."""
    application = web.Application()
    application.add_routes(bot.door.routes())
    async with TestServer(application) as server:
        sandbox.bot_url = str(server.make_url("/api/messages"))
        yield server
    assert sandbox.acting.errors == []


@pytest.fixture
def someone(http: TestServer, sandbox: Sandbox, bot: MicrosoftTeams):
    """Turn a key of the sample school into the person who acts in the sandbox."""

    def person(key: str = "quin-poppy") -> Someone:
        return Someone(user_id(key), sandbox.acting, bot)

    return person


@pytest.fixture
def known(perform):
    """Every address of the sample school on Teams."""

    async def addresses() -> dict[str, str]:
        asking = people.KnownAddresses(platform=PLATFORM)
        return await perform(people.known_addresses, asking, actor=the_clock(SCHOOL))

    return addresses


@pytest.fixture
def letter(clock):
    def made(audience: Audience, message: Message = SAID, **more: object) -> Letter:
        basis = Letter("L1", SCHOOL, "agenda/1", audience, message, "teams", 1, first_tried_at=clock.now())
        return dataclasses.replace(basis, **more)

    return made


@pytest.fixture
def quin(sample):
    return Audience.person(sample.keyed("quin-poppy").id)
