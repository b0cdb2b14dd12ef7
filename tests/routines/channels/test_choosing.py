"""Choosing another channel: who may, which ones, and that it is told once what it missed."""

from datetime import timedelta

import pytest

from bot.errors import NotPermitted, Refusal
from bot.messages.channels.choosing import choose
from bot.model.audiences import Audience
from bot.model.channels import ChannelState
from bot.model.people import Relation
from bot.routines import channels
from bot.routines.channels import AboutChannel, MapChannel, WhereElse

GRADE_2, GRADE_3, ILT = Audience.team("grade-2"), Audience.team("grade-3"), Audience.ilt()
ADMIN, REP = "noel-mint", "jay-ivy"
TO_NEW = MapChannel(audience="team:grade-2", address="C-grade-2-new")


async def test_another_channel_is_the_schools_from_then_on_and_well_once_it_is_seen(
    workspace, perform, who, courier, office, posting
):
    await workspace.becomes("C-grade-2", is_archived=True)
    await perform(channels.map_channel, TO_NEW, actor=who(ADMIN))

    assert (await workspace.roster()).team("grade-2").channel == "grade-2-new"
    assert await workspace.address("team:grade-2") == "C-grade-2-new"
    assert (await workspace.health("team:grade-2")).state is ChannelState.REMAPPED
    await posting(GRADE_2, "Exit tickets")
    await courier.deliver_due()
    assert office.said(GRADE_2) == ["Exit tickets"]
    await workspace.look()
    assert (await workspace.health("team:grade-2")).state is ChannelState.HEALTHY


@pytest.mark.requirement("R-289")
async def test_the_new_channel_is_told_once_what_still_holds_of_what_was_missed_oldest_first(
    workspace, perform, who, office, posting, holding, tick, clock
):
    """Fails when reasons are not asked again, when it is told twice, and when older things are told."""
    await workspace.becomes("C-grade-2", is_archived=True)
    for days, (words, thing) in enumerate(
        [("Too old", "a"), ("First", "a"), ("Withdrawn", "b"), ("Second", "a"), ("Third", "a")]
    ):
        holding.update({"a", "b"})
        await posting(GRADE_2, words, reason=f"thing:{thing}")
        await tick()
        clock.advance(days=3 if days == 0 else 1)
    holding.discard("b")
    clock.advance(days=1)
    await perform(channels.map_channel, TO_NEW, actor=who(ADMIN))
    for _ in range(2):
        await tick()

    (digest,) = office.said(GRADE_2)
    assert digest.splitlines()[:-1] == [
        "Catching up: this came while I could not post in this channel.",
        "• Thu, Oct 22 First",
        "• Sat, Oct 24 Second",
        "• Sun, Oct 25 Third",
    ]


async def test_what_is_for_few_eyes_is_not_in_the_digest(
    workspace, perform, who, office, units, clock, tick, courier
):
    from bot.messages.vocabulary import Message

    await workspace.becomes("C-grade-2", is_archived=True)
    async with units.writing("sample-elementary") as work:
        said = Message("Something for you", private=True)
        await work.outbox.post(GRADE_2, said, key="private", due_at=clock.now())
    await courier.deliver_due()
    await perform(channels.map_channel, TO_NEW, actor=who(ADMIN))
    await tick()

    assert office.said(GRADE_2) == []


@pytest.mark.requirement("R-304")
async def test_a_channel_read_outside_takes_nothing_until_the_admin_confirms_and_then_open_posts_only(
    workspace, perform, who, courier, office, posting, units, clock, told
):
    await workspace.becomes("C-grade-2", is_shared=True)
    await posting(GRADE_2, "Not yet")
    await courier.deliver_due()
    assert office.said(GRADE_2) == []
    (task,) = await told(ADMIN)
    assert task.startswith("#grade-2 is shared with people outside your school.")
    about = AboutChannel(audience="team:grade-2")
    with pytest.raises(NotPermitted):
        await perform(channels.allow_external, about, actor=who(REP))

    await perform(channels.allow_external, about, actor=who(ADMIN))
    await workspace.look()
    await posting(GRADE_2, "Open to all")
    async with units.writing("sample-elementary") as work:
        from bot.messages.vocabulary import Message

        few = Message("Something for you", private=True)
        await work.outbox.post(GRADE_2, few, key="few", due_at=clock.now())
    await courier.deliver_due()

    assert office.said(GRADE_2) == ["Open to all"]
    assert "Something for you" not in str(office.said(GRADE_2))


async def test_the_ilt_never_speaks_where_others_read_along(
    workspace, perform, who, courier, office, posting
):
    await workspace.becomes("C-ilt", is_shared=True)
    await posting(ILT, "The agenda")
    await courier.deliver_due()

    assert office.said(ILT) == []
    with pytest.raises(Refusal, match="only your school can read"):
        await perform(channels.allow_external, AboutChannel(audience="ilt"), actor=who(ADMIN))


async def test_choosing_a_channel_that_others_read_is_confirmed_by_the_admin(workspace, perform, who):
    await workspace.becomes("C-grade-2-new", is_shared=True)
    with pytest.raises(Refusal) as refused:
        await perform(channels.map_channel, TO_NEW, actor=who(ADMIN))
    assert refused.value.field == "open_only"
    with pytest.raises(Refusal, match="Ask Noel Mint to choose it"):
        await perform(channels.map_channel, TO_NEW.model_copy(update={"open_only": True}), actor=who(REP))

    asked = await perform(channels.where_else, WhereElse(audience="team:grade-2"), actor=who(ADMIN))
    drawn = {field.name for field in choose(asked, {"address": "C-grade-2-new"}).fields}
    assert drawn == {"audience", "address", "open_only"}
    done = await perform(
        channels.map_channel, TO_NEW.model_copy(update={"open_only": True}), actor=who(ADMIN)
    )
    assert done.health.allowed_external


async def test_the_ilt_can_only_be_given_a_private_channel(workspace, perform, who):
    with pytest.raises(Refusal, match="The ILT needs a private channel"):
        await perform(channels.map_channel, MapChannel(audience="ilt", address="C-grade-3"), actor=who(ADMIN))
    asked = await perform(channels.where_else, WhereElse(audience="ilt"), actor=who(ADMIN))
    assert [one.name for one in asked.channels] == ["ilt"]


@pytest.mark.parametrize("key", ["oli-nettle", "kit-juniper"])
async def test_nobody_but_who_speaks_for_the_team_or_looks_after_the_bot_chooses(
    workspace, perform, who, key
):
    """The lead of another team, and a member of this one."""
    for routine, request in (
        (channels.map_channel, TO_NEW),
        (channels.where_else, WhereElse(audience="team:grade-2")),
        (channels.where_else, WhereElse()),
        (channels.lead_instead, AboutChannel(audience="team:grade-2")),
        (channels.see, channels.SeeChannels()),
    ):
        with pytest.raises(NotPermitted):
            await perform(routine, request, actor=who(key))


async def test_a_channel_that_cannot_be_posted_in_any_more_is_not_chosen(workspace, perform, who):
    await workspace.becomes("C-grade-2-new", has_bot=False)
    with pytest.raises(Refusal, match="cannot post in that channel any more"):
        await perform(channels.map_channel, TO_NEW, actor=who(REP))


@pytest.mark.requirement("R-304")
async def test_a_guest_gives_input_and_reads_what_all_staff_may_know_and_nothing_else(who):
    from dataclasses import replace

    from bot.permissions import TABLE, may

    guest = replace(who("pia-olive"), relations=frozenset({Relation.GUEST}))
    open_to = {one.verb for one in TABLE if may(guest, one.verb)}

    assert {"input", "status", "decisions"} <= open_to
    assert open_to.isdisjoint(
        {"inputs", "walk", "trends", "add-item", "decide", "checkin", "cycle", "channels", "map-channel"}
    )


async def test_what_was_missed_is_told_in_contract_hours(
    workspace, perform, who, office, posting, courier, tick, clock
):
    await workspace.becomes("C-grade-3", is_archived=True)
    await posting(GRADE_3, "Exit tickets")
    await courier.deliver_due()
    clock.moment += timedelta(hours=8)
    await workspace.becomes("C-grade-3", is_archived=False)
    await tick()
    assert office.said(GRADE_3) == []
    clock.moment += timedelta(hours=12)
    await tick()

    (digest,) = office.said(GRADE_3)
    assert "Mon, Oct 19 Exit tickets" in digest


async def test_a_rep_is_not_shown_private_channels_and_no_team_gets_the_ilts(workspace, perform, who):
    await workspace.becomes("C-grade-5", is_private=True)
    asked = {
        key: await perform(channels.where_else, WhereElse(audience="team:grade-2"), actor=who(key))
        for key in (ADMIN, REP)
    }
    offered = {key: {one.name for one in found.channels} for key, found in asked.items()}

    assert offered[ADMIN] - offered[REP] == {"grade-5"}
    assert "ilt" not in offered[ADMIN]
    to_private = MapChannel(audience="team:grade-2", address="C-grade-5")
    with pytest.raises(Refusal, match="Only Noel Mint can choose a private channel"):
        await perform(channels.map_channel, to_private, actor=who(REP))


async def test_what_one_channel_has_caught_up_on_is_not_told_again_in_the_next(
    workspace, perform, who, office, posting, courier, tick
):
    await workspace.becomes("C-grade-2", is_archived=True)
    await posting(GRADE_2, "Exit tickets")
    await courier.deliver_due()
    await workspace.becomes("C-grade-2", is_archived=False)
    await tick()
    await perform(channels.map_channel, TO_NEW, actor=who(ADMIN))
    await tick()

    assert len(office.said(GRADE_2)) == 1


async def test_posts_that_would_have_come_together_reach_the_rep_and_are_told_one_by_one_later(
    workspace, perform, who, office, posting, tick, told, holding
):
    holding.add("a")
    await workspace.becomes("C-grade-2", is_archived=True)
    for number, thing in ((1, "a"), (2, "b"), (3, "a")):
        await posting(
            GRADE_2, f"Post {number}", key=f"decision/{number}/relay/grade-2", reason=f"thing:{thing}"
        )
    holding.add("b")
    (said,) = await told(REP)
    assert "Post 1" in said
    assert "Post 3" in said
    holding.discard("b")
    await perform(channels.map_channel, TO_NEW, actor=who(ADMIN))
    await tick()

    (digest,) = office.said(GRADE_2)
    assert [line[-6:] for line in digest.splitlines()[1:-1]] == ["Post 1", "Post 3"]
