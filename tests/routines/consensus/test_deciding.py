"""From a check that passed to a decision: by whom, with what it rests on, and what the faculty says."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.decisions import recording as wording
from bot.messages.decisions import register
from bot.messages.plain import plain
from bot.model.consensus import CheckState
from bot.model.decisions import Authority, DecisionState
from bot.routines import decisions
from bot.routines.consensus import ending, ratifying, voting
from tests.conftest import SCHOOL
from tests.letters import letters
from tests.routines.consensus.conftest import ILT, LEADER, OPENER, TEACHER

MONDAY, LATER = date(2026, 10, 26), date(2026, 11, 9)
STAFF = (
    "bea-birch",
    "eli-elm",
    "fay-fern",
    "gus-gorse",
    "kit-juniper",
    "lea-kelp",
    "max-laurel",
    "nia-maple",
)


@pytest.fixture
def record(perform, who):
    """Record a decision, of a check if one is given."""

    async def recorded(check=None, by: str = OPENER, **given):
        values = {
            "statement": "Every math block starts with 3 minutes of writing.",
            "why": "It helps.",
            "teams": ("grade-3",),
            "change": "Three minutes of writing",
            "starts_on": LATER,
            "helper": who(OPENER).person_id,
            "check": check.id if check else None,
            "mitigation": "One block a day" if check else "",
        }
        command = decisions.RecordDecision(**(values | given))
        return await perform(decisions.record, command, actor=who(by))

    return recorded


@pytest.fixture
async def passed(voting_on, vote):
    """A check that everybody can live with; `given` goes into its form."""

    async def done(**given):
        check = await voting_on(**given)
        await vote(check, *[4] * 10)
        return check

    return done


@pytest.fixture
async def awaiting(record):
    """Proposed to the faculty on Monday 19 October at noon."""
    return (await record(authority=Authority.FACULTY)).telling.decision


@pytest.fixture
def ballots(do):
    async def cast(decision, yes: int, no: int) -> None:
        for place, key in enumerate(STAFF[: yes + no]):
            await do(ratifying.Ratify, key, decision=decision.id, ballot="yes" if place < yes else "no")

    return cast


@pytest.mark.requirement("R-081")
async def test_the_risk_that_most_tapped_stands_in_the_form_and_asks_what_is_done_about_it(
    open_check, do, perform, who, record, vote, now
):
    check = await open_check()
    for place, key in enumerate(ILT[:6]):
        await do(voting.NameRisk, key, check=check.id, risk="workload" if place < 4 else "time")
    with pytest.raises(OutOfDate, match="named a risk already"):
        await do(voting.NameRisk, "ada-acorn", check=check.id, risk="equity")
    with pytest.raises(Refusal, match="what we do about this risk") as refused:
        await do(voting.OpenVote, check=check.id, proposal=check.proposal)
    assert refused.value.field == "mitigation"
    await do(voting.OpenVote, check=check.id, proposal=check.proposal, mitigation="One block a day")
    await vote(await now(check), *[4] * 10)
    desk = await perform(decisions.prepare, decisions.AboutDeciding(check=check.id), actor=who(OPENER))
    field = next(one for one in wording.form(desk, {}).fields if one.name == "mitigation")
    assert field.label == "Risk: workload. What do we do about it?"
    assert field.initial == "One block a day"
    kept = (await record(check)).telling.decision
    assert (kept.basis.risk, kept.basis.mitigation) == ("Risk: workload", "One block a day")


async def test_the_form_begins_with_what_was_agreed_and_the_check_ends_with_the_decision(
    passed, perform, who, record, now
):
    check = await passed()
    desk = await perform(decisions.prepare, decisions.AboutDeciding(check=check.id), actor=who(OPENER))
    form = wording.form(desk, {})
    begun = {
        field.name: field.initial for field in form.fields if field.name in ("statement", "why", "teams")
    }
    assert begun == {"statement": check.proposal, "why": "It helps.", "teams": ("grade-3",)}
    kept = (await record(check)).telling.decision
    ended = await now(check)
    assert (ended.state, ended.decision, kept.basis.check) == (CheckState.ADOPTED, kept.id, check.id)
    with pytest.raises(OutOfDate, match="has moved on"):
        await record(check)


async def test_what_the_ilt_only_recommends_is_recorded_by_the_school_leader(passed, record):
    check = await passed(authority=Authority.PRINCIPAL)
    with pytest.raises(Refusal, match="the school leader decides"):
        await record(check, authority=Authority.PRINCIPAL)
    kept = await record(check, by=LEADER, authority=Authority.PRINCIPAL)
    assert kept.telling.decision.state is DecisionState.RECORDED
    with pytest.raises(NotPermitted):
        await record(by=TEACHER)


async def test_another_authority_than_the_one_that_was_checked_is_refused(passed, record):
    check = await passed()
    with pytest.raises(Refusal, match="The ILT checked it as: ILT decides") as refused:
        await record(check, authority=Authority.MANDATE)
    assert refused.value.field == "authority"


async def test_the_leaders_own_decision_says_so_to_staff(
    voting_on, vote, do, record, now, units, clock, tick
):
    check = await voting_on()
    for round_ in (1, 2):
        await vote(check, 0, 2, *[4] * 8)
        if round_ == 1:
            await do(ending.VoteAgain, check=check.id, proposal=check.proposal)
    await do(ending.DecideWithReason, LEADER, check=check.id, reason="The evidence is strong.")
    await record(check, authority=Authority.PRINCIPAL)
    clock.on(date(2026, 10, 20), time(7, 45))
    await tick()
    posts = [letter for letter in await letters(units) if "/relay/" in letter.key]
    assert "Principal decided after ILT did not reach consensus (8 of 10 at 3+)." in posts[0].text


@pytest.mark.requirement("R-093")
async def test_what_the_faculty_ratifies_is_proposed_until_then_and_no_team_is_told(
    record, units, clock, tick, perform, who
):
    kept = await record(authority=Authority.FACULTY)
    assert kept.telling.decision.state is DecisionState.AWAITING
    assert "D-001 is proposed. It is awaiting ratification." in plain(wording.recorded(kept))
    clock.on(date(2026, 10, 20), time(7, 45))
    await tick()
    told = await letters(units)
    assert [letter.audience for letter in told] == ["all-staff"]
    assert "Proposed, not decided: D-001" in told[0].text
    assert told[0].verbs == ["ratify", "ask", "concern"]
    found = await perform(decisions.look_up, decisions.FindDecisions(number="D-001"), actor=who(TEACHER))
    assert "proposed, awaiting ratification by the faculty" in plain(register.register(found))


async def test_ratified_it_goes_out_the_next_school_morning(awaiting, ballots, units, clock, tick):
    clock.on(date(2026, 10, 20), time(7, 45))
    await tick()
    await ballots(awaiting, yes=6, no=2)
    clock.on(date(2026, 10, 26), time(15, 30))
    await tick()
    clock.on(date(2026, 10, 27), time(7, 45))
    await tick()
    told = {letter.key: letter.text for letter in await letters(units)}
    assert any("75 % said yes. It took 65 %." in words for words in told.values())
    assert f"decision/{awaiting.id}/relay/grade-3" in told
    async with units.reading(SCHOOL) as work:
        assert (await work.decisions.find(awaiting.id)).state is DecisionState.RELAYED


async def test_returned_nothing_goes_out(awaiting, ballots, units, clock, tick):
    clock.on(date(2026, 10, 20), time(7, 45))
    await tick()
    await ballots(awaiting, yes=4, no=3)
    clock.on(date(2026, 10, 26), time(15, 30))
    await tick()
    clock.on(date(2026, 10, 28), time(7, 45))
    await tick()
    told = await letters(units)
    assert not [letter.key for letter in told if "/relay/" in letter.key]
    assert any("Returned: D-001 was not ratified. 57 % said yes." in letter.text for letter in told)
    async with units.reading(SCHOOL) as work:
        assert (await work.decisions.find(awaiting.id)).state is DecisionState.RETURNED


async def test_a_vote_of_the_faculty_counts_once_and_nobody_can_tell_whose_it_was(
    awaiting, do, units, clock, tick
):
    with pytest.raises(Refusal):
        await do(ratifying.Ratify, TEACHER, decision=awaiting.id, ballot="yes")
    clock.on(date(2026, 10, 20), time(7, 45))
    await tick()
    await do(ratifying.Ratify, TEACHER, decision=awaiting.id, ballot="no")
    with pytest.raises(OutOfDate, match="Nobody can tell which vote is yours"):
        await do(ratifying.Ratify, TEACHER, decision=awaiting.id, ballot="yes")
    async with units.reading(SCHOOL) as work:
        poll = await work.consensus.poll(awaiting.id)
        assert (poll.yes, poll.no) == (0, 1)


async def test_withdrawn_there_is_nothing_to_vote_on(awaiting, perform, who, units, clock, tick, do):
    command = decisions.WithdrawDecision(decision=awaiting.id)
    await perform(decisions.withdraw, command, actor=who(OPENER))
    clock.on(date(2026, 10, 20), time(7, 45))
    await tick()
    assert not await letters(units)
    with pytest.raises(Refusal):
        await do(ratifying.Ratify, TEACHER, decision=awaiting.id, ballot="yes")


async def test_brought_back_all_are_asked_again_and_nobody_counts_twice(
    awaiting, perform, who, units, clock, tick, do
):
    clock.on(date(2026, 10, 20), time(7, 45))
    await tick()
    await do(ratifying.Ratify, TEACHER, decision=awaiting.id, ballot="yes")
    withdraw = decisions.WithdrawDecision(decision=awaiting.id)
    await perform(decisions.withdraw, withdraw, actor=who(OPENER))
    await perform(decisions.restore, decisions.RestoreDecision(decision=awaiting.id), actor=who(OPENER))
    assert "ratify" in (await letters(units))[-1].verbs
    await do(ratifying.Ratify, TEACHER, decision=awaiting.id, ballot="yes")
    async with units.reading(SCHOOL) as work:
        assert (await work.consensus.poll(awaiting.id)).yes == 1


async def test_it_does_not_start_before_the_vote_is_over(record):
    with pytest.raises(Refusal, match="Staff vote on it until Mon, Oct 26") as refused:
        await record(authority=Authority.FACULTY, starts_on=MONDAY)
    assert refused.value.field == "starts_on"
