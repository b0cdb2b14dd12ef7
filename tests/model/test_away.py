"""What somebody types to say how long they are away."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.model.away import NotASpan, span_of
from bot.model.calendar import DayKind, SchoolCalendar

THURSDAY = date(2026, 11, 19)
BREAK = {date(2026, 11, day): DayKind.NO_SCHOOL for day in range(23, 28)}
CALENDAR = SchoolCalendar(ZoneInfo("America/Denver"), BREAK, date(2026, 8, 17), date(2027, 6, 4))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("1 day", "2026-11-19", "2026-11-19"),
        ("3 days", "2026-11-19", "2026-11-30"),
        ("3", "2026-11-19", "2026-11-30"),
        ("today", "2026-11-19", "2026-11-19"),
        ("Tomorrow", "2026-11-20", "2026-11-20"),
        ("until Friday", "2026-11-19", "2026-11-20"),
        ("until thursday", "2026-11-19", "2026-11-19"),
        ("until Dec 2", "2026-11-19", "2026-12-02"),
        ("until Jan 8", "2026-11-19", "2027-01-08"),
        ("2026-11-30 to 2026-12-02", "2026-11-30", "2026-12-02"),
        ("from tomorrow to Monday", "2026-11-20", "2026-11-23"),
        ("2026-11-16 to 2026-11-20", "2026-11-19", "2026-11-20"),
    ],
)
def test_days_are_read_the_way_people_say_them(words, first, last):
    assert span_of(words, CALENDAR, THURSDAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("0 days", "Write it like"),
        ("sick", "I do not understand"),
        ("until 03/04/2027", "could be two days"),
        ("2026-12-02 to 2026-11-30", "Swap the two"),
        ("2026-11-02 to 2026-11-03", "over"),
        ("until 2030-01-01", "more than a year"),
        ("900 days", "not so many school days left"),
    ],
)
def test_what_names_no_days_says_how_to_write_them(words, says):
    with pytest.raises(NotASpan, match=says):
        span_of(words, CALENDAR, THURSDAY)
