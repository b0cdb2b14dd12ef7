"""What families read of a decision: nothing before a person approved it, and corrected when it changes."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.plain import plain
from bot.messages.relay import families as wording
from bot.model.decisions import Step
from bot.model.readability import grade
from bot.routines import decisions
from bot.routines.decisions import PlanRelay
from bot.routines.relay import families, ways
from bot.routines.relay.families import AboutFamilies, ApproveForFamilies
from bot.routines.relay.ways import SetRelay
from tests.letters import letters
from tests.routines.decisions.test_register import settle
from tests.routines.decisions.test_reviewing import the_review
from tests.routines.decisions.told import WEDNESDAY, recorded
from tests.routines.relay.living import of, tick

WORDS = "In math, students write for three minutes first. Please call us with questions."
DECEMBER = date(2026, 12, 4)


async def for_families(perform, clock, who):
    """A decision that touches families, told to staff; Jay Ivy tells them."""
    kept = await recorded(perform, clock, who)
    decision, teller = kept.telling.decision, who("jay-ivy").person_id
    plan = PlanRelay(decision=decision.id, audiences=("families",), tellers={"families": teller})
    await perform(decisions.plan_relay, plan, actor=who("dale-clover"))
    clock.on(WEDNESDAY, time(7, 45))
    await tick(perform)
    clock.on(WEDNESDAY, time(7, 46))
    await tick(perform)
    return decision


async def approves(perform, who, decision, words=WORDS, by="mina-linden"):
    desk = await perform(families.prepare, AboutFamilies(decision=decision.id), actor=who(by))
    given = ApproveForFamilies(decision=decision.id, of=desk.of, words=words)
    return await perform(families.approve, given, actor=who(by))


@pytest.mark.requirement("R-103")
async def test_once_staff_are_told_a_task_opens_and_nothing_leaves_before_it_is_approved(
    perform, clock, who, units
):
    decision = await for_families(perform, clock, who)
    await tick(perform)
    (task,) = await of(units, "family/")
    assert task.audience == f"person:{who('mina-linden').person_id}"
    assert "Nothing leaves before you approve it." in task.text
    assert "From Monday, November 2: Every math block has 3 minutes of writing before talk." in task.text
    assert not [
        one for one in await letters(units) if who("jay-ivy").person_id in one.audience and "tell" in one.key
    ]
    done = await approves(perform, who, decision)
    assert WORDS in plain(wording.approved(done))
    (text,) = [one for one in await of(units, "family/") if "/text/" in one.key]
    assert (text.audience, WORDS in text.text) == (f"person:{who('jay-ivy').person_id}", True)


async def test_no_name_of_staff_stands_in_it_and_only_the_approver_approves(perform, clock, who):
    decision = await for_families(perform, clock, who)
    with pytest.raises(Refusal) as refused:
        await approves(perform, who, decision, words="Ask Dale Clover about it, please.")
    assert refused.value.field == "words"
    with pytest.raises(NotPermitted):
        await approves(perform, who, decision, by="jay-ivy")
    chosen = SetRelay(approver=who("jay-ivy").person_id)
    await perform(ways.set_relay, chosen, actor=who("mina-linden"))
    assert (await approves(perform, who, decision, by="jay-ivy")).teller == ""


@pytest.mark.requirement("R-103")
async def test_sc_3_a_reversal_takes_everything_back_and_asks_for_a_correction_to_families(
    perform, clock, who, units
):
    decision = await for_families(perform, clock, who)
    await approves(perform, who, decision)
    await settle(units, decision, clock)
    desk = await perform(families.prepare, AboutFamilies(decision=decision.id), actor=who("mina-linden"))
    clock.on(DECEMBER, time(12))
    reverse = the_review(decision, Step.REVERSE, now_do="Stop the weekly log now.", reason="30 minutes more")
    await perform(decisions.review_decision, reverse, actor=who("dale-clover"))
    await tick(perform)
    said = {one.thread: one.text for one in await letters(units) if "/news/" in one.key}
    assert set(said) == {f"decision/{decision.id}/relay/{team}" for team in ("grade-3", "grade-4")}
    assert all("What to do now: Stop the weekly log now." in text for text in said.values())
    edits = [one.text for one in await letters(units) if "/relay/" in one.key and "/edit/" in one.key]
    assert [text.splitlines()[0] for text in edits] == ["Reversed Fri, Dec 4: see the thread."] * 2
    (task,) = [one for one in await of(units, "family/") if "correct" in one.text]
    assert "This no longer applies." in task.text
    old = ApproveForFamilies(decision=decision.id, of=desk.of, words=WORDS)
    with pytest.raises(OutOfDate):
        await perform(families.approve, old, actor=who("mina-linden"))
    for day in (date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 16)):
        clock.on(day, time(7, 45))
        assert [key for key in await tick(perform) if decision.id in key] == []


async def test_a_corrected_decision_asks_for_a_corrected_text(perform, clock, who, units):
    decision = await for_families(perform, clock, who)
    await approves(perform, who, decision)
    given = {
        "statement": "Every math block has 4 minutes of writing.",
        "why": "As before.",
        "change": "Begin now",
    }
    correct = decisions.CorrectDecision(decision=decision.id, **given)
    await perform(decisions.correct, correct, actor=who("dale-clover"))
    clock.on(WEDNESDAY, time(8))
    await tick(perform)
    (task,) = [one for one in await of(units, "family/") if "correct" in one.text]
    assert "4 minutes of writing" in task.text


def test_plain_words_read_easier_than_school_words():
    assert grade(WORDS) <= 6
    assert grade("Instructional prioritization necessitates comprehensive metacognitive elaboration.") > 12
    assert grade("") == 0
