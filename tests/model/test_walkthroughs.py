"""Figures from walkthroughs, and the days they are told on."""

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.look_fors import look_fors
from bot.model.calendar import DayKind, SchoolCalendar
from bot.model.walkthroughs import Counts, FirstVisit, Mark, Visit, Window
from bot.model.walkthroughs.trends import change, publish, wilson
from bot.model.walkthroughs.visits import rooms_seen

MONDAY = date(2026, 10, 19)


def a_visit(*, band: str = "3-5", observer: str = "ana", first: str = "yes", **marks: str) -> Visit:
    return Visit(
        school="s",
        window="w",
        band=band,
        subject="math",
        segment=None,
        marks={code: Mark(mark) for code, mark in (marks or {"RT1": "seen"}).items()},
        first_visit=FirstVisit(first),
        observer=observer,
        day=MONDAY,
    )


def shown(visits: list[Visit], before=None):
    return publish(visits, look_fors=("RT1", "RT2"), bands=("k-2", "3-5"), day=MONDAY, before=before)


@pytest.mark.parametrize(
    ("seen", "n", "percent", "likely"), [(11, 25, 44, (27, 63)), (19, 33, 58, (41, 73)), (0, 5, 0, (0, 43))]
)
def test_a_share_has_the_wilson_interval(seen, n, percent, likely):
    counts = Counts(seen, 1 if n > seen else 0, n - seen - 1)
    assert (counts.percent, counts.likely) == (percent, likely)


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_stays_between_none_and_all(case):
    hits, n = case
    low, high = wilson(hits, n)
    assert 0 <= low <= hits / n + 1e-12
    assert hits / n - 1e-12 <= high <= 1


@pytest.mark.parametrize(
    ("now", "before", "points", "clear"),
    [
        (Counts(19, 0, 14), Counts(11, 0, 14), 14, False),  # 58 after 44: within noise
        (Counts(12, 0, 8), Counts(9, 0, 11), 15, True),
        (Counts(6, 0, 3), Counts(9, 0, 11), 22, False),  # nine visits are too few to call it
        (Counts(6, 0, 4), Counts(4, 0, 6), 20, True),
        (Counts(4, 0, 6), Counts(6, 0, 4), -20, True),
    ],
)
def test_a_change_is_clear_from_fifteen_points_and_ten_visits_on(now, before, points, clear):
    found = change(now, before)
    assert (found.points, found.is_clear) == (points, clear)


def test_rooms_are_the_largest_own_count_of_any_observer():
    visits = [a_visit(observer="ana") for _ in range(3)] + [a_visit(observer="ben") for _ in range(2)]
    visits += [a_visit(observer="ben", first="unsure"), a_visit(observer="ben", first="no")]
    assert rooms_seen(visits) == 3


def test_partly_is_kept_apart_and_not_applicable_is_left_out():
    marks = ["seen", "seen", "partly", "not_seen", "not_seen", "na", "na"]
    (line,) = shown([a_visit(RT1=mark) for mark in marks]).lines
    assert line.whole == Counts(2, 1, 2)
    assert (line.whole.percent, line.whole.percent_partly) == (40, 20)


def test_a_look_for_with_too_few_marks_is_not_shown_beside_one_with_enough():
    visits = [a_visit(RT1="seen", RT2="na") for _ in range(3)] + [a_visit(RT1="seen", RT2="seen")] * 4
    assert [line.look_for for line in shown(visits).lines] == ["RT1"]


@pytest.mark.requirement("R-128")
def test_a_band_with_four_visits_takes_the_other_band_with_it():
    visits = [a_visit(band="k-2") for _ in range(9)] + [a_visit(band="3-5") for _ in range(4)]
    (line,) = shown(visits).lines
    assert line.bands == {}
    assert set(line.withheld) == {"k-2", "3-5"}


def test_both_bands_are_shown_when_both_have_enough():
    visits = [a_visit(band="k-2") for _ in range(9)] + [a_visit(band="3-5", RT1="partly") for _ in range(5)]
    (line,) = shown(visits).lines
    assert line.bands == {"k-2": Counts(9, 0, 0), "3-5": Counts(0, 5, 0)}


@pytest.mark.parametrize(("added", "is_news"), [(0, False), (4, False), (5, True)])
def test_figures_change_only_after_five_more_visits(added, is_news):
    first = [a_visit() for _ in range(6)]
    before = shown(first)
    after = shown([*first, *(a_visit(RT1="not_seen") for _ in range(added))], before)
    assert (after is not None) is is_news


def test_a_band_that_grew_by_one_is_withheld_though_it_is_large():
    first = [a_visit(band=band) for band in ("k-2", "3-5") for _ in range(8)]
    before = shown(first)
    assert set(before.lines[0].bands) == {"k-2", "3-5"}
    more = [a_visit(band="k-2") for _ in range(5)] + [a_visit(band="3-5", RT1="not_seen")]
    (line,) = shown([*first, *more], before).lines
    assert line.whole.n == 22
    assert line.bands == {}


def test_a_look_for_that_grew_by_one_stays_as_it_was_shown():
    first = [a_visit(RT1="seen", RT2="seen") for _ in range(6)]
    before = shown(first)
    more = [a_visit(RT1="not_seen") for _ in range(4)] + [a_visit(RT1="not_seen", RT2="not_seen")]
    one, other = shown([*first, *more], before).lines
    assert (one.whole.n, other.whole) == (11, Counts(6, 0, 0))


def weeks(window: Window, *, without: tuple[str, ...] = ()) -> Iterator[str]:
    days = {date.fromisoformat(day): DayKind.NO_SCHOOL for day in without}
    return (str(day) for day in window.weekly_days(SchoolCalendar(ZoneInfo("America/Denver"), days)))


def a_window(opens: str, closes: str) -> Window:
    return Window(
        school="s",
        key="w",
        look_fors="reasoning_talk",
        opens=date.fromisoformat(opens),
        closes=date.fromisoformat(closes),
    )


def test_a_trend_is_told_at_the_end_of_each_school_week_before_the_closing_one():
    window = a_window("2026-10-05", "2026-10-30")
    assert list(weeks(window)) == ["2026-10-09", "2026-10-16", "2026-10-23"]
    assert next(weeks(window, without=("2026-10-09",))) == "2026-10-08"


def test_a_week_without_school_and_a_window_of_one_day_have_no_trend_day():
    week = tuple(f"2026-11-{day}" for day in range(23, 28))
    assert list(weeks(a_window("2026-11-16", "2026-12-04"), without=week)) == ["2026-11-20"]
    assert list(weeks(a_window("2026-10-07", "2026-10-07"))) == []
    assert list(weeks(a_window("2026-10-07", "2026-10-14"))) == ["2026-10-09"]


def test_the_shipped_sets_have_at_most_five_look_fors_and_codes_of_their_own():
    content = look_fors()
    codes = [code for found in content.sets for code in found.codes]
    assert len(codes) == len(set(codes))
    assert len(content.sets) >= 10


@pytest.mark.parametrize(
    ("teams", "bands"),
    [
        (("K-1", "Grade 2", "Grade 5", "Specialists"), ["k-2", "3-5"]),
        (("Grade 7", "ELL"), ["6-8"]),
        (("Grade 10 and 11",), ["9-12"]),
        (("Specialists",), ["k-2", "3-5", "6-8", "9-12"]),
        (("Room 204",), ["k-2", "3-5", "6-8", "9-12"]),
    ],
)
def test_a_school_has_the_bands_of_its_teams_grades(teams, bands):
    assert [band.key for band in look_fors().bands_of(teams)] == bands
