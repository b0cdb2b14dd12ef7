"""When little waits for a meeting: it is shorter, is for learning, or becomes a thread."""

from datetime import date, time

import pytest

from bot.errors import OutOfDate
from bot.messages.agendas import threads as wording
from bot.messages.plain import plain
from bot.model.agenda_items import Outcome, Provenance
from bot.model.calendar import CalendarDay, DayKind
from bot.model.meetings import MeetingState
from bot.model.people import the_clock
from bot.routines import agendas, meetings
from bot.routines.agendas import half_days, instead
from bot.routines.agendas.half_days import OpenHalfDay, ShortenTo
from bot.routines.agendas.instead import MakeAsync, MeetAfterAll, ShortenMeeting, UseForLearning
from bot.routines.calendar import feed
from bot.routines.meetings import looking
from bot.routines.timetable import Timetable
from tests.conftest import SCHOOL
from tests.routines.agendas.conftest import AGENDA, DRAFT, MEETING

CLOSES = (date(2026, 10, 14), time(14))


@pytest.fixture
def school(school):
    school.timetable = Timetable((meetings.due, agendas.due))
    return school


async def in_calendar(school) -> list[str]:
    asked = feed.ReadFeed()
    found = await school.perform(feed.dates, asked, actor=the_clock(SCHOOL))
    return [event.uid for event in found.events if event.uid.startswith("meeting-")]


@pytest.mark.requirement("R-054")
async def test_with_only_things_to_tell_the_facilitator_has_three_choices_async_first(school):
    await school.brings("New bell times", 5, outcome=Outcome.INFORM)
    await school.at(*DRAFT)
    [draft] = await school.posted("/draft")
    assert "The draft has 1 thing beside the strategies, worth 32 minutes in all." in draft.text
    assert "Nothing on it is to decide, discuss or learn." in draft.text
    choices = [verb for verb in draft.verbs if verb in ("make-async", "shorten-meeting", "use-for-learning")]
    assert choices == ["make-async", "shorten-meeting", "use-for-learning"]


@pytest.mark.requirement("R-054")
async def test_async_gives_members_a_thread_takes_the_date_off_and_closes_after_three_school_days(school):
    await school.brings("New bell times", 5, outcome=Outcome.INFORM)
    kept = await school.brings("Grading", 5, provenance=Provenance.INPUT, source="i1")
    await school.at(*DRAFT)
    assert f"meeting-{MEETING}" in await in_calendar(school)
    oneself = await school.facilitator()
    done = await school.perform(instead.make_async, MakeAsync(day=MEETING), actor=oneself)
    assert "Nobody meets on Tue, Oct 13." in plain(wording.in_thread(done))
    [thread] = await school.posted("/thread/")
    assert thread.audience == "ilt"
    assert "you get 60 minutes back" in thread.text
    assert "New bell times · Jay Ivy" in thread.text
    assert f"meeting-{MEETING}" not in await in_calendar(school)
    for day, wall in (AGENDA, (MEETING, time(15, 20)), (MEETING, time(16, 30))):
        assert await school.at(day, wall) == []
    assert await school.at(*CLOSES) == [f"meeting/{MEETING}/thread-closed/2026-10-14"]
    [closed] = await school.posted("/thread-closed")
    assert "For the next meeting on Tue, Oct 27: “Grading”." in closed.text
    assert "Given back this school year: 60 minutes for each." in closed.text
    assert [item.id for item in await school.open_items()] == [kept.id]
    assert (await school.meeting(MEETING)).state is MeetingState.CLOSED


async def test_a_thread_is_taken_back_until_the_meeting_would_begin(school):
    await school.at(*DRAFT)
    oneself = await school.facilitator()
    await school.perform(instead.make_async, MakeAsync(day=MEETING), actor=oneself)
    with pytest.raises(OutOfDate):
        await school.perform(instead.make_async, MakeAsync(day=MEETING), actor=oneself)
    await school.perform(instead.meet_after_all, MeetAfterAll(day=MEETING), actor=oneself)
    assert f"meeting-{MEETING}" in await in_calendar(school)
    with pytest.raises(OutOfDate, match="nothing to take back"):
        await school.perform(instead.meet_after_all, MeetAfterAll(day=MEETING), actor=oneself)
    assert await school.at(*AGENDA) == [f"meeting/{MEETING}/agenda"]
    await school.perform(instead.make_async, MakeAsync(day=MEETING), actor=oneself)
    assert "settled in a thread of its own" in (await school.posted("/instead/"))[0].text
    school.clock.on(MEETING, time(15, 30))
    with pytest.raises(OutOfDate, match="would have begun"):
        await school.perform(instead.meet_after_all, MeetAfterAll(day=MEETING), actor=oneself)


async def test_nobody_brings_anything_and_the_draft_offers_to_end_sooner(school):
    """SC-2: the draft holds the strategies, a trend and two inputs."""
    for title, provenance in (("Trend", Provenance.TREND), ("A", Provenance.INPUT), ("B", Provenance.INPUT)):
        await school.brings(title, 5, provenance=provenance, source=title)
    await school.at(*DRAFT)
    [draft] = await school.posted("/draft")
    assert "No new items this time. The draft has 3 things beside the strategies" in draft.text
    assert "[Use it, end at 4:15 PM] [Ask teams one question today] [Make it async]" in draft.text
    oneself = await school.facilitator()
    done = await school.perform(instead.shorten, ShortenMeeting(day=MEETING), actor=oneself)
    assert "we end at 4:15 PM: 15 minutes back for everybody" in plain(wording.shorter(done))
    meeting = await school.meeting(MEETING)
    assert (meeting.minutes, meeting.minutes_back) == (45, 15)
    with pytest.raises(OutOfDate, match="needs the whole meeting"):
        await school.perform(instead.shorten, ShortenMeeting(day=MEETING), actor=oneself)
    await school.establish(title="Leadership")
    assert (await school.meeting(MEETING)).minutes == 45


async def test_free_minutes_become_learning_together(school):
    await school.at(*DRAFT)
    oneself = await school.facilitator()
    sheet = await school.perform(instead.learn, UseForLearning(day=MEETING), actor=oneself)
    [block] = sheet.agenda.items
    assert (block.outcome, block.minutes, sheet.agenda.free) == (Outcome.LEARN, 33, 0)
    with pytest.raises(OutOfDate):
        await school.perform(instead.learn, UseForLearning(day=MEETING), actor=oneself)


async def test_a_half_day_asks_facilitator_and_leader_to_keep_shorten_or_move(school):
    async with school.units.writing(SCHOOL) as work:
        work.calendar.add(CalendarDay(school=SCHOOL, day=MEETING, kind=DayKind.HALF_DAY))
    await school.at(date(2026, 10, 6), time(7, 45))
    asked = await school.posted("/half-day/")
    assert len(asked) == 2
    assert f"person:{school.who('mina-linden').person_id}" in {one.audience for one in asked}
    assert asked[0].verbs == ["keep-meeting", "shorten-to", "rebook-meeting"]
    assert "is a half day: school closes at 12:00 PM." in asked[0].text
    leader = school.who("mina-linden")
    opened = await school.perform(half_days.prepare, OpenHalfDay(day=MEETING), actor=leader)
    assert opened.sheet.meeting.minutes == 60
    await school.perform(half_days.shorten_to, ShortenTo(day=MEETING, minutes=30), actor=leader)
    seen = await school.perform(looking.see, looking.SeeAgenda(), actor=leader)
    assert (seen.sheet.meeting.minutes, seen.sheet.agenda.over) == (30, 0)


async def test_an_ordinary_day_asks_nothing(school):
    await school.at(date(2026, 10, 6), time(7, 45))
    assert await school.posted("/half-day/") == []
