"""A school on Slack and on Teams: everybody hears everything once, where they are."""

import pytest

from bot.courier import Courier
from bot.errors import Refusal
from bot.messages.channels.listing import listing
from bot.messages.plain import plain
from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.people import the_clock
from bot.ports import Letter, Sent, Trouble, Undeliverable
from bot.routines import channels, people, platforms, reaching
from bot.routines.requests import Nothing
from bot.routines.viewer import viewer
from tests.conftest import OPERATOR, SCHOOL
from tests.delivery.post_office import PostOffice
from tests.postgres import on_both

GRADE_3, GRADE_4 = Audience.team("grade-3"), Audience.team("grade-4")
CLOCK = the_clock(SCHOOL)
LONG = "19:" + "x" * 200 + "@thread.tacv2"
NOT_INSTALLED = Undeliverable(Trouble.PERSON, "ForbiddenOperationException")


class Teams(PostOffice):
    """A platform with ids as long as those of Teams: some 200 characters for a conversation."""

    @staticmethod
    def where(letter: Letter) -> Sent:
        return Sent(f"19:{letter.audience.key}".ljust(220, "x"), letter.id.ljust(200, "x"))


@pytest.fixture
def slack(office) -> PostOffice:
    return office


@pytest.fixture
def teams() -> PostOffice:
    return Teams()


@pytest.fixture
def everywhere(units, clock, pacer, slack, teams):
    """Let both couriers deliver what is due."""
    couriers = [
        Courier(units, slack, clock, pacer=pacer, platform="slack"),
        Courier(units, teams, clock, pacer=pacer, platform="teams"),
    ]

    async def delivered() -> int:
        return sum([await one.deliver_due() for one in (*couriers, couriers[0])])

    return delivered


@pytest.fixture
def learn(perform):
    async def learnt(platform: str, **addresses: str) -> None:
        found = {key.replace("_", "-") if ":" not in key else key: to for key, to in addresses.items()}
        command = people.LearnAddresses(platform=platform, addresses=found)
        await perform(people.learn_addresses, command, actor=CLOCK)

    return learnt


@pytest.fixture
def uses(perform, sample):
    """Somebody is seen on a platform; whether that was news."""

    async def seen(key: str, platform: str) -> bool:
        asked = {"platform": platform, "person": sample.keyed(key).id}
        was = await perform(reaching.was_elsewhere, reaching.WasElsewhere(**asked), actor=CLOCK)
        await perform(reaching.use_platform, reaching.UsePlatform(**asked), actor=CLOCK)
        return was

    return seen


@pytest.fixture
async def mixed(learn, sample):
    """Grade 3 is on Teams, Grade 4 on Slack; Jay Ivy is on both, Oli Nettle on Teams alone."""
    both, teams_only = (f"person:{sample.keyed(key).id}" for key in ("jay-ivy", "oli-nettle"))
    await learn("slack", **{"workspace": "T1", GRADE_4.key: "C4", both: "U1"})
    installed = {f"installed:{LONG}": LONG}
    await learn("teams", **{"workspace": "tenant", GRADE_3.key: LONG, both: "29:1", teams_only: "29:2"})
    await learn("teams", **installed)


@on_both
async def test_a_decision_reaches_each_team_once_on_the_platform_where_its_channel_lives(
    mixed, slack, teams, posting, everywhere
):
    for team in (GRADE_3, GRADE_4):
        await posting(team, "Exit tickets", key=f"decision/1/relay/{team.key}")

    assert await everywhere() == 2
    assert (teams.said(GRADE_3), slack.said(GRADE_4)) == (["Exit tickets"], ["Exit tickets"])
    assert (slack.said(GRADE_3), teams.said(GRADE_4)) == ([], [])


@on_both
async def test_somebody_on_both_platforms_is_written_to_once_where_they_were_last(
    mixed, slack, teams, posting, everywhere, uses, who
):
    jay, both = Audience.person(who("jay-ivy").person_id), ("teams", "slack", "slack", "teams")
    said: dict[str, list[str]] = {"slack": [], "teams": []}
    news: list[bool] = []
    for number, platform in enumerate(both):
        news.append(await uses("jay-ivy", platform))
        said[platform].append(await posting(jay, f"Message {number}", key=f"a/{number}/receipt"))

    assert news == [True, True, False, True]
    assert await everywhere() == 4
    assert {
        key: [one.key for one in office.channels[jay.key]]
        for key, office in (("slack", slack), ("teams", teams))
    } == said


async def test_who_is_on_one_platform_alone_is_written_to_there_and_who_is_on_none_where_the_school_is_first(
    mixed, slack, teams, posting, everywhere, who
):
    on_teams, nowhere = (Audience.person(who(key).person_id) for key in ("oli-nettle", "ada-acorn"))
    await posting(on_teams, "Hello")
    await posting(nowhere, "Hello you")

    await everywhere()

    assert (teams.said(on_teams), slack.said(nowhere)) == (["Hello"], ["Hello you"])


async def test_a_school_on_teams_alone_is_written_to_there(slack, teams, learn, posting, everywhere, sample):
    await posting(GRADE_4, "Before it is anywhere")
    await learn("teams", workspace="tenant")
    await posting(GRADE_3, "Exit tickets")

    await everywhere()

    assert (slack.said(GRADE_4), teams.said(GRADE_3)) == (["Before it is anywhere"], ["Exit tickets"])


@on_both
async def test_a_change_goes_to_each_copy_on_its_own_platform_even_when_its_team_has_moved(
    mixed, slack, teams, posting, everywhere, units, clock, learn
):
    for team in (GRADE_3, GRADE_4):
        await posting(team, "Exit tickets", key=f"decision/1/{team.key}")
    await everywhere()
    await learn("slack", **{GRADE_4.key: ""})
    await learn("teams", **{GRADE_4.key: "19:4"})
    async with units.writing(SCHOOL) as work:
        for team in (GRADE_3, GRADE_4):
            said = Message("Withdrawn", (paragraph("Withdrawn"),))
            await work.outbox.edit(f"decision/1/{team.key}", said, edit="2", due_at=clock.now())
    await posting(GRADE_4, "More about it", thread=f"decision/1/{GRADE_4.key}")
    await everywhere()

    assert teams.said(GRADE_3) == ["Exit tickets", "Withdrawn"]
    assert slack.said(GRADE_4) == ["Exit tickets", "Withdrawn"]
    [edit] = slack.channels[GRADE_4.key][1:]
    assert slack.threads[edit.id] == slack.where(slack.channels[GRADE_4.key][0])
    [more] = teams.channels[GRADE_4.key]
    assert (plain(more.message), teams.threads[more.id]) == ("More about it", None)


async def test_an_answer_goes_where_the_letter_stands_that_it_answers(
    mixed, slack, teams, posting, everywhere, uses, who
):
    jay = Audience.person(who("jay-ivy").person_id)
    await posting(jay, "Your question", key="question/1/receipt")
    await everywhere()
    await uses("jay-ivy", "teams")

    await posting(jay, "Its answer", thread="question/1/receipt")
    await everywhere()

    asked, answer = slack.channels[jay.key]
    assert slack.threads[answer.id] == slack.where(asked)


@pytest.fixture
def at_home(units, clock, who):
    async def words(key: str) -> str:
        async with units.reading(SCHOOL) as work:
            share = await reaching.home(await viewer(who(key), work=work, clock=clock), work=work)
        return plain(Message("", tuple(part for section in share.sections for part in section.parts)))

    return words


@on_both
async def test_whom_one_platform_does_not_take_gets_it_on_the_other_and_the_admin_sees_why_until_it_works(
    mixed, slack, teams, posting, everywhere, uses, who, at_home
):
    jay = Audience.person(who("jay-ivy").person_id)
    await uses("jay-ivy", "teams")
    teams.answers(jay, NOT_INSTALLED)
    key = await posting(jay, "Your 1:1 is tomorrow", key="checkin/1/receipt")
    await everywhere()

    assert (slack.said(jay), teams.said(jay)) == (["Your 1:1 is tomorrow"], [])
    assert (await posting.became(key)).state.value == "rerouted"
    seen = await at_home("noel-mint")
    assert "Jay Ivy: ILT Bot is not installed for Jay Ivy in Teams." in seen
    assert "Messages go to Slack instead." in seen
    assert "1:1" not in seen
    assert await at_home("mina-linden") == await at_home("jay-ivy") == ""

    await posting(jay, "Another", key="checkin/2/receipt")
    await everywhere()
    assert teams.said(jay) == ["Another"]
    assert await at_home("noel-mint") == ""


async def test_whom_no_platform_takes_is_tried_once_on_each_and_is_seen(
    mixed, slack, teams, posting, everywhere, perform, who, at_home
):
    jay = Audience.person(who("jay-ivy").person_id)
    slack.answers(jay, Undeliverable(Trouble.PERSON, "user_disabled"))
    teams.answers(jay, NOT_INSTALLED)
    key = await posting(jay, "Your 1:1 is tomorrow", key="checkin/1/receipt")

    assert await everywhere() == 0
    assert await everywhere() == 0
    assert [(await posting.became(one)).state.value for one in (key, f"{key}/elsewhere")] == [
        "rerouted",
        "failed",
    ]
    found = await perform(reaching.unreached, Nothing(), actor=CLOCK)
    assert {(one.name, one.unreached.platform) for one in found} == {
        ("Jay Ivy", "slack"),
        ("Jay Ivy", "teams"),
    }
    assert "The account of Jay Ivy in Slack is gone" in await at_home("noel-mint")
    overview = await perform(channels.see, channels.SeeChannels(), actor=who("noel-mint"))
    assert "ILT Bot is not installed for Jay Ivy in Teams." in plain(listing(overview))


async def test_who_installs_the_app_is_in_reach_from_then_on(
    mixed, teams, learn, posting, everywhere, who, at_home
):
    oli = who("oli-nettle").person_id
    teams.answers(Audience.person(oli), NOT_INSTALLED)
    await posting(Audience.person(oli), "Hello", key="a/receipt")
    await everywhere()
    assert "Oli Nettle" in await at_home("noel-mint")

    await learn("teams", **{f"dm:person:{oli}": "a:1"})
    assert await at_home("noel-mint") == ""


async def test_a_school_that_gives_a_platform_up_is_reached_on_the_other_with_all_that_waits(
    mixed, slack, teams, posting, everywhere, perform, units, clock, who
):
    jay = Audience.person(who("jay-ivy").person_id)
    await posting(GRADE_4, "Exit tickets", key="decision/1")
    await everywhere()
    await posting(jay, "Waits for you", key="a/1/receipt")
    await posting(GRADE_4, "Waits", key="a/2/receipt")

    left = await perform(platforms.leave, platforms.LeavePlatform(platform="slack"), actor=OPERATOR)
    async with units.writing(SCHOOL) as work:
        await work.outbox.edit("decision/1", Message("Withdrawn"), edit="2", due_at=clock.now())
    await posting(jay, "After that", key="a/3/receipt")
    await everywhere()

    assert (left.letters, left.without_channel) == (2, ("Grade 4",))
    assert teams.said(jay) == ["Waits for you", "After that"]
    assert teams.said(GRADE_4) == ["Waits"]
    assert slack.said(GRADE_4) == ["Exit tickets"]
    edit = await posting.became("decision/1/edit/2")
    assert (edit.state.value, edit.trouble) == ("failed", "left_platform")


async def test_the_only_platform_is_not_given_up_nor_one_that_the_school_is_not_on(perform, learn, sample):
    await learn("slack", workspace="T1")
    for platform, words in (("slack", "on Slack alone"), ("teams", "not on Teams")):
        with pytest.raises(Refusal, match=words):
            await perform(platforms.leave, platforms.LeavePlatform(platform=platform), actor=OPERATOR)
