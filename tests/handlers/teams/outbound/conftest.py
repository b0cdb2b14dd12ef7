"""What goes out to Teams, over real HTTP: the sandbox stands for the connector."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from time import time

import pytest
from aiohttp.test_utils import TestServer

from bot.model.people import Roster, the_clock
from bot.perform import Performer
from bot.routines import people
from bot.routines.requests import Nothing
from bot.sandbox.clock import StillClock as SandboxClock
from bot.sandbox.teams.limits import Limits
from bot.sandbox.teams.server import Teams as Sandbox
from handlers.platform.accounts import Accounts
from handlers.platform.addresses import Addresses
from handlers.platform.directory import Directory
from handlers.platform.identity import Identity
from handlers.teams.accounts import accounts_in
from handlers.teams.blocks import Cards
from handlers.teams.calls import Connector
from handlers.teams.channels import Channels, Told
from handlers.teams.directory import Lists
from handlers.teams.messenger import TeamsMessenger
from handlers.teams.rendering import Rendering
from handlers.teams.teams import Teams
from handlers.teams.tokens import Entra
from handlers.teams.workspaces import PLATFORM, Tenant, Tenants
from tests.conftest import OPERATOR, SCHOOL
from tests.databases import as_new
from tests.handlers.teams.a_tenant import APP, GRADE_4, STAFF, TENANT, seed


@dataclass
class Outbound:
    """Everything of the adapter that speaks of its own accord."""

    connector: Connector
    tenants: Tenants
    teams: Teams
    accounts: Accounts[Tenant]
    identity: Identity[Tenant]
    directory: Directory[Tenant]
    told: Told
    messenger: TeamsMessenger


def opens(verb: str) -> bool:
    return verb == "input"


def put_together(connector: Connector, perform: Performer, everywhere: object) -> Outbound:
    tenants = Tenants(connector)
    teams = Teams(perform, tenants)
    accounts = accounts_in(tenants, connector)
    channels = Channels(connector, tenants, teams)
    lists = Lists(connector, teams, channels)
    directory = Directory(perform=perform, workspaces=tenants, accounts=accounts, source=lists)
    addresses = Addresses(perform=perform, platform=PLATFORM, look=directory.sync, open=tenants.opened)
    return Outbound(
        connector,
        tenants,
        teams,
        accounts,
        Identity(perform=perform, workspaces=tenants, accounts=accounts, everywhere=everywhere),
        directory,
        Told(directory.channels, channels, teams, tenants, directory.look_again),
        TeamsMessenger(
            tenants=tenants,
            addresses=addresses,
            connector=connector,
            rendering=Rendering(Cards(opens), {"agenda"}, tenants),
        ),
    )


@pytest.fixture
def database(sample_database: Path, shelf: Path) -> str:
    return as_new(sample_database, shelf)


@pytest.fixture
async def sample(perform: Performer) -> Roster:
    return await perform(people.whole_roster, Nothing(), actor=OPERATOR)


@pytest.fixture
def limits() -> Limits:
    return Limits()


@pytest.fixture
async def sandbox(sample: Roster, clock, limits: Limits) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(seed(sample), clock=SandboxClock(clock.now()), limits=limits)
    async with TestServer(sandbox.web()) as server:
        sandbox.base_url = str(server.make_url("/"))
        yield sandbox


@pytest.fixture
async def teams(sandbox: Sandbox, perform, units) -> AsyncIterator[Outbound]:
    """The bot as it is once the app has been installed in two teams."""
    connector = Connector(Entra(lambda: (APP.token, time() + 3600)), seconds=2)
    outbound = put_together(connector, perform, units)
    tenant = outbound.tenants.introduce(SCHOOL, TENANT, sandbox.service_url)
    for team in (STAFF, GRADE_4):
        await outbound.teams.remember(tenant, installed=team)
    yield outbound
    await connector.close()


@pytest.fixture
def known(perform):
    """Every address of the sample school on Teams."""

    async def addresses() -> dict[str, str]:
        asking = people.KnownAddresses(platform=PLATFORM)
        return await perform(people.known_addresses, asking, actor=the_clock(SCHOOL))

    return addresses
