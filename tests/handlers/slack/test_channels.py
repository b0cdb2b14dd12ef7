"""What Slack tells of channels reaches the school: the bot looks, and believes what it sees."""

from dataclasses import replace

import pytest

from bot.model.channels import ChannelState, Wrong
from handlers.slack.channels import CHANNEL_EVENTS
from tests.conftest import SCHOOL
from tests.handlers.slack.conftest import BOT


@pytest.fixture
async def health(http, slack, sandbox, units):
    """How a team's channel is, once everything that Slack has told is taken in."""
    sandbox.workspace.seed = replace(
        sandbox.workspace.seed, bot=replace(BOT, events=BOT.events | {*CHANNEL_EVENTS})
    )
    await slack.directory.sync(SCHOOL)

    async def of(audience: str):
        await slack.afterwards.drain()
        async with units.reading(SCHOOL) as work:
            return await work.channels.of("slack", audience)

    return of


async def test_each_change_of_a_channel_is_noticed_when_slack_tells_of_it(health, sandbox):
    comings = sandbox.comings
    assert (await health("team:grade-3")).state is ChannelState.HEALTHY

    await comings.archive("C3")
    assert (await health("team:grade-3")).wrong is Wrong.ARCHIVED
    await comings.unarchive("C3")
    assert (await health("team:grade-3")).state is ChannelState.HEALTHY
    await comings.share("C3")
    assert (await health("team:grade-3")).wrong is Wrong.EXTERNAL
    await comings.share("C3", outside=False)
    await comings.leave(BOT.user_id, "C3")
    assert (await health("team:grade-3")).wrong is Wrong.REMOVED
    await comings.join(BOT.user_id, "C3")
    assert (await health("team:grade-3")).state is ChannelState.HEALTHY
    await comings.delete("C3")
    assert (await health("team:grade-3")).wrong is Wrong.GONE


async def test_out_of_a_private_channel_the_bot_knows_that_it_was_removed(health, sandbox):
    await sandbox.comings.leave(BOT.user_id, "C2")

    assert (await health("ilt")).wrong is Wrong.REMOVED


async def test_a_rename_is_followed_in_the_school_itself(health, sandbox, units):
    await sandbox.comings.rename("C3", "third-grade")
    await health("team:grade-3")

    async with units.reading(SCHOOL) as work:
        assert (await work.people.roster()).team("grade-3").channel == "third-grade"
        assert (await work.people.addresses("slack"))["team:grade-3"] == "C3"


async def test_people_who_come_and_go_in_a_channel_are_nobodys_business(health, sandbox, sample):
    asked = len(sandbox.calls.of("conversations.info"))
    await sandbox.comings.leave("U900", "C3")
    await sandbox.comings.join("U900", "C3")
    await health("team:grade-3")

    assert len(sandbox.calls.of("conversations.info")) == asked


async def test_a_look_through_finds_what_no_event_told_of(health, slack, sandbox):
    assert (await health("team:grade-4")).wrong is Wrong.ARCHIVED
    assert (await health("team:grade-5")).wrong is Wrong.REMOVED
    assert (await health("team:k-1")).wrong is Wrong.UNMAPPED
    sandbox.workspace.conversation("C3").is_ext_shared = True
    await slack.directory.sync(SCHOOL)

    assert (await health("team:grade-3")).wrong is Wrong.EXTERNAL


async def test_schools_that_share_a_workspace_do_not_hear_of_each_others_private_channels(
    slack, sandbox, units
):
    await slack.workspaces.introduce("another-school", "xoxb-sandbox")
    sandbox.workspace.conversation("C1").kind = "private_channel"
    sandbox.workspace.conversation("C1").name = "office-of-another"
    async with units.writing(SCHOOL) as work:
        await work.people.forget_address("slack", "all-staff")
        (await work.people.to_change()).school.all_staff_channel = None
    await slack.directory.sync(SCHOOL)

    async with units.reading(SCHOOL) as work:
        names = {one.name for one in await work.channels.known("slack")}
    assert "office-of-another" not in names
    assert {"ilt", "grade-3"} <= names
