"""What a meeting does not finish comes back, until somebody ticks it off."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.meetings import forms as wording
from bot.messages.plain import plain
from bot.routines.meetings import changes
from bot.routines.meetings.changes import ChooseFinished, FinishItems
from tests.routines.meetings.test_items import adds

MEETING, NEXT, THIRD = date(2026, 10, 13), date(2026, 10, 27), date(2026, 11, 10)
PUBLISHED = (date(2026, 10, 12), time(14, 0))
THE_END = (MEETING, time(16, 30))


async def test_what_is_not_ticked_off_comes_back_and_says_since_when(school):
    first = (await adds(school, "jay-ivy")).item
    await adds(school, "jay-ivy", "Guest day")
    await school.at(*PUBLISHED)
    await school.at(*THE_END)
    [end] = await school.posted("/end")
    assert end.verbs == ["decide", "finish-items"]
    ticked = await school.perform(
        changes.finish, FinishItems(items=(first.id,)), actor=school.who("kaya-jasmine")
    )
    assert "Ticked off: “Exit tickets”." in plain(wording.finished(ticked))
    await school.at(date(2026, 10, 20), time(7, 45))
    [call] = await school.posted(f"{NEXT}/call")
    assert "3 standing strategies and 1 item carried over." in call.text
    await school.at(date(2026, 10, 26), time(14, 0))
    [agenda] = await school.posted(f"{NEXT}/agenda")
    assert "Guest day · 5 minutes · Jay Ivy, carried over from Tue, Oct 13" in agenda.text
    assert "Exit tickets" not in agenda.text


async def test_an_item_carried_twice_says_how_often(school):
    await adds(school, "jay-ivy")
    for moment in (PUBLISHED, THE_END, (date(2026, 10, 26), time(14, 0)), (NEXT, time(16, 30))):
        await school.at(*moment)
    await school.at(date(2026, 11, 9), time(14, 0))
    [agenda] = await school.posted(f"{THIRD}/agenda")
    assert "carried over 2 times since Tue, Oct 13" in agenda.text


async def test_ticking_off_twice_says_that_it_is_done(school):
    item = (await adds(school, "jay-ivy")).item
    await school.at(*PUBLISHED)
    await school.at(*THE_END)
    asked = FinishItems(items=(item.id,))
    await school.perform(changes.finish, asked, actor=school.who("jay-ivy"))
    with pytest.raises(OutOfDate, match="already been ticked off"):
        await school.perform(changes.finish, asked, actor=school.who("jay-ivy"))
    with pytest.raises(Refusal, match="nothing left to tick off"):
        await school.perform(changes.choose_finished, ChooseFinished(), actor=school.who("jay-ivy"))


async def test_an_item_for_the_next_meeting_cannot_be_ticked_off_yet(school):
    await school.at(*PUBLISHED)
    await adds(school, "jay-ivy")
    await school.at(*THE_END)
    with pytest.raises(Refusal, match="nothing left to tick off"):
        await school.perform(changes.choose_finished, ChooseFinished(), actor=school.who("jay-ivy"))


async def test_only_the_ilt_ticks_off(school):
    with pytest.raises(NotPermitted, match="can tick off agenda items"):
        await school.perform(changes.choose_finished, ChooseFinished(), actor=school.who("uma-thistle"))
