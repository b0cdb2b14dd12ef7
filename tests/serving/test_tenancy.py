"""Which tenants the bot listens to, and where it takes its answers."""

import sqlite3

import pytest

from bot.app import opened
from bot.app.tenancy import Tenancy
from bot.errors import Problem
from bot.settings import Settings
from handlers.teams.calls import Connector
from handlers.teams.workspaces import SERVICE_URL, Tenants
from tests.databases import SCHOOL

OURS = "99999999-8888-7777-6666-555555555555"
THEIRS = "00000000-8888-7777-6666-555555555555"
AMERICA = "https://smba.trafficmanager.net/amer/ours/"
LOCAL = "http://127.0.0.1:56150/"
IN_TEAMS = {"TEAMS_CLIENT_ID": OURS, "TEAMS_CLIENT_SECRET": "a-secret", "TEAMS_TENANT_ID": OURS.upper()}


@pytest.fixture
def tenants():
    return Tenants(Connector())


@pytest.fixture
async def tenancy(folder, tenants):
    settings = Settings(_env_file=None, ILT_DATABASE_URL=f"sqlite:///{folder / 'ilt.db'}", **IN_TEAMS)
    async with opened(settings) as core:
        yield Tenancy(core, tenants, settings)


@pytest.fixture
async def development(folder, tenants):
    url = f"sqlite:///{folder / 'ilt.db'}"
    settings = Settings(_env_file=None, ILT_DATABASE_URL=url).for_teams_development()
    async with opened(settings) as core:
        yield Tenancy(core, tenants, settings)


def knows(folder, audience, address):
    """Let the school know an address in Teams."""
    with sqlite3.connect(folder / "ilt.db") as database:
        row = (SCHOOL, audience, address)
        database.execute(
            "INSERT INTO addresses (school, platform, audience, address) VALUES (?, 'teams', ?, ?)", row
        )


async def test_the_tenant_of_the_settings_is_let_in_at_once_and_no_other(tenancy, tenants):
    assert not await tenancy.admits(THEIRS, AMERICA)
    assert not await tenancy.admits("", AMERICA)

    assert await tenancy.admits(OURS, AMERICA)
    assert tenants.schools_in(OURS) == (SCHOOL,)


async def test_a_school_that_lives_in_another_tenant_is_not_taken(folder, tenancy, tenants):
    knows(folder, "workspace", THEIRS)

    assert not await tenancy.admits(OURS, AMERICA)
    with pytest.raises(Problem, match="lives in another"):
        await tenancy.introduce()


@pytest.mark.parametrize(
    ("known", "spoken_to"), [(AMERICA, AMERICA), (LOCAL, SERVICE_URL), ("", SERVICE_URL)]
)
async def test_the_bots_token_goes_to_teams_and_nowhere_else(folder, tenancy, tenants, known, spoken_to):
    knows(folder, "service", known)

    assert await tenancy.introduce() == [SCHOOL]

    assert tenants.of_school(SCHOOL).service_url == spoken_to


async def test_in_development_the_tenant_of_whoever_writes_is_the_schools(development, tenants):
    assert await development.introduce() == []

    assert await development.admits("made-up", LOCAL)

    assert await development.introduce() == [SCHOOL]
    assert tenants.of_team("made-up").service_url == LOCAL
