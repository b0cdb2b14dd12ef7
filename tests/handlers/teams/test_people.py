"""Who somebody on Teams is at the school, and where everybody is reached."""

from dataclasses import replace

import pytest

from bot.model.audiences import Audience
from bot.model.people import Relation
from bot.routines import people
from bot.routines.requests import Nothing
from bot.sandbox.teams.seed import Person
from handlers.platform.identity import Identity
from handlers.platform.workspaces import UnknownWorkspace
from handlers.teams.accounts import account_of, accounts_in
from handlers.teams.workspaces import Tenants
from tests.conftest import OPERATOR, SCHOOL
from tests.handlers.teams.a_tenant import (
    ALL_STAFF,
    GRADE_3,
    GRADE_4,
    GUEST_KEY,
    ILT,
    STAFF,
    TENANT,
    chat_of,
    user_id,
)

MEMBER = {"id": "29:1", "tenantId": TENANT, "email": "quin.poppy@sample.example", "userRole": "user"}


@pytest.fixture
def speaks(teams):
    """Have somebody speak to the bot in their chat, and return who the school takes them for."""

    async def actor(key: str):
        teams.tenants.hears(TENANT, user_id(key), chat_of(key))
        return await teams.identity(TENANT, user_id(key))

    return actor


async def test_somebody_new_is_found_by_email_once_and_remembered(speaks, sandbox, sample, known):
    found = [await speaks("quin-poppy") for _ in range(3)]

    person = sample.keyed("quin-poppy")
    assert {actor.person_id for actor in found} == {person.id}
    assert len(sandbox.calls.of("members.get")) == 1
    assert (await known())[Audience.person(person.id).key] == user_id("quin-poppy")


async def test_somebody_who_speaks_from_a_chat_without_the_bot_is_found_in_theirs_with_it(teams, sample):
    teams.tenants.hears(TENANT, user_id("quin-poppy"), "19:elsewhere@thread.v2")

    found = await teams.identity(TENANT, user_id("quin-poppy"))

    assert found.person_id == sample.keyed("quin-poppy").id


async def test_who_is_not_on_the_roster_is_a_stranger(teams):
    teams.tenants.hears(TENANT, "29:vera", "a:vera")

    assert (await teams.identity(TENANT, "29:vera")).relations == {Relation.STRANGER}


async def test_a_guest_of_the_tenant_is_a_guest_of_the_school(speaks, sample):
    actor = await speaks(GUEST_KEY)

    assert actor.person_id == sample.keyed(GUEST_KEY).id
    assert Relation.GUEST in actor.relations
    assert Relation.STAFF not in actor.relations


@pytest.mark.parametrize("trouble", ["server_error", "drop_before", "malform"])
async def test_somebody_teams_cannot_name_just_now_is_who_they_were(
    teams, sandbox, sample, perform, units, trouble
):
    await teams.directory.sync(SCHOOL)
    tenants = Tenants(teams.connector)
    tenants.introduce(SCHOOL, TENANT, sandbox.service_url)
    tenants.hears(TENANT, user_id("quin-poppy"), f"{ILT};messageid=1")
    accounts = accounts_in(tenants, teams.connector)
    restarted = Identity(perform=perform, workspaces=tenants, accounts=accounts, everywhere=units)
    getattr(sandbox.faults, trouble)("members.get")

    found = await restarted(TENANT, user_id("quin-poppy"))

    assert found.person_id == sample.keyed("quin-poppy").id


async def test_once_everybody_is_known_nobody_waits_for_teams_to_be_asked(teams, speaks, sandbox, sample):
    await teams.directory.sync(SCHOOL)

    for person in sample.people:
        await speaks(person.key)

    assert sandbox.calls.of("members.get") == []


async def test_another_tenants_requests_are_not_ours(teams):
    with pytest.raises(UnknownWorkspace):
        await teams.identity("another-tenant", user_id("quin-poppy"))


@pytest.mark.parametrize(
    ("member", "email", "is_person"),
    [
        (MEMBER, "quin.poppy@sample.example", True),
        (MEMBER | {"tenantId": "another-tenant"}, None, False),
        (MEMBER | {"userRole": "anonymous"}, None, False),
        (
            MEMBER | {"email": None, "userPrincipalName": "qpoppy@sample.example"},
            "qpoppy@sample.example",
            True,
        ),
        (MEMBER | {"email": "", "userPrincipalName": "v_else.example#EXT#@sample.example"}, None, True),
        ({"id": "29:1"}, None, True),
    ],
)
def test_an_account_is_matched_by_its_own_address_in_the_schools_own_tenant(member, email, is_person):
    account = account_of(member, TENANT)

    assert (account.email, account.is_person) == (email, is_person)
    assert not account.is_deactivated


async def test_the_directory_finds_people_by_email_and_channels_by_name(teams, sample, known):
    found = await teams.directory.sync(SCHOOL)

    addresses = await known()
    assert found.people == len([person for person in sample.people if person.active])
    assert found.missing == ()
    assert addresses["ilt"] == ILT
    assert addresses["all-staff"] == ALL_STAFF
    assert addresses["team:grade-3"] == GRADE_3
    assert addresses["team:grade-4"] == GRADE_4
    assert addresses["workspace"] == TENANT


async def test_the_directory_says_what_is_missing(teams):
    found = {channel.audience: channel for channel in (await teams.directory.sync(SCHOOL)).channels}

    assert found["ilt"].has_bot
    assert found["team:grade-5"].id is None
    assert found["team:k-1"].id is None


async def test_large_teams_are_read_to_their_end(teams, sandbox, sample):
    crowd = {f"29:crowd{number}": Person(f"29:crowd{number}", f"Crowd {number}") for number in range(1100)}
    sandbox.tenant.people |= crowd
    staff = sandbox.tenant.teams[STAFF]
    sandbox.tenant.change(replace(staff, members=(*crowd, *staff.members)))

    assert (await teams.directory.sync(SCHOOL)).missing == ()
    assert (
        len([one for one in sandbox.calls.of("members.page") if one.arguments["conversation"] == STAFF]) == 3
    )


async def test_a_second_look_changes_nothing(teams, known):
    await teams.directory.sync(SCHOOL)
    before = await known()

    await teams.directory.sync(SCHOOL)

    assert await known() == before


async def test_a_busy_teams_is_waited_for(teams, sandbox):
    sandbox.faults.rate_limit("members.page", 1)

    assert (await teams.directory.sync(SCHOOL)).missing == ()


async def test_somebody_known_only_from_their_chat_is_not_said_to_be_missing(
    teams, speaks, sandbox, sample, known, perform
):
    quin = Audience.person(sample.keyed("quin-poppy").id)
    for team in sandbox.tenant.teams.values():
        others = tuple(one for one in team.members if one != user_id("quin-poppy"))
        sandbox.tenant.change(replace(team, members=others))
    assert sample.keyed("quin-poppy").name in (await teams.directory.sync(SCHOOL)).missing

    await speaks("quin-poppy")
    learn = people.LearnAddresses(platform="teams", addresses={f"dm:{quin.key}": chat_of("quin-poppy")})
    await perform(people.learn_addresses, learn, actor=OPERATOR)
    for _ in range(3):
        assert (await teams.directory.sync(SCHOOL)).missing == ()

    assert (await known())[quin.key] == user_id("quin-poppy")
    assert len(sandbox.calls.of("members.get")) == 2


async def test_who_is_no_longer_in_any_team_has_not_left_the_school(teams, sandbox, perform, clock):
    await teams.directory.sync(SCHOOL)
    for team in sandbox.tenant.teams.values():
        sandbox.tenant.change(replace(team, members=team.members[5:]))
    clock.advance(days=2)

    await teams.directory.sync(SCHOOL)

    roster = await perform(people.whole_roster, Nothing(), actor=OPERATOR)
    assert all(person.active for person in roster.people)
