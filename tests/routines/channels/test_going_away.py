"""A channel goes away: who hears of it, where its posts go, and that nothing is taken for it by mistake."""

import pytest

from bot.messages.channels.listing import listing
from bot.messages.plain import plain
from bot.model.audiences import Audience
from bot.model.channels import ChannelState, Wrong
from bot.routines import channels

GRADE_2 = Audience.team("grade-2")
ADMIN, REP = "noel-mint", "jay-ivy"


async def list_of(perform, actor) -> str:
    return plain(listing(await perform(channels.see, channels.SeeChannels(), actor=actor)))


@pytest.mark.requirement("R-289")
async def test_of_an_archived_channel_its_rep_gets_the_posts_and_only_the_admin_a_task_once(
    workspace, courier, office, posting, told, clock
):
    await workspace.becomes("C-grade-2", is_archived=True)
    await posting(GRADE_2, "Exit tickets every day")
    clock.advance(minutes=4)
    (post,) = await told(REP)
    await workspace.look()
    await posting(GRADE_2, "One more")
    (task,) = await told(ADMIN)

    assert "Exit tickets every day" in post
    assert task.splitlines() == [
        "#grade-2 is archived. Until you choose, Jay Ivy gets the posts for Grade 2.",
        "[Use another channel] [DM the lead instead]",
    ]
    assert office.said(GRADE_2) == []
    assert {key for key, letters in office.channels.items() if letters} == {
        f"person:{(await workspace.roster()).keyed(key).id}" for key in (ADMIN, REP)
    }


async def test_a_channel_that_is_opened_again_gets_its_posts_again(workspace, courier, office, posting):
    await workspace.becomes("C-grade-2", is_archived=True)
    await workspace.becomes("C-grade-2", is_archived=False)
    await posting(GRADE_2, "Exit tickets")
    await courier.deliver_due()

    assert office.said(GRADE_2) == ["Exit tickets"]
    assert (await workspace.health("team:grade-2")).state is ChannelState.HEALTHY


async def test_a_task_that_nobody_needs_any_more_is_not_told(workspace, told, clock):
    clock.advance(hours=8)
    await workspace.becomes("C-grade-2", is_archived=True)
    assert await told(ADMIN) == []
    await workspace.becomes("C-grade-2", is_archived=False)
    clock.advance(hours=14)

    assert await told(ADMIN) == []


@pytest.mark.requirement("R-290")
async def test_removed_the_bot_stays_away_and_lead_and_admin_are_asked_once_without_a_name(
    workspace, courier, office, posting, told, perform, who
):
    await workspace.becomes("C-grade-2", has_bot=False)
    (to_rep,), (to_admin,) = await told(REP), await told(ADMIN)
    for said in (to_rep, to_admin):
        assert said.startswith("I am not in #grade-2. Until you choose,")
        assert said.endswith("[Invite me back] [Use another channel] [DM the lead instead]")

    about = channels.AboutChannel(audience="team:grade-2")
    await perform(channels.lead_instead, about, actor=who(REP))
    await workspace.becomes("C-grade-2", has_bot=True)
    await posting(GRADE_2, "Exit tickets")

    assert "Exit tickets" in (await told(REP))[1]
    assert office.said(GRADE_2) == []
    await perform(channels.post_again, about, actor=who(ADMIN))
    await posting(GRADE_2, "In the channel again")
    await courier.deliver_due()
    assert office.said(GRADE_2) == ["In the channel again"]


async def test_a_private_channel_that_cannot_be_seen_any_more_stays_one_the_bot_was_removed_from(workspace):
    await workspace.becomes("C-ilt", has_bot=False)
    del workspace.there["C-ilt"]
    await workspace.look()

    assert (await workspace.health("ilt")).wrong is Wrong.REMOVED


async def test_a_renamed_channel_stays_the_same_and_the_school_calls_it_by_its_new_name(workspace, told):
    await workspace.becomes("C-grade-2", name="second-grade")

    assert await workspace.address("team:grade-2") == "C-grade-2"
    assert (await workspace.roster()).team("grade-2").channel == "second-grade"
    assert await told(ADMIN) == []


async def test_a_channel_that_takes_over_the_name_is_not_taken_for_the_one_that_had_it(
    workspace, units, perform
):
    await workspace.becomes("C-grade-2", name="second-grade")
    workspace.there["C-other"] = workspace.there["C-k-1"].__class__(
        address="C-other", name="grade-2", has_bot=True
    )
    await workspace.look()
    async with units.writing("sample-elementary") as work:
        (await work.people.to_change()).team("grade-2").channel = "grade-2"
    await workspace.look()

    assert await workspace.address("team:grade-2") == "C-grade-2"
    assert (await workspace.roster()).team("grade-2").channel == "second-grade"


async def test_a_deleted_channel_is_not_replaced_by_another_of_its_name(workspace, told):
    await workspace.goes("C-grade-2")
    workspace.there["C-new"] = workspace.there["C-k-1"].__class__(
        address="C-new", name="grade-2", has_bot=True
    )
    await workspace.look()

    assert (await workspace.health("team:grade-2")).wrong is Wrong.GONE
    (task,) = await told(ADMIN)
    assert task.startswith("I cannot find #grade-2 any more.")


async def test_another_name_in_the_school_file_is_another_channel(workspace, units):
    async with units.writing("sample-elementary") as work:
        (await work.people.to_change()).team("grade-2").channel = "grade-2-new"
    await workspace.look()

    assert await workspace.address("team:grade-2") == "C-grade-2-new"
    assert (await workspace.health("team:grade-2")).state is ChannelState.HEALTHY


@pytest.mark.requirement("R-107")
async def test_a_team_without_a_channel_is_told_through_its_lead_and_the_admin_gets_a_task(
    workspace, courier, office, posting, told, perform, who, units
):
    async with units.writing("sample-elementary") as work:
        (await work.people.to_change()).team("grade-4").channel = None
        await work.people.forget_address("slack", "team:grade-4")
    await workspace.look()
    from bot.ports import Trouble, Undeliverable

    grade_4 = Audience.team("grade-4")
    office.answers(grade_4, Undeliverable(Trouble.CHANNEL, "no_channel"))
    await posting(grade_4, "Exit tickets", key="decision/1")

    (said,) = await told("tea-sage")
    assert said.endswith("[Post it for me]")
    (task,) = await told(ADMIN)
    assert task.startswith("Grade 4 has no channel that I can post in. Until you choose, Tea Sage gets")
    assert "[Choose a channel]" in task
    words = await perform(
        channels.post_for_me, channels.PostForMe(letter="decision/1"), actor=who("tea-sage")
    )
    assert plain(words) == "Exit tickets"


async def test_the_list_says_in_words_how_each_channel_is(workspace, perform, who, clock):
    admin = who(ADMIN)
    assert "Nothing needs you." in await list_of(perform, admin)
    assert "Special education: no channel. Posts go to Hugo Ginger." in await list_of(perform, admin)
    await workspace.becomes("C-grade-2", is_archived=True)

    said = await list_of(perform, admin)
    assert "1 channel needs you." in said
    assert "Grade 2: #grade-2, archived, since Mon, Oct 19. Posts go to Jay Ivy." in said
    clock.advance(hours=25)
    assert "Grade 3: #grade-3, not looked at since Mon, Oct 19." in await list_of(perform, admin)


async def test_home_tells_the_admin_of_channels_only_when_one_needs_them(workspace, units, who, clock):
    from bot.routines.viewer import viewer

    async def home(key):
        async with units.reading("sample-elementary") as work:
            return await channels.home(await viewer(who(key), work=work, clock=clock), work=work)

    assert (await home(ADMIN)).sections == ()
    await workspace.becomes("C-grade-2", is_archived=True)
    waits = await home(ADMIN)
    assert (len(waits.waiting), waits.sections) == (1, ()), "said once"
    assert (await home(REP)).sections == ()
