"""The vote: hidden until it closes, counted by the protocol, and nobody's afterwards."""

from datetime import date, datetime, time

import pytest
from sqlalchemy import select

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.consensus import forms
from bot.model.consensus import CheckState
from bot.model.protocol import Fallback, Protocol
from bot.routines.consensus import ending, opening, voting
from bot.routines.consensus.by_clock import left_the_ilt
from storage import tables
from tests.conftest import DENVER, SCHOOL
from tests.letters import letters
from tests.routines.consensus.conftest import ILT, LEADER, OPENER, TEACHER, said

SATURDAY, MONDAY = date(2026, 10, 24), date(2026, 10, 26)
SIX_OF_EIGHT = Protocol(quorum_share=75)


@pytest.mark.requirement("R-089")
async def test_a_two_opens_a_round_to_hear_it_and_nothing_is_decided(
    voting_on, vote, press, units, perform, who
):
    check = await voting_on(voters=8, protocol=SIX_OF_EIGHT)
    await vote(check, 5, 4, 4, 3, 3)
    asked = voting.AboutVote(check=check.id)
    own = await perform(voting.prepare_vote, asked, actor=who("ada-acorn"))
    form = forms.voting(own, {"value": "2"})
    assert "reason" in [field.name for field in form.fields]
    options = next(field.options for field in form.fields if field.name == "value")
    assert "2: I need something small fixed" in [option.label for option in options]
    await vote(check, 5, 4, 4, 3, 3, 2, reason="Start with one block.")
    sheet = await press(voting.close_vote, check)
    assert sheet.check.state is CheckState.HEARING
    words = said(sheet)
    assert "Concerns to hear" in words
    assert "Start with one block." in words
    assert "2: I need something small fixed: Votes 1" in words
    async with units.reading(SCHOOL) as work:
        assert not await work.decisions.register()


@pytest.mark.requirement("R-095")
async def test_while_it_is_open_everybody_sees_only_how_many_are_in(voting_on, vote, press):
    check = await voting_on(voters=8)
    await vote(check, 5, 0, 4, 3, 1)
    for reader in (LEADER, OPENER):
        words = said(await press(ending.see, check, by=reader))
        assert "Votes in: 5 of 8" in words
        assert "Round 1: " not in words
        assert "Chart" not in words


async def test_with_the_last_vote_it_closes_and_nobody_can_tell_whose_votes_they_were(
    voting_on, vote, now, units, sample
):
    check = await voting_on()
    await vote(check, *[4] * 5, *[3] * 4)
    assert (await now(check)).state is CheckState.VOTING
    await vote(check, *[4] * 5, *[3] * 5)
    closed = await now(check)
    assert closed.state is CheckState.PASSED
    async with units.reading(SCHOOL) as work:
        rows = await work.session.execute(select(tables.consensus.votes))
        assert not rows.all()
    told = [letter for letter in await letters(units) if letter.key.startswith("consensus/")]
    assert "10 of 10 at 3+" in told[-1].text
    assert "How the votes spread is not shown" in told[-1].text
    assert not any(person.name in letter.text for letter in told for person in sample.people)


async def test_a_vote_can_be_changed_until_it_closes_and_counts_once(voting_on, vote, press, do, now):
    check = await voting_on(voters=8)
    await vote(check, 0, 5, 5, 4, 4)
    await vote(check, 3)
    await press(voting.close_vote, check)
    after = await now(check)
    assert (after.last.counts[0], after.last.counts[3], after.last.cast) == (0, 1, 5)
    with pytest.raises(OutOfDate, match="has closed"):
        await do(voting.CastVote, "ada-acorn", check=check.id, value=5)
    with pytest.raises(OutOfDate, match="has moved on"):
        await press(voting.close_vote, check)


async def test_too_few_votes_pause_it_and_48_hours_let_the_missing_ones_come_in(
    voting_on, vote, press, now, clock, tick
):
    check = await voting_on(voters=8)
    await vote(check, 5, 5, 4)
    assert said(await press(voting.close_vote, check)).count("3 of 8 votes are in, and it takes 5") == 1
    assert (await now(check)).state is CheckState.PAUSED
    resumed = (await press(voting.resume, check)).check
    assert (resumed.state, resumed.round) == (CheckState.VOTING, 1)
    await vote(check, 5, 5, 4, 4, 4)
    clock.moment = resumed.waits_until
    await tick()
    assert (await now(check)).state is CheckState.PASSED


async def test_at_the_bell_missing_votes_pause_it_and_then_it_is_parked(voting_on, vote, now, clock, tick):
    check = await voting_on(voters=8)
    await vote(check, 5, 5)
    clock.moment = (await now(check)).waits_until
    await tick()
    paused = await now(check)
    assert paused.state is CheckState.PAUSED
    clock.moment = paused.waits_until
    await tick()
    assert (await now(check)).state is CheckState.PARKED


async def test_who_leaves_during_a_vote_is_no_longer_waited_for(voting_on, vote, now, units, clock):
    check = await voting_on(voters=8)
    await vote(check, 5, 5, 4, 4, 4, 3, 3)
    async with units.writing(SCHOOL) as work:
        (await work.people.to_change()).person(check.voters[7]).active = False
        await left_the_ilt(check.voters[7], work, clock.now())
    after = await now(check)
    assert (after.state, after.last.eligible) == (CheckState.PASSED, 7)


async def test_a_bot_that_was_down_says_on_the_next_school_morning_what_a_vote_came_to(
    voting_on, vote, units, clock, tick
):
    check = await voting_on(voters=8)
    await vote(check, 5, 5, 4, 4, 4)
    clock.on(SATURDAY, time(10))
    await tick()
    async with units.reading(SCHOOL) as work:
        [said] = [one for one in await work.outbox.pending() if f"{check.id}/passed" in one.key]
    assert said.at.astimezone(DENVER) == datetime.combine(MONDAY, time(7, 45), DENVER)


async def test_what_all_answered_alike_is_in_no_number(voting_on, vote, press, do):
    check = await voting_on(voters=8)
    await vote(check, *[1] * 8)
    assert "Round 1: it did not pass." in said(await press(ending.see, check))
    tapped = await do(opening.OpenCheck, proposal=check.proposal, teams=("grade-3",), heard=("grade-3",))
    for key in ILT:
        await do(voting.NameRisk, key, check=tapped.check.id, risk="workload")
    opened = await do(voting.OpenVote, check=tapped.check.id, proposal=check.proposal, mitigation="One block")
    assert "workload" in said(opened).lower()
    assert "10 of 10" not in said(opened)


async def test_two_proposals_are_open_at_once_and_each_counts_its_own(voting_on, vote, now):
    one, other = await voting_on(voters=5), await voting_on(voters=5)
    await vote(one, 5, 5, 5, 5, 5)
    assert ((await now(one)).state, (await now(other)).state) == (CheckState.PASSED, CheckState.VOTING)


@pytest.mark.requirement("R-021")
async def test_guests_advise_and_the_threshold_uses_the_members_alone(voting_on, vote, do, press, now, who):
    guest = who(TEACHER).person_id
    check = await voting_on(voters=6, guests=(guest,))
    await do(voting.CastVote, TEACHER, check=check.id, value=2)
    await vote(check, 5, 5, 4, 4, 3, 3)
    closed = await press(ending.see, check)
    assert closed.check.state is CheckState.PASSED
    assert "Guests: 1 concern." in said(closed)
    with pytest.raises((OutOfDate, NotPermitted)):
        await do(voting.CastVote, "pia-olive", check=check.id, value=5)


async def test_the_school_leader_votes_last_where_that_was_chosen(voting_on, vote, do, now, units):
    check = await voting_on(leader_last=True)
    with pytest.raises(Refusal, match="You vote last on this one: 0 of 9"):
        await do(voting.CastVote, LEADER, check=check.id, value=5)
    others = [key for key in ILT if key != LEADER]
    for key in others:
        await do(voting.CastVote, key, check=check.id, value=4)
    assert (await now(check)).state is CheckState.VOTING
    assert any("Yours is the last" in letter.text for letter in await letters(units))
    await do(voting.CastVote, LEADER, check=check.id, value=4)
    assert (await now(check)).state is CheckState.PASSED


@pytest.mark.requirement("R-026")
async def test_after_round_two_only_the_school_leader_may_decide_and_must_say_why(
    voting_on, vote, press, do, now, units, sample
):
    check = await voting_on()
    await vote(check, 0, *[4] * 9)
    await do(ending.VoteAgain, check=check.id, proposal="One math block a day starts with writing.")
    await vote(check, 1, 2, *[4] * 8)
    fallen = await press(ending.see, check)
    assert fallen.check.state is CheckState.FALLBACK
    assert "Decide with reason" not in said(fallen)
    asked = [letter for letter in await letters(units) if "decide-with-reason" in letter.verbs]
    assert [letter.audience for letter in asked] == [f"person:{sample.keyed(LEADER).id}"]
    with pytest.raises(NotPermitted):
        await do(ending.DecideWithReason, check=check.id, reason="I want it")
    with pytest.raises(ValueError, match="reason"):
        await do(ending.DecideWithReason, LEADER, check=check.id, reason="")
    decided = await do(ending.DecideWithReason, LEADER, check=check.id, reason="The evidence is strong.")
    assert decided.check.state is CheckState.PASSED
    words = said(decided)
    assert "Principal decided after ILT did not reach consensus (8 of 10 at 3+)." in words
    assert "The evidence is strong." in words


async def test_what_the_protocol_does_not_fall_back_on_is_not_there(voting_on, vote, do, press):
    only = Protocol(rounds=1, fallback=(Fallback.PARK, Fallback.SUPERMAJORITY))
    check = await voting_on(protocol=only)
    await vote(check, 0, 0, 0, *[4] * 7)
    assert "Adopt by supermajority" not in said(await press(ending.see, check))
    with pytest.raises(Refusal, match="does not fall back on that"):
        await do(ending.DecideWithReason, LEADER, check=check.id, reason="Because")
    with pytest.raises(Refusal, match="Not enough"):
        await press(ending.take_supermajority, check)
