"""The end of a meeting: its outcomes, how its time went, and what nobody ended."""

from datetime import date, time, timedelta

import pytest

from bot.errors import OutOfDate, Refusal
from bot.model.agenda_items import ItemState
from bot.model.live import Met, Result, RunState
from bot.model.meetings import MeetingState
from bot.model.punctuality import Punctuality, punctuality
from tests.conftest import SCHOOL
from tests.routines.live.conftest import DAY


@pytest.mark.requirement("R-050")
async def test_start_at_three_thirty_three_and_end_at_four_thirty_is_start_plus_three_end_zero(meeting):
    """Nobody's presence is stored: the run has no column for it, and the roles are those of the agenda."""
    meeting.at(time(15, 33))
    await meeting.starts()
    meeting.at(time(16, 30))
    await meeting.ends()
    receipt = await meeting.said("live/receipt")
    assert "Started 3:33 PM, ended 4:30 PM (start +3, end 0)." in receipt.text
    run = await meeting.run()
    assert punctuality([run]) == Punctuality(1, 0, 1, 1)
    assert (run.asks, run.state) == ((), RunState.CLOSING)
    async with meeting.units.reading(SCHOOL) as work:
        assert (await work.meetings.written())[0].state is MeetingState.CLOSED


@pytest.mark.requirement("R-055")
async def test_an_item_that_took_fourteen_of_ten_minutes_is_plus_four_and_the_sum_is_the_meeting(meeting):
    await meeting.starts()
    line = await meeting.until("Exit tickets")
    meeting.clock.advance(minutes=14)
    await meeting.next()
    meeting.at(time(16, 30))
    await meeting.ends()
    receipt = await meeting.said("live/receipt")
    assert f"+4 item {line.number}" in receipt.text
    assert "Together; Planned: 60; Real: 60" in receipt.text
    took = list((await meeting.run()).took())
    assert sum(one.actual for one in took) == 60
    assert "Work on instruction:" in receipt.text
    assert "Student talk in math:" in receipt.text
    assert receipt.thread == f"meeting/{DAY}/agenda"


@pytest.mark.requirement("R-053")
async def test_at_the_end_each_objective_is_met_partly_met_or_not(meeting):
    await meeting.has_objectives("chosen a routine", "a date for it")
    await meeting.starts()
    with pytest.raises(Refusal, match="say of each objective") as refused:
        await meeting.ends(objectives={"0": Met.MET})
    assert refused.value.field == "objectives.1"
    await meeting.ends(objectives={"0": Met.MET, "1": Met.PARTLY})
    assert (await meeting.run()).met == (Met.MET, Met.PARTLY)
    assert "1 of 2 objectives met, 1 partly." in (await meeting.said("live/receipt")).text


async def test_what_is_finished_does_not_come_back_and_what_was_not_reached_does(meeting):
    await meeting.starts()
    line = await meeting.until("Exit tickets")
    await meeting.ends(outcomes={str(line.number): Result.DECIDED})
    async with meeting.units.reading(SCHOOL) as work:
        open_items = [one.title for one in await work.meetings.open_items()]
        item = await work.meetings.item(line.item)
    assert open_items == ["Lunch"]
    assert item.state is ItemState.DONE
    assert {one.result for one in (await meeting.run()).lines} >= {Result.DECIDED, Result.CARRIED}


async def test_the_end_comes_once_and_buttons_pressed_later_say_so(meeting):
    await meeting.starts()
    await meeting.ends()
    for late in (meeting.ends, meeting.starts):
        with pytest.raises(OutOfDate):
            await late()
    assert len(await meeting.posted("live/receipt")) == 1


async def test_what_nobody_ended_closes_itself_an_hour_later_as_planned_and_is_told_in_the_morning(meeting):
    await meeting.starts()
    meeting.at(time(17, 29))
    await meeting.tick()
    assert (await meeting.run()).is_running
    meeting.at(time(17, 30))
    await meeting.tick()
    run = await meeting.run()
    assert (run.was_left, run.ended_at, run.end_off) == (True, run.planned_end, None)
    receipt = await meeting.said("live/receipt")
    assert "Nobody pressed End" in receipt.text
    assert receipt.due_at.astimezone(meeting.clock.now().tzinfo) > meeting.clock.now() + timedelta(hours=12)
    assert punctuality([run]).with_end == 0


async def test_weeks_without_the_bot_leave_no_meeting_running(meeting):
    await meeting.starts()
    await meeting.passes(days=21)
    await meeting.passes(days=21)
    assert (await meeting.run()).state is RunState.CLOSED


async def test_a_day_after_its_end_a_meeting_is_closed_whoever_confirmed(meeting):
    await meeting.starts()
    meeting.at(time(16, 30))
    await meeting.ends()
    meeting.clock.on(date(2026, 10, 14), time(16, 30))
    await meeting.tick()
    assert (await meeting.run()).state is RunState.CLOSED


async def test_no_state_of_a_run_is_a_trap(meeting):
    """Left alone, a run goes from running to closing to closed by the clock."""
    await meeting.starts()
    seen = [(await meeting.run()).state]
    for day, wall in ((DAY, time(17, 30)), (date(2026, 10, 14), time(16, 31))):
        meeting.clock.on(day, wall)
        await meeting.tick()
        seen.append((await meeting.run()).state)
    assert seen == list(RunState)


async def test_what_went_on_after_its_time_and_was_left_ends_with_its_last_item(meeting):
    """Else the minutes would not sum up to the length of the meeting."""
    await meeting.starts()
    meeting.at(time(16, 45))
    await meeting.next()
    meeting.at(time(17, 30))
    await meeting.tick()
    run = await meeting.run()
    assert run.length == timedelta(minutes=75)
    assert sum(one.actual for one in run.took()) == 75


async def test_nobody_is_noted_for_agreeing_to_more_time(meeting):
    await meeting.starts()
    for key in (meeting.lead, meeting.member):
        await meeting.extends(key)
    await meeting.ends()
    async with meeting.units.reading(SCHOOL) as work:
        noted = await work.audit.actions()
    assert "end-meeting" in noted
    assert "extend-item" not in noted
