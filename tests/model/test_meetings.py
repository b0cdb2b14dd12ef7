"""When meetings are, and when their messages are due."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.model.calendar import DayKind, SchoolCalendar
from bot.model.meeting_plan import Plan
from bot.model.meeting_series import Every, MeetingSeries
from bot.model.meetings import Meeting, MeetingState
from tests.conftest import sample_file

TUESDAY = date(2026, 10, 13)
NO_SCHOOL = DayKind.NO_SCHOOL


def a_series(**settings: object) -> MeetingSeries:
    given = {"every": Every.BIWEEKLY, "first": TUESDAY, "at": time(15, 30), "minutes": 60} | settings
    return MeetingSeries(school="sample", title="ILT", **given)


def a_plan(calendar: SchoolCalendar, *, written: tuple[Meeting, ...] = (), **settings: object) -> Plan:
    return Plan("sample", a_series(**settings), calendar, {meeting.day: meeting for meeting in written})


def a_calendar(zone: str = "America/Denver", *closed: date) -> SchoolCalendar:
    return SchoolCalendar(ZoneInfo(zone), dict.fromkeys(closed, NO_SCHOOL))


def sample_calendar() -> SchoolCalendar:
    file = sample_file()
    days = {}
    for section in file.calendar:
        day = section.first
        while day <= (section.last or section.first):
            days[day] = section.kind
            day += timedelta(days=1)
    return SchoolCalendar(
        ZoneInfo(file.school.zone), days, first=file.school.first_day, last=file.school.last_day
    )


@pytest.mark.requirement("R-291")
@pytest.mark.parametrize(
    ("zone", "day", "starts"),
    [
        ("America/Denver", date(2026, 10, 27), "2026-10-27T21:30"),
        ("America/Denver", date(2026, 11, 10), "2026-11-10T22:30"),
        ("America/Denver", date(2027, 3, 2), "2027-03-02T22:30"),
        ("America/Denver", date(2027, 3, 16), "2027-03-16T21:30"),
        ("Australia/Sydney", date(2026, 9, 29), "2026-09-29T05:30"),
        ("Australia/Sydney", date(2026, 10, 13), "2026-10-13T04:30"),
        ("Australia/Sydney", date(2027, 3, 30), "2027-03-30T04:30"),
        ("Australia/Sydney", date(2027, 4, 13), "2027-04-13T05:30"),
    ],
)
def test_a_meeting_keeps_its_wall_clock_time_through_both_clock_changes(zone, day, starts):
    plan = a_plan(a_calendar(zone), first=date(2026, 9, 29))
    assert plan.on(day).starts_at == datetime.fromisoformat(starts).replace(tzinfo=UTC)


@pytest.mark.requirement("R-291")
def test_weekly_meetings_around_the_november_change_are_an_hour_apart_in_utc():
    plan = a_plan(a_calendar(), every=Every.WEEKLY)
    found = [meeting.starts_at for meeting in plan.held(date(2026, 10, 27), date(2026, 11, 3))]
    assert found == [
        datetime(2026, 10, 27, 21, 30, tzinfo=UTC),
        datetime(2026, 11, 3, 22, 30, tzinfo=UTC),
    ]


SAMPLE_YEAR = """
2026-10-13 2026-10-06 2026-10-09 2026-10-12
2026-10-27 2026-10-20 2026-10-23 2026-10-26
2026-11-10 2026-11-03 2026-11-06 2026-11-09
2026-12-08 2026-12-01 2026-12-04 2026-12-07
2027-01-05 2026-12-15 2026-12-18 2027-01-04
2027-01-19 2027-01-11 2027-01-14 2027-01-15
2027-02-02 2027-01-26 2027-01-29 2027-02-01
2027-02-16 2027-02-08 2027-02-11 2027-02-12
2027-03-02 2027-02-23 2027-02-26 2027-03-01
2027-03-16 2027-03-09 2027-03-12 2027-03-15
2027-04-13 2027-04-06 2027-04-09 2027-04-12
2027-04-27 2027-04-20 2027-04-23 2027-04-26
2027-05-11 2027-05-04 2027-05-07 2027-05-10
2027-05-25 2027-05-18 2027-05-21 2027-05-24
"""


@pytest.mark.requirement("R-277")
def test_the_sample_year_has_its_calls_drafts_and_agendas_on_these_days():
    """Meeting, call, draft, agenda: read off a wall calendar, with Thanksgiving and both breaks between."""
    calendar = sample_calendar()
    plan = a_plan(calendar)
    found = []
    for meeting in plan.held(date(2026, 8, 1), date(2027, 7, 31)):
        at = plan.moments(meeting)
        days = (calendar.today(moment) for moment in (at.call, at.draft, at.publish))
        found.append(" ".join(str(day) for day in (meeting.day, *days)))
    assert found == SAMPLE_YEAR.split("\n")[1:-1]


def test_the_messages_come_at_their_wall_clock_times():
    plan = a_plan(a_calendar())
    at = plan.moments(plan.on(date(2026, 11, 10)))
    local = [
        plan.calendar.local(moment).strftime("%m-%d %H:%M") for moment in (at.call, at.draft, at.publish)
    ]
    assert local == ["11-03 07:45", "11-06 13:00", "11-09 14:00"]
    assert (at.start - at.roles, at.end - at.start) == (timedelta(minutes=10), timedelta(minutes=60))


def test_a_call_set_before_contract_hours_waits_for_the_morning():
    plan = a_plan(a_calendar(), call_at=time(6, 0), publish_at=time(18, 0))
    at = plan.moments(plan.on(TUESDAY))
    local = [plan.calendar.local(moment).strftime("%m-%d %H:%M") for moment in (at.call, at.publish)]
    assert local == ["10-06 07:45", "10-13 07:45"]


def test_a_first_meeting_in_the_first_week_is_called_for_on_the_first_day():
    calendar = SchoolCalendar(ZoneInfo("America/Denver"), first=date(2026, 8, 17))
    plan = a_plan(calendar, first=date(2026, 8, 18))
    at = plan.moments(plan.on(date(2026, 8, 18)))
    assert [calendar.today(moment) for moment in (at.call, at.draft, at.publish)] == [date(2026, 8, 17)] * 3


def test_a_meeting_on_a_day_without_school_is_skipped_and_the_rhythm_stays():
    plan = a_plan(a_calendar("America/Denver", date(2026, 10, 27)))
    held = [meeting.day for meeting in plan.held(TUESDAY, date(2026, 11, 10))]
    assert held == [TUESDAY, date(2026, 11, 10)]


def test_only_a_meeting_somebody_heard_of_falls_out():
    closed = a_calendar("America/Denver", TUESDAY, date(2026, 10, 27))
    called = a_plan(a_calendar()).on(TUESDAY)
    called.reach(MeetingState.CALLED)
    plan = a_plan(closed, written=(called,))
    assert list(plan.displaced(TUESDAY, date(2026, 11, 10))) == [called]


def test_an_item_belongs_on_the_first_meeting_that_takes_place_from_its_day_on():
    plan = a_plan(a_calendar("America/Denver", date(2026, 10, 27)))
    before, after = datetime(2026, 10, 12, 12, tzinfo=UTC), datetime(2026, 10, 14, 12, tzinfo=UTC)
    assert plan.landing(TUESDAY, before).day == TUESDAY
    assert plan.landing(TUESDAY, after).day == date(2026, 11, 10)
    assert plan.landing(date(2026, 10, 27), before).day == date(2026, 11, 10)


def test_times_carried_counts_only_meetings_that_took_place():
    plan = a_plan(a_calendar("America/Denver", date(2026, 10, 27)))
    assert plan.times_carried(TUESDAY, TUESDAY) == 0
    assert plan.times_carried(TUESDAY, date(2026, 11, 10)) == 1
    assert plan.times_carried(TUESDAY, date(2026, 11, 24)) == 2
    assert plan.times_carried(date(2026, 10, 27), date(2026, 11, 10)) == 0


def test_the_next_unpublished_meeting_is_the_one_after_when_the_agenda_is_out():
    published = a_plan(a_calendar()).on(TUESDAY)
    now = datetime(2026, 10, 12, 21, tzinfo=UTC)
    plan = a_plan(a_calendar(), written=(published,))
    assert plan.next_unpublished(now) is published
    published.reach(MeetingState.PUBLISHED)
    assert plan.next_unpublished(now).day == date(2026, 10, 27)
    assert plan.next(now) is published


def test_without_a_series_nothing_is_ahead():
    plan = Plan("sample", None, a_calendar(), {})
    assert plan.next(datetime(2026, 10, 12, tzinfo=UTC)) is None
    assert list(plan.held(TUESDAY, date(2027, 6, 1))) == []


def test_after_the_last_school_day_nothing_is_ahead():
    assert a_plan(sample_calendar()).next(datetime(2027, 6, 5, tzinfo=UTC)) is None


@pytest.mark.parametrize("reached", list(MeetingState))
def test_a_meeting_moves_on_and_never_back(reached):
    states = list(MeetingState)
    for state in states:
        meeting = a_plan(a_calendar()).on(TUESDAY)
        meeting.reach(reached)
        moved = meeting.reach(state)
        assert moved is (states.index(state) > states.index(reached))
        assert meeting.state is max(state, reached, key=states.index)


@pytest.mark.parametrize("every", list(Every))
def test_the_days_of_a_rule_start_with_the_first_whatever_is_asked(every):
    series = a_series(every=every)
    step = 7 if every is Every.WEEKLY else 14
    assert list(series.days(date(2026, 9, 1), TUESDAY)) == [TUESDAY]
    assert list(series.days(date(2026, 9, 1), date(2026, 10, 12))) == []
    assert next(series.days(date(2026, 10, 14), date(2027, 1, 1))) == TUESDAY + timedelta(days=step)
    later = TUESDAY + timedelta(days=step)
    assert list(series.days(later, later)) == [later]
