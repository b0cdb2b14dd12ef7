"""A decision is looked at again on its day, and what comes of that is said where the decision was said."""

from datetime import date, time

import pytest
from sqlalchemy import func, select

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.decisions import reviewing as wording
from bot.model.decisions import Step
from bot.model.quarantine import Thing
from bot.routines import decisions, quarantine
from bot.routines.decisions import ReviewDecision
from storage import tables
from tests.routines.decisions.test_home import home_of
from tests.routines.decisions.test_register import looks_up, settle
from tests.routines.decisions.told import MORNING, letters, recorded, relayed, tick

REVIEW_DAY = date(2026, 12, 8)
AGAIN = date(2027, 1, 12)


def the_review(decision, outcome, **changed) -> ReviewDecision:
    given = {
        "decision": decision.id,
        "version": decision.reviews,
        "outcome": outcome,
        "reason": "Grade 4 lost its lab time.",
        "now_do": "Go back to talk first.",
        "review_on": AGAIN,
    }
    return ReviewDecision(**(given | changed))


async def reviewed(perform, clock, who, units, outcome, actor="dale-clover", **changed):
    """A decision that two channels have got, reviewed at noon of its day."""
    decision = await relayed(perform, clock, who)
    await settle(units, decision, clock)
    clock.on(REVIEW_DAY, time(12, 0))
    kept = await perform(
        decisions.review_decision, the_review(decision, outcome, **changed), actor=who(actor)
    )
    return decision, kept


async def news(units):
    return [one for one in await letters(units) if "/news/" in one.key]


async def test_whoever_recorded_it_is_asked_once_on_the_day_and_the_ilt_a_week_later(
    perform, clock, who, units
):
    decision = await relayed(perform, clock, who)
    clock.on(REVIEW_DAY, MORNING)
    await tick(perform)
    await tick(perform)
    (card,) = [one for one in await letters(units) if "/review/" in one.key]
    assert card.audience == f"person:{who('dale-clover').person_id}"
    assert "[Keep] [Adjust] [Pause] [Reverse] [Expire]" in card.text

    clock.on(date(2026, 12, 15), MORNING)
    await tick(perform)
    late = [one for one in await letters(units) if "/review/" in one.key][-1]
    assert late.audience == "ilt"
    assert "Its day was Tue, Dec 8." in late.text
    assert decision.reviews == 0


@pytest.mark.requirement("R-101")
async def test_a_reversal_is_said_in_every_original_thread_and_nowhere_else(perform, clock, who, units):
    decision, kept = await reviewed(perform, clock, who, units, Step.REVERSE)
    said = await news(units)
    assert [one.audience for one in said] == ["team:grade-3", "team:grade-4"]
    assert [one.thread for one in said] == [
        f"decision/{decision.id}/relay/grade-3",
        f"decision/{decision.id}/relay/grade-4",
    ]
    for one in said:
        assert "Why: Grade 4 lost its lab time." in one.text
        assert "What to do now: Go back to talk first." in one.text
    edits = [one for one in await letters(units) if "/relay/" in one.key and "/edit/" in one.key]
    assert len(edits) == 2
    for edit in edits:
        assert edit.text.startswith("Reversed Tue, Dec 8: see the thread.")
        assert edit.verbs == ["ask", "concern"]
    assert said[0].verbs == ["ask", "concern", "got-it"]
    assert kept.places == 2


async def test_after_a_reversal_reading_is_said_anew(perform, clock, who, units):
    decision = await relayed(perform, clock, who)
    note = decisions.NoteReading(decision=decision.id)
    await perform(decisions.note_reading, note, actor=who("pia-olive"))
    await perform(decisions.review_decision, the_review(decision, Step.REVERSE), actor=who("mina-linden"))
    async with units.reading(decision.school) as work:
        assert not await work.session.scalar(select(func.count(tables.decisions.decision_receipts.c.id)))


async def test_what_had_not_been_sent_of_a_reversed_decision_never_is(perform, clock, who, units):
    decision = await relayed(perform, clock, who)
    kept = await perform(
        decisions.review_decision, the_review(decision, Step.REVERSE), actor=who("dale-clover")
    )
    assert {one.state for one in await letters(units)} == {"dropped"}
    assert kept.places == 0


async def test_keeping_it_changes_its_date_in_every_post_and_says_nothing_new(perform, clock, who, units):
    decision, _ = await reviewed(perform, clock, who, units, Step.KEEP, now_do="")
    assert await news(units) == []
    edits = [one.text for one in await letters(units) if "/edit/" in one.key]
    assert len(edits) == 2
    assert all("Review: Tue, Jan 12." in text for text in edits)
    clock.on(AGAIN, MORNING)
    assert len(await tick(perform)) == 1
    assert decision.review_on == REVIEW_DAY


async def test_words_that_may_name_a_student_are_hidden_in_the_history_too(perform, clock, who, units):
    decision, _ = await reviewed(perform, clock, who, units, Step.PAUSE)
    await perform(
        quarantine.flag,
        quarantine.FlagStudent(kind=Thing.DECISION, thing=decision.id),
        actor=who("pia-olive"),
    )
    assert "lab time" not in await looks_up(perform, who("pia-olive"), "D-001")
    assert all("lab time" not in one.text for one in await news(units))


async def test_home_shows_what_is_up_for_review_to_whoever_may_review_it(perform, clock, who, units):
    await relayed(perform, clock, who)
    for day, key, shown in [(7, "dale-clover", 0), (8, "dale-clover", 1), (8, "pia-olive", 0)]:
        clock.on(date(2026, 12, day), time(8, 0))
        share, _ = await home_of(units, clock, who(key))
        assert len(share.waiting) == shown


async def test_what_is_paused_can_be_taken_up_again(perform, clock, who, units):
    decision, kept = await reviewed(perform, clock, who, units, Step.PAUSE)
    assert "paused" in await looks_up(perform, who("pia-olive"), decision.label)
    again = the_review(kept.decision, Step.RESUME, review_on=date(2027, 2, 2))
    kept = await perform(decisions.review_decision, again, actor=who("mina-linden"))
    assert kept.decision.state == "relayed"
    assert [one.text.splitlines()[0] for one in await news(units)][-1].startswith("Taken up again")


async def test_an_adjusted_decision_keeps_how_it_was_worded(perform, clock, who, units):
    _, kept = await reviewed(perform, clock, who, units, Step.ADJUST, statement="Every second block.")
    assert kept.decision.statement == "Every second block."
    said = await looks_up(perform, who("pia-olive"), "D-001")
    assert "Tue, Dec 8: adjusted by Dale Clover. Grade 4 lost its lab time." in said
    assert 'Until then: "Every math block has 3 minutes of writing before talk."' in said


async def test_of_two_reviews_at_once_the_second_is_told(perform, clock, who, units):
    decision, _ = await reviewed(perform, clock, who, units, Step.KEEP)
    with pytest.raises(OutOfDate, match="has reviewed"):
        await perform(decisions.review_decision, the_review(decision, Step.PAUSE), actor=who("mina-linden"))


async def test_only_its_author_and_the_leader_review_it(perform, clock, who):
    decision = await relayed(perform, clock, who)
    with pytest.raises(NotPermitted):
        await perform(decisions.review_decision, the_review(decision, Step.KEEP), actor=who("pia-olive"))


async def test_a_review_looks_ahead_and_says_what_to_do(perform, clock, who):
    decision = await relayed(perform, clock, who)
    for changed, field in [({"now_do": ""}, "now_do"), ({"review_on": date(2026, 10, 1)}, "review_on")]:
        command = the_review(decision, Step.PAUSE, **changed)
        with pytest.raises(Refusal) as refused:
            await perform(decisions.review_decision, command, actor=who("dale-clover"))
        assert refused.value.field == field


async def test_a_decision_without_a_date_gets_one(perform, clock, who):
    kept = await recorded(perform, clock, who, review_on=None)
    assert kept.telling.decision.review_on == date(2026, 12, 14)


async def test_the_register_finds_decisions_by_what_became_of_them(perform, clock, who, units):
    await reviewed(perform, clock, who, units, Step.REVERSE)
    clock.on(date(2026, 12, 9), time(16, 0))
    await relayed(perform, clock, who, on=date(2026, 12, 9), starts_on=date(2026, 12, 14), review_on=AGAIN)
    every, ended = [await looks_up(perform, who("pia-olive"), words) for words in ("", "Reversed")]
    assert "[In force (1)] [Reversed (1)]" in every
    assert "Owner: Dale Clover. Review: Tue, Jan 12." in every
    assert ("D-001" in ended, "D-002" in ended) == (True, False)
    assert "reversed Tue, Dec 8." in ended


async def test_the_form_asks_for_what_the_chosen_outcome_needs(perform, clock, who):
    decision = await relayed(perform, clock, who)
    about = decisions.DecisionToReview(decision=decision.id)
    desk = await perform(decisions.prepare_review, about, actor=who("dale-clover"))
    asked = {
        chosen: [field.name for field in wording.form(desk, {"outcome": chosen}).fields]
        for chosen in ("", "keep", "adjust", "reverse")
    }
    assert asked == {
        "": ["outcome"],
        "keep": ["outcome", "reason", "review_on"],
        "adjust": ["outcome", "statement", "reason", "now_do", "review_on"],
        "reverse": ["outcome", "reason", "now_do"],
    }
