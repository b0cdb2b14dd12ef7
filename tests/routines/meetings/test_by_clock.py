"""What happens around a meeting by the clock."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.model.meetings import MeetingState
from bot.routines.meetings import REASONS, items
from tests.conftest import SCHOOL

CALL, DRAFT, AGENDA, MEETING = (date(2026, 10, day) for day in (6, 9, 12, 13))
NEXT = date(2026, 10, 27)
MORNING, ONE, TWO = time(7, 45), time(13, 0), time(14, 0)
ROLES, END = time(15, 20), time(16, 30)


def key(what: str, day: date = MEETING) -> str:
    return f"meeting/{day}/{what}"


async def through_to_the_agenda(school):
    for day, wall in ((CALL, MORNING), (DRAFT, ONE), (AGENDA, TWO)):
        await school.at(day, wall)


@pytest.mark.requirement("R-277")
async def test_each_of_the_five_comes_at_its_minute_and_not_a_minute_before(school):
    moments = ((CALL, MORNING), (DRAFT, ONE), (AGENDA, TWO), (MEETING, ROLES), (MEETING, END))
    found = []
    for day, wall in moments:
        school.clock.on(day, wall)
        school.clock.advance(minutes=-1)
        assert await school.tick() == []
        found += await school.at(day, wall)
    assert found == [key(what) for what in ("call", "draft", "agenda", "roles", "end")]


@pytest.mark.requirement("R-277")
async def test_a_bot_restarted_twice_at_the_due_minute_posts_once(school, perform, units, clock, who):
    """Each start is a new timetable over the same database, as after a crash."""
    from tests.routines.meetings.conftest import SchoolDays

    for day, wall in ((CALL, MORNING), (DRAFT, ONE), (AGENDA, TWO), (MEETING, ROLES), (MEETING, END)):
        for _ in range(3):
            await SchoolDays(perform, units, clock, who).at(day, wall)
    said = [letter.key for letter in await school.posted(f"meeting/{MEETING}")]
    assert sorted(said) == sorted(key(what) for what in ("call", "draft", "agenda", "lacks", "roles", "end"))


async def test_the_call_says_what_is_in_and_offers_three_answers(school):
    await school.at(CALL, MORNING)
    [call] = await school.posted("call")
    assert call.audience == "ilt"
    assert "We meet on Tue, Oct 13, 3:30 PM. Already in: 3 standing strategies." in call.text
    assert "until the agenda is published on Mon, Oct 12, 2:00 PM" in call.text
    assert call.verbs == ["add-item", "add-item", "nothing-to-add", "roles"]


async def test_the_draft_goes_to_the_facilitator_alone(school, who):
    await school.at(DRAFT, ONE)
    [draft] = await school.posted("draft")
    facilitator = (await school.holders(MEETING))["facilitator"]
    assert draft.audience == f"person:{who(facilitator).person_id}"
    assert {"finish-agenda", "publish-agenda", "agenda", "add-item", "hand-over"} <= set(draft.verbs)
    assert "27 of 60 minutes" in draft.text
    assert "No new items this time." in draft.text


async def test_the_agenda_holds_times_purpose_and_where_everything_comes_from(school):
    add = items.AddItem(title="Exit tickets", minutes=10, outcome="decide", detail="Why", example="One")
    await school.perform(items.add, add, actor=school.who("jay-ivy"))
    await school.perform(
        items.add, items.AddItem(title="Guest day", for_team=True), actor=school.who("tea-sage")
    )
    await through_to_the_agenda(school)
    [agenda] = await school.posted("/agenda")
    assert agenda.audience == "ilt"
    for words in (
        "By the end we will have looked closely at Student talk in math and decided 1 item.",
        "• 3:30 PM Opening",
        "• 3:33 PM Small-group reading · 2 minutes · standing strategy",
        "Schedules are set; materials arrive this month.",
        "• 3:37 PM Student talk in math · 15 minutes · standing strategy, deep dive",
        "• 3:52 PM Exit tickets · 10 minutes · Jay Ivy · to decide",
        "• 4:02 PM Guest day · 5 minutes · for Grade 4 · to share",
        "42 of 60 minutes.",
        "Facilitator: ",
    ):
        assert words in agenda.text
    assert (await school.meeting(MEETING)).state is MeetingState.PUBLISHED


async def test_the_roles_are_said_under_the_agenda_and_are_stale_when_the_meeting_starts(school, units):
    await through_to_the_agenda(school)
    assert await school.at(MEETING, ROLES) == [key("roles")]
    [roles] = await school.posted("roles")
    assert "Voice-tender: " in roles.text
    assert roles.stale_at == datetime(2026, 10, 13, 21, 30, tzinfo=UTC)
    assert roles.thread == key("agenda")


async def test_the_end_asks_for_decisions_and_closes_the_meeting(school):
    await through_to_the_agenda(school)
    await school.at(MEETING, END)
    [end] = await school.posted("/end")
    assert end.text.startswith("That is time. What did you decide?")
    assert end.verbs == ["decide"]
    assert (await school.meeting(MEETING)).state is MeetingState.CLOSED


@pytest.mark.parametrize(
    ("late", "said"), [(timedelta(hours=4), True), (timedelta(hours=4, seconds=1), False)]
)
async def test_the_end_is_not_asked_more_than_four_hours_late(school, late, said):
    await through_to_the_agenda(school)
    school.clock.on(MEETING, END)
    school.clock.advance(seconds=late.total_seconds())
    assert (key("end") in await school.tick()) is said


async def test_a_meeting_whose_end_was_missed_is_closed_with_the_next_draft(school):
    await through_to_the_agenda(school)
    await school.at(date(2026, 10, 23), ONE)
    assert (await school.meeting(MEETING)).state is MeetingState.CLOSED
    dive = (await school.meeting(MEETING)).deep_dive, (await school.meeting(NEXT)).deep_dive
    assert dive == ("math-talk", "small-groups")


async def test_after_a_weekend_down_the_draft_is_still_made_and_the_old_call_is_not(school):
    assert await school.at(DRAFT, time(13, 30)) == [key("draft")]


async def test_a_draft_missed_until_the_agenda_is_due_is_made_with_it(school):
    assert await school.at(AGENDA, time(14, 1)) == [key("agenda")]
    assert len(await school.holders(MEETING)) == 5


@pytest.mark.parametrize(("wall", "late"), [(time(16, 0), False), (time(16, 1), True)])
async def test_an_agenda_that_comes_late_says_so(school, wall, late):
    await school.at(AGENDA, wall)
    [agenda] = await school.posted("/agenda")
    assert ("later than planned" in agenda.text) is late


async def test_the_deep_dive_goes_round_from_meeting_to_meeting(school):
    await through_to_the_agenda(school)
    await school.at(MEETING, END)
    await school.at(date(2026, 10, 23), ONE)
    assert (await school.meeting(NEXT)).deep_dive == "small-groups"


async def test_a_meeting_closed_off_after_its_draft_says_so_once_and_does_nothing_more(school):
    await school.at(CALL, MORNING)
    await school.perform(items.add, items.AddItem(title="Exit tickets"), actor=school.who("jay-ivy"))
    await school.at(DRAFT, ONE)
    await school.closes(MEETING)
    assert await school.at(AGENDA, TWO) == [key("falls-out")]
    assert await school.at(MEETING, ROLES) == []
    assert await school.at(MEETING, END) == []
    [word] = await school.posted("falls-out")
    assert "No ILT on Tue, Oct 13: there is no school." in word.text
    assert "We meet again on Tue, Oct 27, 3:30 PM, with 1 item from Tue, Oct 13." in word.text


async def test_what_a_meeting_that_fell_out_had_is_on_the_next_draft(school):
    await school.perform(items.add, items.AddItem(title="Exit tickets"), actor=school.who("jay-ivy"))
    await school.at(DRAFT, ONE)
    await school.closes(MEETING)
    await school.at(date(2026, 10, 23), ONE)
    await school.at(date(2026, 10, 26), TWO)
    [agenda] = await school.posted(f"{NEXT}/agenda")
    assert "Exit tickets · 5 minutes · Jay Ivy, moved from Tue, Oct 13" in agenda.text
    assert (await school.meeting(NEXT)).deep_dive == "math-talk"


async def test_a_snow_day_after_the_agenda_is_said_on_the_next_school_morning(school):
    await through_to_the_agenda(school)
    await school.closes(MEETING)
    for wall in (time(6, 10), ROLES, END):
        assert await school.at(MEETING, wall) == []
    assert await school.at(date(2026, 10, 14), MORNING) == [key("falls-out")]


async def test_a_break_known_from_the_start_is_passed_over_in_silence(school):
    ahead = await school.ahead(datetime(2026, 12, 1, tzinfo=UTC))
    assert not [one for one in ahead if "2026-11-24" in one.key]


async def test_a_letter_of_a_meeting_that_fell_out_has_lost_its_reason(school, units, clock):
    await through_to_the_agenda(school)
    reason = (await school.posted("/agenda"))[0].reason
    async with units.reading(SCHOOL) as work:
        assert await still(reason, work, clock)
    await school.closes(MEETING)
    async with units.reading(SCHOOL) as work:
        assert not await still(reason, work, clock)
        assert await still(f"no-meeting:{MEETING}", work, clock)


async def still(reason, work, clock):
    kind, _, what = reason.partition(":")
    return await REASONS[kind](what, work, clock)


async def test_what_is_ahead_names_each_facilitator_in_turn(school, who):
    ahead = await school.ahead(datetime(2026, 11, 30, tzinfo=UTC))
    drafts = [one.audience.key for one in ahead if one.key.endswith("draft")]
    assert len(drafts) == len(set(drafts)) == 3
    assert all(to.startswith("person:") for to in drafts)


async def test_looking_ahead_lists_everything_in_order_with_its_why(school):
    ahead = await school.ahead(datetime(2026, 10, 14, tzinfo=UTC))
    assert [one.key for one in ahead] == [key(what) for what in ("call", "draft", "agenda", "roles", "end")]
    assert ahead[0].why == "five school days before the ILT on Tue, Oct 13"


async def test_without_a_series_the_clock_does_nothing(school, units):
    from bot.routines import meetings

    async with units.writing(SCHOOL) as work:
        await meetings.establish(None, work=work, roster=await work.people.roster())
    assert await school.at(MEETING, END) == []


async def test_weekly_meetings_do_not_get_in_each_others_way(school):
    await school.establish(every="weekly")
    said = []
    for day in range(6, 28):
        for wall in (MORNING, ONE, TWO, ROLES, END):
            said += await school.at(date(2026, 10, day), wall)
    for meeting in (MEETING, date(2026, 10, 20), NEXT):
        assert [one for one in said if str(meeting) in one] == [
            key(what, meeting) for what in ("call", "draft", "agenda", "roles", "end")
        ]


async def test_a_meeting_in_the_first_week_of_the_year_has_its_draft(school, units):
    async with units.writing(SCHOOL) as work:
        (await work.people.school_itself()).first_day = date(2026, 10, 8)
    assert await school.at(date(2026, 10, 9), time(13, 30)) == [key("draft")]
    assert await school.at(AGENDA, TWO) == [key("agenda")]
