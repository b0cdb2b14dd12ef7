"""The life of a decision: no state is a trap, and every review date is a school day."""

from datetime import date

import pytest

from bot.model.decisions import LASTING, PUBLIC, DecisionState, Step
from bot.model.decisions_life import LEADS_TO, is_up_for_review, next_review, outcomes, review, review_day
from tests.model.test_decisions import CALENDAR, a_decision

TODAY, AGAIN = date(2026, 12, 8), date(2027, 1, 12)


@pytest.mark.parametrize("state", DecisionState)
@pytest.mark.parametrize("step", Step)
def test_a_review_comes_to_what_the_graph_says_and_to_nothing_else(state, step):
    decision = a_decision(state=state, review_on=TODAY)
    becomes = LEADS_TO.get(state, {}).get(step)
    assert review(decision, step, on=TODAY, review_on=AGAIN) is (becomes is not None)
    assert decision.state is (becomes or state)
    if becomes in LASTING:
        assert decision.review_on == AGAIN
    elif becomes:
        assert decision.review_on is None


def test_whatever_lasts_can_be_taken_up_and_ended_and_what_ended_stays_ended():
    for state in LASTING:
        assert DecisionState.RELAYED in LEADS_TO[state].values()
        assert {DecisionState.REVERSED, DecisionState.EXPIRED} <= set(LEADS_TO[state].values())
    assert all(outcomes(a_decision(state=state)) == () for state in set(DecisionState) - LASTING)
    assert {ending for by in LEADS_TO.values() for ending in by.values()} <= PUBLIC


@pytest.mark.parametrize(
    ("wanted", "asked"),
    [
        (date(2026, 12, 8), date(2026, 12, 8)),
        (date(2026, 11, 24), date(2026, 11, 30)),
        (None, date(2026, 12, 8)),
        (date(2027, 7, 1), None),
    ],
)
def test_its_review_is_asked_for_on_a_school_day(wanted, asked):
    decision = a_decision(state=DecisionState.RELAYED, review_on=wanted)
    assert review_day(decision, CALENDAR) == asked


def test_it_is_up_for_review_from_its_day_on_and_not_before():
    decision = a_decision(state=DecisionState.RELAYED, review_on=TODAY)
    assert not is_up_for_review(decision, CALENDAR, date(2026, 12, 7))
    assert is_up_for_review(decision, CALENDAR, TODAY)
    assert is_up_for_review(decision, CALENDAR, date(2026, 12, 9))
    decision.state = DecisionState.REVERSED
    assert not is_up_for_review(decision, CALENDAR, TODAY)


def test_where_the_calendar_ends_the_next_review_waits_for_the_next_year():
    again = next_review(CALENDAR, date(2027, 5, 20))
    assert again == date(2027, 7, 1)
    assert review_day(a_decision(state=DecisionState.RELAYED, review_on=again), CALENDAR) is None
