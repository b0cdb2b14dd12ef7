"""The days of a learning cycle."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.cycles.view import runs, skipped
from bot.model.calendar import DayKind, NoSchoolAhead, SchoolCalendar
from bot.model.cycles import PLANS, PhaseName, proposed_days, school_day

DENVER = ZoneInfo("America/Denver")
BREAK = {date(2026, 11, day): DayKind.NO_SCHOOL for day in range(23, 28)}
FALL = SchoolCalendar(DENVER, BREAK)


def spoken(weeks: int, begins: date, calendar: SchoolCalendar = FALL) -> list[str]:
    return [f"{day:%a} {day.day} {day:%b}" for day in proposed_days(weeks, begins, calendar).values()]


@pytest.mark.requirement("R-180")
def test_four_weeks_from_9_november_skip_the_break_and_end_on_11_december():
    assert spoken(4, date(2026, 11, 9)) == ["Fri 13 Nov", "Fri 20 Nov", "Fri 4 Dec", "Fri 11 Dec"]
    days = FALL.skipped(date(2026, 11, 9), date(2026, 12, 11))
    assert skipped(days) == " (no school Mon, Nov 23 to Fri, Nov 27; skipped)"


@pytest.mark.parametrize(
    ("weeks", "days"),
    [
        (3, ["Wed 11 Nov", "Tue 17 Nov", "Tue 1 Dec", "Fri 4 Dec"]),
        (5, ["Fri 13 Nov", "Wed 2 Dec", "Fri 11 Dec", "Fri 18 Dec"]),
    ],
)
def test_three_and_five_weeks_have_plans_of_their_own(weeks, days):
    assert spoken(weeks, date(2026, 11, 9)) == days


def test_a_cycle_the_school_year_is_too_short_for_has_no_days():
    ends = SchoolCalendar(DENVER, {}, last=date(2027, 6, 4))
    assert spoken(3, date(2027, 5, 17), ends)[-1] == "Fri 4 Jun"
    with pytest.raises(NoSchoolAhead):
        proposed_days(3, date(2027, 5, 18), ends)
    assert school_day(ends, date(2027, 5, 18), 15) == date(2027, 6, 4)


@given(
    st.sampled_from([3, 4, 5]),
    st.dates(date(2026, 8, 1), date(2027, 6, 1)),
    st.sets(st.integers(0, 60), max_size=20),
)
def test_every_day_is_a_school_day_and_the_last_is_five_a_week(weeks, begins, off):
    days = {begins + timedelta(days=offset): DayKind.NO_SCHOOL for offset in off}
    calendar = SchoolCalendar(DENVER, days)
    found = proposed_days(weeks, begins, calendar)
    assert list(found) == list(PhaseName)
    assert all(calendar.is_school_day(day) for day in found.values())
    assert list(found.values()) == sorted(found.values())
    assert (
        len(list(calendar.school_days(begins, found[PhaseName.REFLECTION]))) == 5 * weeks == PLANS[weeks][-1]
    )


def test_days_in_a_row_are_said_as_a_span_over_a_weekend_too():
    winter = [date(2026, 12, day) for day in (21, 22, 23, 24, 25, 28)]
    assert runs([*winter, date(2027, 1, 18)]) == [
        (date(2026, 12, 21), date(2026, 12, 28)),
        (date(2027, 1, 18), date(2027, 1, 18)),
    ]
