"""A team's channel lives on one platform, and moves from one to the other."""

import pytest

from bot.courier import Courier
from bot.messages.channels.choosing import choose, how_to_invite
from bot.messages.channels.listing import listing
from bot.messages.plain import plain
from bot.model.audiences import Audience
from bot.model.channels import SeenChannel
from bot.pacing import Pacer
from bot.ports import Trouble, Undeliverable
from bot.routines import channels
from bot.routines.channels import HowToInvite, MapChannel, WhereElse
from tests.conftest import SCHOOL
from tests.delivery.post_office import PostOffice, Stopwatch
from tests.routines.channels.conftest import CLOCK, reasons

GRADE_2, GRADE_3 = Audience.team("grade-2"), Audience.team("grade-3")
ADMIN = "noel-mint"
TEAMS = {
    "19:2@thread.tacv2": SeenChannel(address="19:2@thread.tacv2", name="Grade 2", has_bot=True),
    "19:5@thread.tacv2": SeenChannel(address="19:5@thread.tacv2", name="grade-5", has_bot=True),
    "19:office@thread.tacv2": SeenChannel(address="19:office@thread.tacv2", name="The Office", has_bot=True),
}
TO_TEAMS = MapChannel(audience=GRADE_2.key, address="19:2@thread.tacv2")
BACK = MapChannel(audience=GRADE_2.key, address="C-grade-2-new")


@pytest.fixture
def look_at_teams(perform):
    async def looked(*seen: SeenChannel) -> None:
        look = channels.Look(platform="teams", seen=seen or tuple(TEAMS.values()), is_whole=True)
        await perform(channels.look, look, actor=CLOCK)

    return looked


@pytest.fixture
async def mixed(workspace, units, look_at_teams):
    async with units.writing(SCHOOL) as work:
        await work.people.reach("slack", "workspace", "T1")
        await work.people.reach("teams", "workspace", "tenant")
    await look_at_teams()
    return workspace


@pytest.fixture
def teams() -> PostOffice:
    return PostOffice()


@pytest.fixture
def everywhere(units, clock, holding, courier, teams):
    watch = Stopwatch()
    pacer = Pacer(elapsed=watch.elapsed, sleep=watch.sleep)
    on_teams = Courier(units, teams, clock, reasons=reasons(holding), pacer=pacer, platform="teams")

    async def delivered() -> None:
        for one in (courier, on_teams, courier):
            await one.deliver_due()

    return delivered


@pytest.fixture
def where(units):
    """The platforms on which an audience has a channel, and is known to have had one that is not well."""

    async def found(audience: Audience) -> tuple[list[str], list[str]]:
        async with units.reading(SCHOOL) as work:
            known = [one for one in ("slack", "teams") if audience.key in await work.people.addresses(one)]
            healths = [
                one.platform
                for one in ("slack", "teams")
                for one in await work.channels.on(one)
                if one.audience == audience.key
            ]
            return known, healths

    return found


async def test_a_look_through_one_platform_takes_no_channel_from_the_other(mixed, where):
    """Teams has a "Grade 2" and a "grade-5", too, but these teams' channels are on Slack."""
    for key in ("grade-2", "grade-5"):
        assert await where(Audience.team(key)) == (["slack"], ["slack"])


async def test_a_channel_of_the_school_file_is_found_on_teams_as_people_write_it_there(
    mixed, look_at_teams, units, where
):
    async with units.writing(SCHOOL) as work:
        (await work.people.to_change()).team("office").channel = "the-office"
    await mixed.look()
    await look_at_teams()

    assert (await where(Audience.team("office")))[0] == ["teams"]
    assert (await mixed.roster()).team("office").channel == "The Office"


async def test_the_channels_of_both_platforms_are_offered_by_name_and_platform(mixed, perform, who):
    asked = await perform(channels.where_else, WhereElse(audience=GRADE_2.key), actor=who(ADMIN))
    form = choose(asked, {})

    [field] = [one for one in form.fields if one.name == "address"]
    labels = {option.label for option in field.options}
    assert {"#grade-2-new (Slack)", "Grade 2 (Teams)", "The Office (Teams)"} <= labels
    assert "Add ILT Bot to its team in Teams" in str(form.pieces)


async def test_a_channel_that_moves_takes_along_what_waits_and_is_known_on_its_new_platform_alone(
    mixed, perform, who, posting, office, teams, everywhere, where, look_at_teams
):
    await posting(GRADE_2, "Waits", key="decision/1/receipt")
    await posting(GRADE_3, "Stays", key="decision/2/receipt")
    await perform(channels.map_channel, TO_TEAMS, actor=who(ADMIN))
    await everywhere()

    assert (teams.said(GRADE_2), office.said(GRADE_2)) == (["Waits"], [])
    assert (teams.said(GRADE_3), office.said(GRADE_3)) == ([], ["Stays"])
    await mixed.look()
    await look_at_teams()
    assert await where(GRADE_2) == (["teams"], ["teams"])
    said = plain(listing(await perform(channels.see, channels.SeeChannels(), actor=who(ADMIN))))
    assert "Grade 2: Grade 2 (Teams), works." in said
    assert "Grade 3: #grade-3 (Slack), works." in said

    await perform(channels.map_channel, BACK, actor=who(ADMIN))
    await posting(GRADE_2, "Back", key="decision/3/receipt")
    await everywhere()
    assert (await where(GRADE_2), office.said(GRADE_2)) == ((["slack"], ["slack"]), ["Back"])


async def test_what_a_channel_missed_on_one_platform_it_is_told_on_the_other(
    mixed, perform, who, posting, teams, everywhere, tick, holding
):
    holding.add("a")
    await mixed.becomes("C-grade-2", is_archived=True)
    await posting(GRADE_2, "Exit tickets", reason="thing:a")
    await everywhere()
    await perform(channels.map_channel, TO_TEAMS, actor=who(ADMIN))
    await tick()
    await everywhere()

    [digest] = teams.said(GRADE_2)
    assert "Exit tickets" in digest


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("MessageWritesBlocked", "Grade 2 is archived."),
        ("BotNotInConversationRoster", "I am not in Grade 2."),
        ("ConversationNotFound", "I cannot find Grade 2 any more."),
        ("BotDisabledByAdmin", "I am not allowed to post in Grade 2."),
    ],
)
async def test_what_teams_refuses_is_said_in_the_schools_words(
    mixed, perform, who, posting, office, teams, everywhere, code, said
):
    await perform(channels.map_channel, TO_TEAMS, actor=who(ADMIN))
    teams.answers(GRADE_2, Undeliverable(Trouble.CHANNEL, code))
    await posting(GRADE_2, "Exit tickets")
    await everywhere()

    [task] = office.said(Audience.person(who(ADMIN).person_id))
    assert task.startswith(said)
    assert any("Exit tickets" in one for one in office.said(Audience.person(who("jay-ivy").person_id)))


async def test_how_the_bot_comes_back_is_said_as_the_platform_does_it(mixed, perform, who):
    await perform(channels.map_channel, TO_TEAMS, actor=who(ADMIN))
    done = await perform(channels.how_to_invite, HowToInvite(audience=GRADE_2.key), actor=who(ADMIN))

    assert how_to_invite(done).summary.startswith("Open the team of Grade 2 in Teams")


async def test_a_teams_first_channel_is_its_teams_though_the_app_is_remembered_there_by_the_same_id(
    mixed, units, perform, who
):
    """The first channel of a team in Teams has the id of the team itself."""
    await perform(channels.map_channel, TO_TEAMS, actor=who(ADMIN))
    async with units.writing(SCHOOL) as work:
        for key in ("archived", "installed"):
            await work.people.reach("teams", f"{key}:{TO_TEAMS.address}", TO_TEAMS.address)
        assert await work.people.addressed("teams", TO_TEAMS.address) == GRADE_2.key
