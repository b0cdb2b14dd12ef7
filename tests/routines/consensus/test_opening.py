"""Opening a check: who was heard, who decides by the school's own table, and what is asked first."""

from dataclasses import replace
from datetime import date

import pytest

from bot.errors import NotFound, NotPermitted, OutOfDate, Refusal
from bot.messages.consensus import forms
from bot.model.consensus import CheckState, Voice
from bot.model.decisions import Authority
from bot.model.settings import Authority as Line
from bot.model.settings import Settings
from bot.routines import problems
from bot.routines.consensus import ending, opening, voting
from tests.conftest import SCHOOL
from tests.letters import letters
from tests.routines.consensus.conftest import LEADER, OPENER, PROPOSAL, TEACHER, said

GAPS = {"teams": ("grade-2", "grade-3", "specialists"), "heard": ("grade-3",)}


@pytest.mark.requirement("R-090")
async def test_teams_that_were_not_asked_are_named_with_two_ways_on_and_the_reason_is_printed(
    do, press, units, now
):
    sheet = await do(opening.OpenCheck, proposal=PROPOSAL, **GAPS)
    words = said(sheet)
    assert "Not yet asked: Grade 2 and Specialists." in words
    assert "[Ask them now (48 h)] [Proceed with reason]" in words
    assert "Team: Grade 3; How far: was heard" in words
    assert not await letters(units)
    with pytest.raises(NotPermitted):
        await press(opening.ask_voices, sheet.check, by="tea-sage")
    went = await do(opening.SkipVoices, check=sheet.check.id, reason="The printer order closes today.")
    assert went.check.state is CheckState.PRESSURE
    assert "Not asked: Grade 2 and Specialists. Why: The printer order closes today." in said(went)


async def test_teams_are_asked_in_their_channels_and_what_they_say_stands_without_a_name(
    do, press, units, now, sample
):
    check = (await do(opening.OpenCheck, proposal=PROPOSAL, **GAPS)).check
    await press(opening.ask_voices, check)
    asked = [letter for letter in await letters(units) if "give-voice" in letter.verbs]
    assert {letter.audience for letter in asked} == {"team:grade-2", "team:specialists"}
    with pytest.raises(NotPermitted, match="another team"):
        await do(opening.GiveVoice, TEACHER, check=check.id, team="grade-2", words="Too soon")
    with pytest.raises(Refusal, match="This names Uma Thistle"):
        await do(opening.GiveVoice, "max-laurel", check=check.id, team="grade-2", words="Ask Uma Thistle")
    await do(opening.GiveVoice, "max-laurel", check=check.id, team="grade-2", words="Fine from January on")
    await do(opening.GiveVoice, "elsa-daisy", check=check.id, team="specialists", words="No change for us")
    went = await press(ending.see, check)
    assert went.check.state is CheckState.PRESSURE
    assert "Grade 2: Fine from January on" in said(went)
    assert "A small team: No change for us" in said(went)
    assert "Max" not in said(went)
    with pytest.raises(OutOfDate):
        await do(opening.GiveVoice, "max-laurel", check=check.id, team="grade-2", words="One more")


async def test_after_48_hours_it_goes_on_with_the_voices_there_are(do, press, now, clock, tick):
    check = (await do(opening.OpenCheck, proposal=PROPOSAL, **GAPS)).check
    waits = (await press(opening.ask_voices, check)).check.waits_until
    clock.moment = waits
    await tick()
    gone_on = await now(check)
    assert gone_on.state is CheckState.PRESSURE
    assert gone_on.voices["grade-2"] is Voice.ASKED


async def test_what_nobody_goes_on_with_is_parked_and_can_be_taken_up_again(do, now, clock, tick, press):
    check = (await do(opening.OpenCheck, proposal=PROPOSAL, **GAPS)).check
    clock.moment = check.waits_until
    await tick()
    assert (await now(check)).state is CheckState.PARKED
    with pytest.raises(OutOfDate):
        await press(ending.park, check)
    again = await do(
        opening.OpenCheck, proposal=PROPOSAL, teams=("grade-3",), heard=("grade-3",), revises=check.id
    )
    assert again.check.state is CheckState.PRESSURE


@pytest.mark.parametrize(
    ("what", "who_decides", "becomes"),
    [
        ("New work over 20 minutes a week", "Faculty ratifies", Authority.FACULTY),
        ("Homework", "the principal, after advice", Authority.PRINCIPAL),
        ("Bus duty", "Faculty ratifies", Authority.ILT),
        ("New work over 30 minutes a week", "Faculty ratifies", Authority.ILT),
    ],
)
async def test_the_schools_own_table_says_who_decides_and_the_form_says_why(
    do, units, clock, who, what, who_decides, becomes
):
    async with units.writing(SCHOOL) as work:
        table = replace(Settings(), authority=(Line(what, who_decides),))
        await work.settings.change(table, by=who(LEADER).person_id, at=clock.now())
    sheet = await do(
        opening.OpenCheck,
        proposal="A new homework log, +25 min/week",
        teams=("grade-3",),
        heard=("grade-3",),
    )
    assert sheet.check.authority is becomes
    assert (f"Your school's table says of “{what}”" in said(sheet)) is (becomes is not Authority.ILT)


async def test_a_district_mandate_needs_no_check(do):
    with pytest.raises(Refusal, match="for information only") as refused:
        await do(opening.OpenCheck, proposal=PROPOSAL, teams=("grade-3",), authority="mandate")
    assert refused.value.field == "authority"


@pytest.mark.requirement("R-070")
async def test_a_problem_without_a_review_date_is_asked_for_one(do, perform, who, units):
    framed = await perform(
        problems.frame, problems.FrameProblem(statement="We share too soon in math"), actor=who(OPENER)
    )
    problem = framed.sheet.problem
    desk = await perform(opening.prepare, opening.AboutOpening(), actor=who(OPENER))
    assert "review_on" in [one.name for one in forms.opening(desk, {"problem": problem.id}).fields]
    assert "review_on" not in [one.name for one in forms.opening(desk, {}).fields]
    given = {"proposal": PROPOSAL, "teams": ("grade-3",), "heard": ("grade-3",), "problem": problem.id}
    with pytest.raises(Refusal, match="no review day yet") as refused:
        await do(opening.OpenCheck, **given)
    assert refused.value.field == "review_on"
    opened = await do(opening.OpenCheck, **given, review_on=date(2026, 12, 8))
    assert opened.check.review_on == date(2026, 12, 8)
    async with units.reading(SCHOOL) as work:
        assert (await work.problems.find(problem.id)).review_on == date(2026, 12, 8)


async def test_the_vote_opens_once_a_risk_was_named_or_two_minutes_went_by(open_check, do, clock):
    check = await open_check()
    with pytest.raises(Refusal, match="two minutes"):
        await do(voting.OpenVote, check=check.id, proposal=PROPOSAL)
    clock.advance(minutes=2)
    assert (await do(voting.OpenVote, check=check.id, proposal=PROPOSAL)).check.state is CheckState.VOTING
    with pytest.raises(OutOfDate, match="has moved on"):
        await do(voting.OpenVote, check=check.id, proposal=PROPOSAL)


async def test_who_taps_which_risk_is_kept_nowhere(open_check, do, units):
    from sqlalchemy import select

    from storage import tables

    check = await open_check()
    await do(voting.NameRisk, "tea-sage", check=check.id, risk="equity", line="Newcomers have less time")
    async with units.reading(SCHOOL) as work:
        (tap,) = (await work.session.execute(select(tables.consensus.taps))).all()
        assert set(tap._mapping) == {"id", "school", "check", "person"}
        audited = (await work.session.execute(select(tables.audit.audit.c.action))).scalars().all()
    assert not [action for action in audited if "risk" in action]


async def test_nobody_finds_a_check_that_is_not_there(do, press, open_check):
    check = await open_check()
    check.id = "nowhere"
    with pytest.raises(NotFound):
        await press(ending.see, check)
