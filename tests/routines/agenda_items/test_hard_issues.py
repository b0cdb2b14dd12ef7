"""A hard issue waits until somebody takes it up: once a month the call for items asks about it."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, OutOfDate
from bot.messages.meetings import forms
from bot.messages.plain import plain
from bot.routines import agenda_items
from bot.routines.agenda_items import AddHard, CloseHard, ParkHard
from bot.routines.meetings import changes

HARD = {"more": ["yes"], "hard": True}
FIRST_CALL, SECOND_CALL = date(2026, 10, 6), date(2026, 10, 20)
DECEMBER_CALL = date(2026, 12, 1)
MORNING = time(7, 45)


async def call(school, day: date):
    await school.at(day, MORNING)
    return (await school.posted("/call"))[-1]


async def an_issue(school):
    return (await school.adds(title="Who teaches intervention", **HARD)).item


@pytest.mark.requirement("R-014")
async def test_a_hard_issue_untouched_for_sixty_days_is_once_at_the_top_with_three_ways_on(school):
    await an_issue(school)
    posted = await call(school, DECEMBER_CALL)
    first, asked = posted.text.splitlines()[:2]
    assert first == "Call for items: ILT, Tue, Dec 8"
    assert asked == (
        "Is there a hard issue we are stepping around? This one waits longest: “Who teaches intervention”, "
        "first raised Mon, Oct 5, untouched for 8 weeks."
    )
    assert posted.text.count("Who teaches intervention") == 1
    assert posted.verbs[:3] == ["add-hard", "park-hard", "close-hard"]


async def test_the_first_call_of_a_month_asks_and_the_second_does_not(school):
    assert "stepping around" in (await call(school, FIRST_CALL)).text
    assert "stepping around" not in (await call(school, SECOND_CALL)).text


async def test_what_was_touched_lately_is_not_shown(school):
    issue = await an_issue(school)
    school.clock.on(date(2026, 11, 20))
    await school.does(agenda_items.add_hard, AddHard(item=issue.id), "oli-nettle")
    assert "Who teaches" not in (await call(school, DECEMBER_CALL)).text


async def test_parked_with_a_reason_it_is_off_the_agenda_and_the_ilt_reads_why(school):
    issue = await an_issue(school)
    asked = ParkHard(item=issue.id, why="After the schedule is out")
    await school.does(agenda_items.park_hard, asked, "oli-nettle")
    assert (await school.agenda()).items == ()
    [said] = await school.posted("/news/")
    assert said.text == "“Who teaches intervention” is parked. After the schedule is out"
    await school.does(agenda_items.add_hard, AddHard(item=issue.id), "oli-nettle")
    assert [line.title for line in (await school.agenda()).items] == ["Who teaches intervention"]


async def test_once_closed_nobody_is_asked_again_and_a_late_press_is_answered(school):
    issue = await an_issue(school)
    await school.does(agenda_items.close_hard, CloseHard(item=issue.id, why="Decided in D-001"), "oli-nettle")
    assert "Who teaches" not in (await call(school, DECEMBER_CALL)).text
    with pytest.raises(OutOfDate, match="already dealt with"):
        await school.does(agenda_items.add_hard, AddHard(item=issue.id), "jay-ivy")


async def test_taken_off_an_agenda_it_is_asked_about_again(school):
    issue = await an_issue(school)
    ended = await school.does(changes.drop, changes.DropItem(item=issue.id), "jay-ivy")
    assert "in a month I ask about it again" in plain(forms.dropped(ended))
    assert "Who teaches" in (await call(school, DECEMBER_CALL)).text


async def test_only_the_ilt_answers(school):
    issue = await an_issue(school)
    with pytest.raises(NotPermitted):
        await school.does(agenda_items.add_hard, AddHard(item=issue.id), "uma-thistle")
