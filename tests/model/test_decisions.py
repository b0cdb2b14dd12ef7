"""The rules of decisions: states, days, and who hears what."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.model.calendar import DayKind, SchoolCalendar
from bot.model.decisions import Decision, DecisionState, relay_moment, usual_review, usual_start
from bot.model.decisions_questions import DecisionQuestion, QuestionKind, mention_day

DENVER = ZoneInfo("America/Denver")
CALENDAR = SchoolCalendar(
    zone=DENVER,
    days={date(2026, 11, day): DayKind.NO_SCHOOL for day in range(23, 28)},
    first=date(2026, 8, 17),
    last=date(2027, 6, 4),
)


def a_decision(**changed) -> Decision:
    given = {
        "school": "s",
        "number": 4,
        "statement": "Write first",
        "why": "It helps",
        "teams": ("a", "b"),
        "change": "",
        "changes": {"a": "Own line"},
        "starts_on": date(2026, 11, 2),
        "helper": "h",
        "decided_by": "p",
        "decided_at": datetime(2026, 10, 27, 22, 20, tzinfo=UTC),
    }
    return Decision(**(given | changed))


def a_question(local: datetime) -> DecisionQuestion:
    asked_at = local.replace(tzinfo=DENVER)
    return DecisionQuestion(
        school="s", decision="d", kind=QuestionKind.ASK, text="?", asked_by="p", asked_at=asked_at
    )


def test_a_team_without_a_line_of_its_own_hears_the_general_one():
    assert a_decision().untold() == ["b"]
    told = a_decision(change="General")
    assert (told.change_for("a"), told.change_for("b"), told.untold()) == ("Own line", "General", [])


NOW = datetime(2026, 10, 27, 22, 30, tzinfo=UTC)
STEPS = {
    "relay": lambda decision: decision.relay_on(datetime(2026, 10, 28, 13, 45, tzinfo=UTC)),
    "withdraw": lambda decision: decision.withdraw(NOW),
    "give way": lambda decision: decision.give_way(),
}


@pytest.mark.parametrize(
    ("state", "step", "becomes"),
    [
        (DecisionState.RECORDED, "relay", DecisionState.RELAYED),
        (DecisionState.RECORDED, "withdraw", DecisionState.WITHDRAWN),
        (DecisionState.RECORDED, "give way", None),
        (DecisionState.RELAYED, "relay", None),
        (DecisionState.RELAYED, "withdraw", None),
        (DecisionState.RELAYED, "give way", DecisionState.SUPERSEDED),
        (DecisionState.SUPERSEDED, "relay", None),
        (DecisionState.SUPERSEDED, "withdraw", None),
        (DecisionState.SUPERSEDED, "give way", None),
        (DecisionState.WITHDRAWN, "relay", None),
        (DecisionState.WITHDRAWN, "withdraw", None),
        (DecisionState.WITHDRAWN, "give way", None),
    ],
)
def test_each_state_allows_its_own_steps_and_no_others(state, step, becomes):
    decision = a_decision(state=state)
    assert STEPS[step](decision) is (becomes is not None)
    assert decision.state is (becomes or state)


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (datetime(2026, 10, 27, 16, 20), datetime(2026, 10, 28, 7, 45)),
        (datetime(2026, 10, 27, 23, 59), datetime(2026, 10, 28, 7, 45)),
        (datetime(2026, 10, 28, 0, 1), datetime(2026, 10, 29, 7, 45)),
        (datetime(2026, 10, 30, 16, 20), datetime(2026, 11, 2, 7, 45)),
        (datetime(2026, 11, 20, 16, 20), datetime(2026, 11, 30, 7, 45)),
    ],
)
def test_it_goes_out_on_the_first_school_morning_after_the_day_it_was_decided(decided, expected):
    decision = a_decision(decided_at=decided.replace(tzinfo=DENVER))
    assert relay_moment(decision, CALENDAR) == expected.replace(tzinfo=DENVER)


def test_what_has_gone_out_keeps_its_moment_when_the_calendar_changes():
    moment = datetime(2026, 11, 25, 14, 45, tzinfo=UTC)
    assert relay_moment(a_decision(relayed_at=moment), CALENDAR) == moment


def test_on_the_last_school_day_it_has_no_morning_to_go_out_on():
    late = a_decision(decided_at=datetime(2027, 6, 4, 12, tzinfo=DENVER))
    assert relay_moment(late, CALENDAR) is None


@pytest.mark.parametrize(
    ("today", "start", "review"),
    [
        (date(2026, 10, 27), date(2026, 11, 2), date(2026, 12, 8)),
        (date(2026, 11, 2), date(2026, 11, 9), date(2026, 12, 14)),
        (date(2026, 11, 20), date(2026, 11, 30), date(2027, 1, 1)),
        (date(2027, 6, 1), date(2027, 6, 2), None),
    ],
)
def test_the_usual_start_is_a_monday_with_school_and_the_usual_review_six_weeks_on(today, start, review):
    assert (usual_start(CALENDAR, today), usual_review(CALENDAR, today)) == (start, review)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (datetime(2026, 10, 28, 10, 0), date(2026, 10, 30)),
        (datetime(2026, 10, 28, 20, 0), date(2026, 11, 2)),
        (datetime(2026, 10, 31, 9, 0), date(2026, 11, 4)),
        (datetime(2026, 11, 20, 10, 0), date(2026, 12, 1)),
        (datetime(2027, 6, 4, 10, 0), None),
    ],
)
def test_a_question_is_mentioned_two_school_days_after_the_ilt_got_it(asked, expected):
    assert mention_day(a_question(asked), CALENDAR) == expected


def test_only_the_first_answer_is_kept():
    question = a_question(datetime(2026, 10, 28, 10, 0))
    now = datetime(2026, 10, 28, 18, tzinfo=UTC)
    assert question.answer_with("Yes", by="a", at=now)
    assert not question.answer_with("No", by="b", at=now)
    assert (question.answer, question.answered_by) == ("Yes", "a")
