"""What the clock does so that nobody waits longer than ten school days without a word and a date."""

from datetime import date, time

import pytest

from bot.model.calendar import CalendarDay, DayKind
from bot.model.people import the_clock
from bot.model.staff_input import Mode
from bot.routines import staff_input
from bot.routines.timetable import Timetable, WhatIsAhead
from tests.conftest import SCHOOL
from tests.letters import letters

MORNING = time(7, 45)


async def test_an_untouched_input_is_brought_up_the_next_two_school_days_and_on_the_ninth(
    give, tick, clock, units, person
):
    await give()
    mornings = await _mornings(tick, clock, units, date(2026, 10, 19), date(2026, 11, 2))
    assert {day: sorted(found) for day, found in mornings.items()} == {
        date(2026, 10, 20): [person("noel-mint")],
        date(2026, 10, 21): [person("noel-mint")],
        date(2026, 10, 30): [person("noel-mint")],
        date(2026, 11, 2): sorted([person("noel-mint"), person("mina-linden"), person("uma-thistle")]),
    }


async def test_the_ninth_days_reminder_says_how_long_it_has(give, tick, clock, units):
    await give()
    clock.on(date(2026, 10, 30), MORNING)
    await tick()
    said = (await letters(units))[-1]
    assert "1 staff input waits for your answer" in said.text
    assert "I-001: ten school days are promised; this one has until Mon, Nov 2." in said.text
    assert said.verbs == ["inputs"]


async def test_several_inputs_make_one_reminder_a_day_however_often_the_clock_ticks(give, tick, clock, units):
    await give(see="First secret")
    await give(see="Second secret")
    clock.on(date(2026, 10, 20), MORNING)
    await tick()
    await tick()
    found = [letter for letter in await letters(units) if letter.key.startswith("input/reminder")]
    assert len(found) == 1
    assert "2 staff inputs wait" in found[0].text
    assert "secret" not in found[0].text


async def test_after_downtime_only_the_latest_reminder_goes_out_and_it_holds_everything(
    give, tick, clock, units
):
    await give()
    clock.on(date(2026, 10, 20), time(12))
    await give()
    clock.on(date(2026, 10, 21), time(9))
    await tick()
    found = [letter for letter in await letters(units) if letter.key.startswith("input/reminder")]
    assert len(found) == 1
    assert "I-001" in found[0].text
    assert "I-002" in found[0].text


async def test_the_morning_a_card_first_arrives_there_is_no_reminder_beside_it(give, tick, clock):
    clock.on(date(2026, 10, 19), time(20, 10))
    await give()
    clock.on(date(2026, 10, 20), MORNING)
    assert await tick() == []


async def test_when_it_is_looked_after_nothing_more_is_due(give, tick, clock, perform, who):
    one = await give()
    answer = staff_input.AnswerInput(input=one.id, answer="Yes.")
    await perform(staff_input.answer, answer, actor=who("noel-mint"))
    clock.on(date(2026, 10, 30), MORNING)
    assert await tick() == []


async def test_what_only_the_rep_knows_reminds_only_the_rep_even_when_late(give, tick, clock, units, person):
    await give(mode=Mode.THROUGH_REP)
    mornings = await _mornings(tick, clock, units, date(2026, 10, 19), date(2026, 11, 2))
    assert set().union(*mornings.values()) == {person("tea-sage"), person("uma-thistle")}


async def test_after_ten_school_days_the_sender_hears_where_it_stands_and_the_next_date(
    give, tick, clock, units, person
):
    await give()
    clock.on(date(2026, 11, 2), MORNING)
    await tick()
    (word,) = [letter for letter in await letters(units) if "/late/" in letter.key]
    assert word.audience == person("uma-thistle")
    assert "I-001 has no answer yet. I have asked for it again" in word.text
    assert "by Mon, Nov 16 at the latest" in word.text


async def test_what_lies_ahead_never_says_who_sent_it(give, clock, perform, person):
    await give(mode=Mode.THROUGH_REP)
    question = WhatIsAhead(until=clock.now().replace(month=12))
    ahead = await perform(Timetable([staff_input.due]).whats_ahead, question, actor=the_clock(SCHOOL))
    assert ahead
    assert person("uma-thistle") not in {one.audience.key for one in ahead}
    assert all(person("uma-thistle").removeprefix("person:") not in one.key for one in ahead)


async def test_a_closure_added_later_moves_the_reminder_to_the_next_school_day(
    give, tick, clock, units, person
):
    await give()
    async with units.writing(SCHOOL) as work:
        work.calendar.add(CalendarDay(school=SCHOOL, day=date(2026, 10, 20), kind=DayKind.CLOSURE))
    mornings = await _mornings(tick, clock, units, date(2026, 10, 19), date(2026, 10, 23))
    assert set(mornings) == {date(2026, 10, 21), date(2026, 10, 22)}


async def test_a_meeting_that_passed_without_a_word_is_asked_about_the_next_school_day(
    give, tick, clock, units, perform, who
):
    one = await give()
    await perform(staff_input.place, staff_input.PlaceInput(input=one.id), actor=who("noel-mint"))
    clock.on(date(2026, 10, 27), MORNING)
    assert await tick() == []
    clock.on(date(2026, 10, 28), MORNING)
    await tick()
    assert "it was on the agenda for Tue, Oct 27. What came of it?" in (await letters(units))[-1].text


async def test_on_the_look_again_day_it_comes_back(give, tick, clock, units, perform, who):
    one = await give()
    decline = staff_input.DeclineInput(
        input=one.id, reason="not_now", why="Time", look_again=date(2026, 11, 2)
    )
    await perform(staff_input.decline, decline, actor=who("noel-mint"))
    clock.on(date(2026, 11, 2), MORNING)
    await tick()
    assert "you said we would look at it again now" in (await letters(units))[-1].text


async def test_a_card_whose_input_moved_on_is_no_longer_worth_sending(give, perform, who, units, clock):
    one = await give()
    card = next(letter for letter in await letters(units) if "/card/" in letter.key)
    assert await _holds(card.reason, units, clock)
    answer = staff_input.AnswerInput(input=one.id, answer="Yes.")
    await perform(staff_input.answer, answer, actor=who("noel-mint"))
    told = (await letters(units))[-1]
    assert not await _holds(card.reason, units, clock)
    assert await _holds(told.reason, units, clock)


async def test_a_reminder_is_not_sent_once_nothing_is_owed(give, tick, clock, perform, who, units):
    one = await give()
    clock.on(date(2026, 10, 20), MORNING)
    await tick()
    reminder = (await letters(units))[-1]
    assert await _holds(reminder.reason, units, clock)
    answer = staff_input.AnswerInput(input=one.id, answer="Yes.")
    await perform(staff_input.answer, answer, actor=who("noel-mint"))
    assert not await _holds(reminder.reason, units, clock)


@pytest.mark.parametrize(("day", "sent"), [(22, True), (23, False)])
async def test_a_reminder_is_still_good_a_school_day_later_and_then_dropped(give, tick, clock, day, sent):
    await give()
    clock.on(date(2026, 10, day), time(9))
    assert bool(await tick()) is sent


async def _holds(reason, units, clock):
    word, _, rest = reason.partition(":")
    async with units.reading(SCHOOL) as work:
        return await staff_input.REASONS[word](rest, work, clock)


async def _mornings(tick, clock, units, first, last):
    """Who hears something of an input from the clock, by day, ticking every morning."""
    found = {}
    known = {letter.key for letter in await letters(units)}
    for offset in range((last - first).days + 1):
        day = date.fromordinal(first.toordinal() + offset)
        clock.on(day, MORNING)
        await tick()
        about = [letter for letter in await letters(units) if letter.key.startswith("input/")]
        new = [letter for letter in about if letter.key not in known]
        known |= {letter.key for letter in new}
        if new:
            found[day] = {letter.audience for letter in new}
    return found
