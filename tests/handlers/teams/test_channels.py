"""What Teams tells of teams and channels reaches the school: the bot looks, and believes what it sees."""

from dataclasses import replace

import pytest

from bot.courier import Courier
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.channels import ChannelState, Wrong
from bot.sandbox.teams.seed import Channel
from handlers.teams.calls import NoAnswer
from handlers.teams.listed import Listed, called
from tests.conftest import SCHOOL
from tests.handlers.teams.a_tenant import GRADE_3, GRADE_4, GRADE_5, ILT, STAFF, TENANT, user_id

ANA = user_id("quin-poppy")


@pytest.fixture
async def health(http, teams, units):
    """How a team's channel is, once everything that Teams has told is taken in."""
    await teams.directory.sync(SCHOOL)

    async def of(audience: str):
        await teams.afterwards.drain()
        async with units.reading(SCHOOL) as work:
            return await work.channels.of("teams", audience)

    return of


@pytest.fixture
def comings(sandbox):
    return sandbox.comings


async def test_an_archived_team_is_remembered_until_it_is_brought_back(health, comings, teams):
    assert (await health("team:grade-4")).state is ChannelState.HEALTHY

    await comings.archive_team("Grade 4", ANA)
    assert (await health("team:grade-4")).wrong is Wrong.ARCHIVED
    await teams.directory.sync(SCHOOL)
    assert (await health("team:grade-4")).wrong is Wrong.ARCHIVED

    await comings.archive_team("Grade 4", ANA, archived=False)
    assert (await health("team:grade-4")).state is ChannelState.HEALTHY


async def test_a_bot_that_was_removed_from_a_team_knows_it_and_is_glad_to_be_back(health, comings, known):
    await comings.remove_from_team(STAFF, ANA)
    for audience in ("ilt", "all-staff", "team:grade-3"):
        assert (await health(audience)).wrong is Wrong.REMOVED
    assert f"installed:{STAFF}" not in await known()

    await comings.install_in_team(STAFF, ANA)
    for audience in ("ilt", "all-staff", "team:grade-3"):
        assert (await health(audience)).state is ChannelState.HEALTHY


async def test_a_team_that_lets_nobody_look_is_one_the_bot_was_removed_from(health, teams, sandbox, known):
    sandbox.tenant.change(replace(sandbox.tenant.teams[STAFF], installed=False))

    await teams.directory.sync(SCHOOL)

    assert (await health("team:grade-3")).wrong is Wrong.REMOVED
    assert [key for key in await known() if key.startswith("installed:")] == [f"installed:{GRADE_4}"]


async def test_a_channel_that_was_found_shut_is_not_held_to_be_open_by_the_next_look(
    health, teams, sandbox, units, clock
):
    sandbox.tenant.change(replace(sandbox.tenant.teams[GRADE_4], archived=True))
    async with units.writing(SCHOOL) as work:
        said = Message("The agenda is ready")
        await work.outbox.post(
            Audience.team("grade-4"), said, key="agenda/1", due_at=clock.now(), platform="teams"
        )

    await Courier(units, teams.messenger, clock, platform="teams").deliver_due()
    assert (await health("team:grade-4")).wrong is Wrong.ARCHIVED
    await teams.directory.sync(SCHOOL)

    assert (await health("team:grade-4")).wrong is Wrong.ARCHIVED


async def test_a_deleted_channel_is_gone_and_a_renamed_one_is_followed(health, comings, units, known):
    await comings.delete_channel(GRADE_3, ANA)
    await comings.rename_channel(ILT, "Leadership", ANA)

    assert (await health("team:grade-3")).wrong is Wrong.GONE
    assert (await known())["ilt"] == ILT
    async with units.reading(SCHOOL) as work:
        assert (await work.people.roster()).school.ilt_channel == "Leadership"


async def test_a_team_that_gets_the_bot_is_looked_at_at_once(health, comings, known):
    assert (await health("team:grade-5")).wrong is Wrong.UNMAPPED

    await comings.install_in_team("Grade 5", ANA)

    assert (await health("team:grade-5")).state is ChannelState.HEALTHY
    assert (await known())["team:grade-5"] == GRADE_5


@pytest.mark.parametrize("method", ["teams.channels", "teams.get", "members.page"])
async def test_an_answer_without_sense_is_no_reason_to_believe_that_all_channels_are_gone(
    health, teams, sandbox, method
):
    sandbox.faults.malform(method)

    with pytest.raises(NoAnswer):
        await teams.directory.sync(SCHOOL)

    assert (await health("ilt")).state is ChannelState.HEALTHY


async def test_a_private_channel_that_no_list_holds_is_still_there(health, teams, sandbox):
    staff = sandbox.tenant.teams[STAFF]
    sandbox.tenant.change(replace(staff, channels=tuple(one for one in staff.channels if one.id != ILT)))

    await teams.directory.sync(SCHOOL)

    assert (await health("ilt")).state is ChannelState.HEALTHY


async def test_a_team_whose_news_was_missed_is_known_once_somebody_writes_to_the_bot_there(
    someone, sandbox, known
):
    for _ in range(2):
        await someone().types("help", "ILT")

    assert f"installed:{STAFF}" in await known()
    assert (await known())["ilt"] == ILT
    assert len(sandbox.calls.of("teams.channels")) == 1


async def test_for_a_change_in_one_team_no_other_is_asked(health, comings, sandbox):
    asked = len(sandbox.calls.of("teams.channels"))

    await comings.rename_channel(GRADE_3, "Third grade", ANA)
    await health("team:grade-3")

    assert [one.arguments["team"] for one in sandbox.calls.of("teams.channels")[asked:]] == [STAFF]


async def test_people_who_come_and_go_are_nobodys_business(health, comings, sandbox):
    asked = len(sandbox.calls.of("teams.channels"))

    await comings.remove_member(STAFF, ANA, ANA)
    await comings.add_member(STAFF, ANA, ANA)
    await health("ilt")

    assert len(sandbox.calls.of("teams.channels")) == asked


async def test_no_team_at_all_is_no_trouble(bot):
    found = await bot.directory.sync(SCHOOL)

    assert found.people == 0
    assert all(channel.id is None for channel in found.channels)


async def test_schools_that_share_a_tenant_do_not_hear_of_each_others_channels(teams, sandbox, units):
    teams.tenants.introduce("another-school", TENANT, sandbox.service_url)
    staff = sandbox.tenant.teams[STAFF]
    office = Channel("19:office@thread.tacv2", "Office of another")
    sandbox.tenant.change(replace(staff, channels=(*staff.channels, office)))

    await teams.directory.sync(SCHOOL)

    async with units.reading(SCHOOL) as work:
        names = {one.name for one in await work.channels.known("teams")}
    assert "Office of another" not in names
    assert {"ILT", "grade-3"} <= names


def test_channels_go_by_their_teams_name_or_their_own_and_by_both_where_two_are_called_the_same():
    seen = called(
        [
            Listed("19:team", "Grade 3", "19:1", ""),
            Listed("19:team", "Staff", "19:2", "ILT"),
            Listed("19:team", "Staff", "19:3", "Planning"),
            Listed("19:team", "Grade 3", "19:4", "planning"),
            Listed("19:team", "Planning", "19:5", ""),
        ]
    )

    assert [one.name for one in seen] == [
        "Grade 3",
        "ILT",
        "Staff / Planning",
        "Grade 3 / planning",
        "Planning / General",
    ]
