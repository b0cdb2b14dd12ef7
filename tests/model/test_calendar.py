"""School days, hours and rotations, whatever the calendar."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.calendar import A_DAY, DayKind, Hours, NoSchoolAhead, SchoolCalendar
from bot.model.calendar_changes import DayEntry, changed, lost
from bot.model.written_days import Ambiguous, day_first, day_of, kind_named

DENVER = ZoneInfo("America/Denver")
FIRST, LAST = date(2026, 8, 17), date(2027, 6, 4)
dates_of_the_year = st.dates(FIRST, LAST)
kinds = st.dictionaries(dates_of_the_year, st.sampled_from(DayKind), max_size=30)
moments = st.datetimes(datetime(2026, 8, 1), datetime(2027, 5, 20), timezones=st.just(UTC))


def a_calendar(days=None, **rest) -> SchoolCalendar:
    return SchoolCalendar(DENVER, days or {}, FIRST, LAST, **rest)


@pytest.mark.requirement("R-291")
def test_a_wall_clock_time_is_another_moment_after_the_clock_changes():
    calendar = a_calendar()
    found = [calendar.at(day, time(15, 30)) for day in (date(2026, 10, 27), date(2026, 11, 3))]
    assert [f"{one:%H:%MZ}" for one in found] == ["21:30Z", "22:30Z"]
    assert f"{calendar.at(date(2027, 3, 14), time(2, 30)):%H:%MZ}" == "09:30Z", "a skipped time moves forward"
    assert f"{calendar.at(date(2026, 11, 1), time(1, 30)):%H:%MZ}" == "07:30Z", "the first of two"


@given(kinds, moments)
def test_what_the_bot_starts_lands_in_contract_hours_and_stays_there(days, now):
    calendar = a_calendar(days)
    at = calendar.next_open(now)
    local = calendar.local(at)
    assert at >= now
    assert calendar.is_school_day(local.date())
    assert calendar.opens_on(local.date()) <= local.time()
    assert calendar.next_open(at) == at or local.time() >= calendar.closes_on(local.date())


@given(kinds, dates_of_the_year, st.integers(-15, 15))
def test_shifting_there_and_back_from_a_school_day_is_no_move(days, day, count):
    calendar = a_calendar(days)
    try:
        start = calendar.on_or_after(day)
        reached = calendar.shift(start, count)
    except NoSchoolAhead:
        return
    assert calendar.shift(reached, -count) == start


@given(kinds, dates_of_the_year)
def test_a_rotation_moves_on_with_school_days_only(days, day):
    calendar = a_calendar(days, rotation=("A", "B"))
    if not calendar.is_school_day(day):
        assert calendar.rotation_on(day) is None
        return
    before = list(calendar.school_days(FIRST, day - A_DAY))
    expected = {None: "A", "A": "B", "B": "A"}
    assert calendar.rotation_on(day) == expected[calendar.rotation_on(before[-1]) if before else None]


@given(kinds, st.dictionaries(dates_of_the_year, st.sampled_from([None, *DayKind]), max_size=10))
def test_a_change_touches_its_own_days_and_no_others(days, new):
    before = a_calendar(days)
    after = changed(before, [DayEntry(day, kind) for day, kind in new.items()])
    everywhere = {FIRST + n * A_DAY for n in range((LAST - FIRST).days)}
    assert all(before.kind(day) is after.kind(day) for day in everywhere - set(new))
    gone = lost(before, after, new)
    assert all(before.is_school_day(day) and not after.is_school_day(day) for day in gone)


@pytest.mark.parametrize(
    ("kind", "wall", "says"),
    [
        (DayKind.HALF_DAY, time(11, 59), "now"),
        (DayKind.HALF_DAY, time(12), "Thu 07:45"),
        (DayKind.LATE_START, time(7, 45), "Wed 09:30"),
        (DayKind.LATE_START, time(9, 30), "now"),
        (DayKind.CLOSURE, time(10), "Thu 07:45"),
        (DayKind.TESTING, time(10), "now"),
        (DayKind.SCHOOL, time(18, 40), "Thu 07:45"),
    ],
)
def test_each_kind_of_day_has_its_hours(kind, wall, says):
    day = date(2026, 10, 28)
    calendar = a_calendar({day: kind})
    now = calendar.at(day, wall)
    opens = calendar.next_open(now)
    assert ("now" if opens == now else f"{calendar.local(opens):%a %H:%M}") == says


def test_a_day_can_have_hours_of_its_own():
    day = date(2026, 10, 28)
    calendar = a_calendar({day: DayKind.HALF_DAY}, hours={day: Hours(closes=time(13, 15))})
    assert calendar.closes_on(day) == time(13, 15)
    assert calendar.opens_on(day) == calendar.opens


def test_after_the_last_day_nothing_opens_and_nothing_breaks():
    calendar = a_calendar()
    assert calendar.opening(calendar.at(LAST + timedelta(days=3), time(9))) is None


@given(dates_of_the_year, st.sampled_from(["%Y-%m-%d", "%b %d, %Y", "%A, %B %d %Y", "%d %B %Y", "%Y%m%d"]))
def test_a_day_is_read_however_it_is_written(day, form):
    assert day_of(f"{day:{form}}") == day


@given(dates_of_the_year)
def test_a_slashed_date_is_read_when_the_file_says_which_comes_first(day):
    assert day_of(f"{day:%d/%m/%Y}", is_day_first=True) == day
    assert day_of(f"{day:%m/%d/%Y}", is_day_first=False) == day


def test_a_date_that_could_be_two_is_not_guessed():
    with pytest.raises(Ambiguous):
        day_of("03/04/2027")
    assert day_first(["03/04/2027", "25/04/2027"]) is True
    assert day_first(["03/25/2027", "25/03/2027"]) is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Fall Break (no school)", DayKind.NO_SCHOOL),
        ("EARLY RELEASE - conferences", DayKind.HALF_DAY),
        ("Two-hour delay", DayKind.LATE_START),
        ("State testing", DayKind.TESTING),
        ("Breakfast with the principal", None),
        ("Holiday concert", None),
        ("After-school club", None),
        ("late_start", DayKind.LATE_START),
    ],
)
def test_a_title_names_a_kind_of_day_or_none(title, kind):
    assert kind_named(title) is kind
