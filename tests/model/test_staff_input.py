"""The dates a sender is promised."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.calendar import DayKind, NoSchoolAhead, SchoolCalendar
from bot.model.staff_input import (
    InputState,
    Mode,
    Scope,
    StaffInput,
    Topic,
    first_answer_by,
    next_date,
    outcome_by,
)

DENVER = ZoneInfo("America/Denver")
YEAR = SchoolCalendar(DENVER, first=date(2026, 8, 17), last=date(2027, 6, 4))


def an_input(received_at: datetime, **more: object) -> StaffInput:
    words = {"see": "Words", "suggest": "", "credit": False}
    asked = {"mode": Mode.NAMED, "topic": Topic.IDEA, "scope": Scope.MY_TEAM}
    return StaffInput(
        school="s",
        number=1,
        author="a",
        team=None,
        carrier=None,
        received_at=received_at,
        **asked,
        **words,
        **more,
    )


@pytest.mark.parametrize(
    ("received", "first", "outcome"),
    [
        (datetime(2026, 10, 19, 12), date(2026, 10, 20), date(2026, 11, 2)),
        (datetime(2026, 10, 19, 20, 10), date(2026, 10, 21), date(2026, 11, 2)),
        (datetime(2026, 10, 24, 9), date(2026, 10, 27), date(2026, 11, 6)),
        (datetime(2027, 6, 2, 9), date(2027, 6, 3), date(2027, 6, 4)),
    ],
)
def test_what_is_promised_counts_school_days(received, first, outcome):
    moment = received.replace(tzinfo=DENVER).astimezone(UTC)
    assert (first_answer_by(moment, YEAR), outcome_by(moment, YEAR)) == (first, outcome)


def test_after_the_last_school_day_nothing_can_be_promised():
    moment = datetime(2027, 6, 5, 18, tzinfo=UTC)
    for promise in (first_answer_by, outcome_by):
        with pytest.raises(NoSchoolAhead):
            promise(moment, YEAR)


@given(
    minutes=st.integers(0, 60 * 24 * 240),
    closed=st.sets(st.dates(date(2026, 8, 17), date(2027, 6, 4)), max_size=80),
    later=st.integers(0, 60),
)
def test_an_open_input_always_has_a_next_date_while_there_is_school(minutes, closed, later):
    calendar = SchoolCalendar(
        DENVER,
        dict.fromkeys(closed, DayKind.CLOSURE),
        first=date(2026, 8, 17),
        last=date(2027, 6, 4),
    )
    received = datetime.fromtimestamp(datetime(2026, 8, 17, 14, tzinfo=UTC).timestamp() + minutes * 60, UTC)
    given_input = an_input(received)
    today = calendar.today(received)
    try:
        day = calendar.shift(today, later)
        calendar.shift(day, 11)
    except NoSchoolAhead:
        return
    promised = next_date(given_input, calendar, day)
    assert promised is not None
    assert promised >= day
    assert calendar.is_school_day(promised)
    assert len(list(calendar.school_days(day, promised))) <= 11


@pytest.mark.parametrize("state", [InputState.ANSWERED, InputState.CONSIDERED, InputState.WITHDRAWN])
def test_a_settled_input_waits_for_nothing(state):
    done = an_input(datetime(2026, 10, 19, 18, tzinfo=UTC), state=state)
    assert next_date(done, YEAR, date(2026, 10, 20)) is None
    assert not done.awaits_outcome(date(2027, 1, 1))
