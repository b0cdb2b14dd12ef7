"""Words are corrected in every copy, by whom they belong to, and a withdrawal can be undone for a while."""

from datetime import time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.routines import decisions
from tests.routines.decisions.told import WEDNESDAY, letters, recorded, relayed, tick

NEW = "Every math block has 5 minutes of writing before talk."


def correction(decision, **changed) -> decisions.CorrectDecision:
    given = {
        "decision": decision.id,
        "version": decision.corrections,
        "statement": NEW,
        "why": decision.why,
        "students": decision.students,
        "changes": decision.changes,
        "change": decision.change,
        "stops": decision.stops,
    }
    return decisions.CorrectDecision(**(given | changed))


@pytest.mark.requirement("R-300")
async def test_every_copy_says_the_new_words_and_the_day_they_were_corrected(perform, clock, who, units):
    decision = await relayed(perform, clock, who)
    clock.advance(hours=2)

    kept = await perform(decisions.correct, correction(decision), actor=who("dale-clover"))

    assert kept.copies == 2
    for letter in await letters(units):
        assert NEW in letter.text
        assert "Edited Wed, Oct 28: the words were corrected." in letter.text


async def test_before_it_goes_out_a_correction_leaves_no_mark(perform, clock, who, units):
    decision = (await recorded(perform, clock, who)).telling.decision
    await perform(decisions.correct, correction(decision), actor=who("dale-clover"))
    clock.on(WEDNESDAY, time(7, 45))
    await tick(perform)

    assert all(NEW in letter.text and "Edited" not in letter.text for letter in await letters(units))


async def test_of_two_corrections_at_once_the_second_is_told(perform, clock, who):
    decision = await relayed(perform, clock, who)
    first = correction(decision)
    await perform(decisions.correct, first, actor=who("dale-clover"))

    with pytest.raises(OutOfDate, match="just corrected"):
        await perform(decisions.correct, first, actor=who("dale-clover"))


async def test_only_its_author_and_the_school_leader_correct_it(perform, clock, who):
    decision = await relayed(perform, clock, who)

    with pytest.raises(NotPermitted):
        await perform(decisions.correct, correction(decision), actor=who("oli-nettle"))
    with pytest.raises(NotPermitted):
        await perform(
            decisions.prepare_correction,
            decisions.DecisionToCorrect(decision=decision.id),
            actor=who("oli-nettle"),
        )


async def test_a_team_is_never_left_without_what_changes_for_it(perform, clock, who):
    decision = await relayed(perform, clock, who)

    with pytest.raises(Refusal, match="what changes for Grade 4"):
        await perform(decisions.correct, correction(decision, change=""), actor=who("dale-clover"))
    with pytest.raises(Refusal, match="Nothing is different"):
        await perform(
            decisions.correct, correction(decision, statement=decision.statement), actor=who("dale-clover")
        )


@pytest.mark.parametrize(("minutes", "comes_back"), [(10, True), (11, False)])
async def test_a_withdrawal_can_be_undone_for_ten_minutes(perform, clock, who, units, minutes, comes_back):
    decision = (await recorded(perform, clock, who)).telling.decision
    dale = who("dale-clover")
    await perform(decisions.withdraw, decisions.WithdrawDecision(decision=decision.id), actor=dale)
    clock.advance(minutes=minutes)
    undo = decisions.RestoreDecision(decision=decision.id)

    if comes_back:
        await perform(decisions.restore, undo, actor=dale)
    else:
        with pytest.raises(OutOfDate, match="ten minutes"):
            await perform(decisions.restore, undo, actor=dale)
    clock.on(WEDNESDAY, time(7, 45))
    await tick(perform)
    assert bool(await letters(units)) is comes_back
