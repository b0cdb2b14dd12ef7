"""The rhythm of a pair's check-ins."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.model.calendar import DayKind, SchoolCalendar
from bot.model.checkins import STEPS, Cadence, CheckInSeries, Diary

DAYS = st.dates(date(2026, 8, 1), date(2027, 6, 30))


def a_series(first: date, cadence: Cadence) -> CheckInSeries:
    return CheckInSeries(
        school="s", leader="a", lead="b", cadence=cadence, first=first, at=time(9), minutes=30
    )


@given(first=DAYS, cadence=st.sampled_from(Cadence), start=DAYS, length=st.integers(0, 120))
def test_the_rhythm_is_every_step_from_the_first_day_within_the_bounds(first, cadence, start, length):
    last = start + timedelta(days=length)
    step = STEPS[cadence]
    every = [first + step * n for n in range(60)]
    assert list(a_series(first, cadence).rhythm(start, last)) == [
        day for day in every if start <= day <= last
    ]


@given(first=DAYS, cadence=st.sampled_from(Cadence), closed=st.sets(DAYS, max_size=60))
def test_days_without_school_take_check_ins_away_and_never_add_or_shift_any(first, cadence, closed):
    series = a_series(first, cadence)
    calendar = SchoolCalendar(ZoneInfo("America/Denver"), dict.fromkeys(closed, DayKind.CLOSURE))
    held = list(Diary((series,), (), (), calendar).occurrences(series, first, first + timedelta(days=200)))
    rhythm = list(series.rhythm(first, first + timedelta(days=200)))
    assert [one.on for one in held] == [day for day in rhythm if calendar.is_school_day(day)]
    assert all(one.on == one.day for one in held)
