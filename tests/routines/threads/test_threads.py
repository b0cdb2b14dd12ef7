"""One thread from what was said to what came of it, and one question where nothing came."""

from datetime import date, time

import pytest

from bot.errors import NotFound, NotPermitted, OutOfDate, Refusal
from bot.messages.plain import plain
from bot.messages.threads.shown import thread
from bot.model.people import the_clock
from bot.model.staff_input import Mode, Scope
from bot.routines import decisions, staff_input, threads
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL
from tests.letters import letters
from tests.routines.decisions.test_register import settle
from tests.routines.decisions.test_reviewing import the_review
from tests.routines.decisions.told import MORNING, TUESDAY, recorded, relayed

SENTENCE = "Writing takes too long"
SIX_WEEKS_ON = date(2026, 12, 14)
A_WEEK_LATER = date(2027, 1, 4)


async def seen(perform, actor, about):
    return await perform(threads.show, threads.ShowThread(about=about), actor=actor)


async def read(perform, actor, about) -> str:
    return plain(thread(await seen(perform, actor, about)))


async def said(perform, clock, who, by="uma-thistle"):
    """Input that shapes D-001, which Grade 3 and Grade 4 get and Vic asks about."""
    given = staff_input.GiveInput(see=SENTENCE, scope=Scope.SEVERAL_TEAMS, mode=Mode.NAMED)
    shown = await perform(staff_input.give, given, actor=who(by))
    await perform(staff_input.place, staff_input.PlaceInput(input=shown.id), actor=who("noel-mint"))
    decision = await relayed(perform, clock, who, inputs=(shown.id,))
    ask = decisions.PutQuestion(decision=decision.id, text="Does drawing count?")
    put = await perform(decisions.ASK.put, ask, actor=who("vic-umber"))
    answer = decisions.AnswerQuestion(question=put.question.id, answer="Yes, all year.")
    await perform(decisions.answer, answer, actor=who("dale-clover"))
    return decision, shown


async def weekly(perform, clock, units, on=SIX_WEEKS_ON):
    clock.on(on, MORNING)
    await perform(Timetable([threads.due]).run_due, RunDue(), actor=the_clock(SCHOOL))
    return [one for one in await letters(units) if "/follow-up/" in one.key]


async def test_the_ilt_reads_every_step_with_its_day_and_how_long_it_took(perform, clock, who, units):
    await said(perform, clock, who)
    text = await read(perform, who("jay-ivy"), "D-001")
    steps = ("Staff input", "Agenda item", "Decided", "Told to staff", "Asked", "Answered")
    places = [text.index(f": {step}") for step in steps]
    assert places == sorted(places)
    assert "Wed, Oct 28: Told to staff. (1 school day later)" in text
    assert "Does drawing count?" in text
    assert "Vic" not in text
    assert "Uma" not in text
    assert "Open: nothing has followed for" in text


@pytest.mark.requirement("R-076")
async def test_staff_read_what_was_told_to_all_and_only_count_the_rest(perform, clock, who, units):
    await said(perform, clock, who)
    text = await read(perform, who("zoe-yarrow"), "d1")
    assert "Decided: D-001" in text
    assert "for the ILT to read: 1 staff input, 1 agenda item, 1 question or concern, 1 answer." in text
    assert "Does drawing count?" not in text
    assert SENTENCE not in text
    assert "I-001" not in text


async def test_its_sender_reads_the_thread_of_an_input_and_nobody_else_of_the_staff(
    perform, clock, who, units
):
    await said(perform, clock, who)
    message = thread(await seen(perform, who("uma-thistle"), "I-001"))
    assert message.private
    assert "Staff input: I-001" in plain(message)
    assert "Decided: D-001" in plain(message)
    with pytest.raises(NotFound):
        await seen(perform, who("zoe-yarrow"), "I-001")


async def test_an_input_that_came_to_nothing_yet_says_so(perform, clock, who, units):
    given = staff_input.GiveInput(see=SENTENCE, scope=Scope.MY_TEAM, mode=Mode.NAMED)
    await perform(staff_input.give, given, actor=who("uma-thistle"))
    assert "Nothing has come of it yet" in await read(perform, who("uma-thistle"), "i-1")


async def test_what_staff_were_not_told_has_no_thread_for_them(perform, clock, who, units):
    await recorded(perform, clock, who, TUESDAY)
    with pytest.raises(NotFound):
        await seen(perform, who("zoe-yarrow"), "D-001")
    with pytest.raises(NotPermitted):
        await seen(perform, who("zoe-yarrow"), "P-001")
    with pytest.raises(Refusal, match="Say which one"):
        await seen(perform, who("zoe-yarrow"), "reading")


@pytest.mark.requirement("R-076")
async def test_six_weeks_without_a_follow_up_ask_its_owner_once(perform, clock, who, units):
    await relayed(perform, clock, who, review_on=date(2027, 1, 29))
    assert await weekly(perform, clock, units, date(2026, 12, 7)) == []
    (prompt,) = await weekly(perform, clock, units)
    assert prompt.audience == f"person:{who('dale-clover').person_id}"
    assert "[Ask the teams] [Review] [Close with a reason] [See the whole thread]" in prompt.text
    assert await weekly(perform, clock, units, A_WEEK_LATER) == [prompt]


@pytest.mark.requirement("R-076")
async def test_a_review_or_a_round_with_a_result_closes_the_loop_and_nobody_is_asked(
    perform, clock, who, units
):
    decision = await relayed(perform, clock, who, review_on=date(2027, 1, 29))
    await settle(units, decision, clock)
    clock.on(date(2026, 12, 1), time(12))
    review = the_review(decision, "keep", review_on=date(2027, 1, 29))
    await perform(decisions.review_decision, review, actor=who("dale-clover"))
    assert await weekly(perform, clock, units) == []
    text = await read(perform, who("jay-ivy"), "D-001")
    assert "Reviewed: kept. Grade 4 lost its lab time." in text
    assert "Of 1 decision that went out six weeks ago or more, 1 has a follow-up." in text


async def test_asking_the_teams_puts_the_question_in_their_channels_once(perform, clock, who, units):
    decision = await relayed(perform, clock, who, review_on=date(2027, 1, 29))
    clock.on(SIX_WEEKS_ON, time(9))
    collect = threads.CollectEvidence(decision=decision.id)
    found = await perform(threads.collect, collect, actor=who("dale-clover"))
    asked = [one for one in await letters(units) if "going/" in one.key]
    assert {one.audience for one in asked} == {"team:grade-3", "team:grade-4"}
    assert found.asked.opens_on == date(2026, 12, 15)
    with pytest.raises(OutOfDate, match="being asked already"):
        await perform(threads.collect, collect, actor=who("dale-clover"))
    with pytest.raises(NotPermitted):
        await perform(threads.collect, collect, actor=who("zoe-yarrow"))
    assert await weekly(perform, clock, units) == []
