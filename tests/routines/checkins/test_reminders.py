"""The reminder on the school day before, and the forgetting of what was only to be talked about."""

from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import select

from bot.model.outbox import LetterState
from bot.model.people import the_clock
from bot.routines import checkins
from bot.routines.timetable import Timetable, WhatIsAhead
from storage import tables
from tests.conftest import SCHOOL
from tests.letters import letters

MORNING = time(7, 45)
WEDNESDAY = date(2026, 10, 21)


@pytest.mark.requirement("R-282")
async def test_two_check_ins_on_one_day_make_one_message_for_whoever_has_both(desk, units, clock, person):
    clock.on(WEDNESDAY, MORNING)
    await desk.ticks()
    await desk.ticks()
    thursday = [letter for letter in await letters(units) if "Oct 22" in letter.text]
    found = {letter.audience: letter for letter in thursday}
    assert len(thursday) == 3
    assert set(found) == {person("mina-linden"), person("tea-sage"), person("oli-nettle")}
    both = found[person("mina-linden")].text
    assert "Your 1:1 with Tea Sage is on Thu, Oct 22 at 8:00 AM, 30 minutes." in both
    assert "Your 1:1 with Oli Nettle is on Thu, Oct 22 at 2:45 PM, 30 minutes." in both
    assert found[person("mina-linden")].verbs == ["add-topic", "move-checkin", "skip-checkin"] * 2
    assert found[person("mina-linden")].stale_at == datetime(2026, 10, 22, 20, 45, tzinfo=UTC)


async def test_lead_and_leader_read_the_same_words_with_the_other_name(desk, units, clock, person):
    clock.on(date(2026, 10, 20), MORNING)
    await desk.ticks()
    said = {letter.audience: letter.text for letter in await letters(units)}
    assert said[person("yara-xylem")].replace("Noel Mint", "X") == said[person("noel-mint")].replace(
        "Yara Xylem", "X"
    )


async def test_the_notification_line_says_nothing_of_the_content(desk, units, clock):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.adds("oli-nettle", one, "A delicate matter")
    clock.on(WEDNESDAY, MORNING)
    await desk.ticks()
    told = [letter for letter in await letters(units) if "A delicate matter" in letter.text]
    assert len(told) == 2
    assert {letter.message.summary for letter in told} == {
        "About your 1:1 on Thu, Oct 22",
        "About your 1:1s on Thu, Oct 22",
    }
    assert all(letter.message.private for letter in told)


async def test_before_a_monday_and_after_a_break_the_reminder_comes_on_the_school_day_before(
    desk, units, clock
):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.moves("oli-nettle", one, date(2026, 10, 26))
    before = len(await letters(units))
    clock.on(date(2026, 10, 22), MORNING)
    await desk.ticks()
    known = len(await letters(units))
    clock.on(date(2026, 10, 23), MORNING)
    await desk.ticks()
    new = (await letters(units))[known:]
    assert before == 1
    assert sum("Mon, Oct 26" in letter.text for letter in new) == 2


async def test_moved_after_that_morning_no_second_message_follows_the_news(desk, units, clock):
    clock.on(date(2026, 10, 20), time(9))
    await desk.ticks()
    known = len(await letters(units))
    await desk.moves("oli-nettle", await desk.next_of("oli-nettle", "Mina Linden"), WEDNESDAY)
    await desk.ticks()
    assert len(await letters(units)) == known + 1


async def test_a_reminder_whose_check_in_moved_or_was_skipped_is_dropped(desk, units, clock, person):
    clock.on(WEDNESDAY, MORNING)
    await desk.ticks()
    one = await desk.next_of("tea-sage", "Mina Linden")
    thursday = [letter for letter in await letters(units) if "Oct 22" in letter.text]
    reminders = {letter.audience: letter for letter in thursday}
    assert all([await _holds(letter.reason, units, clock) for letter in reminders.values()])
    await desk.skips("tea-sage", one)
    holding = {key: await _holds(letter.reason, units, clock) for key, letter in reminders.items()}
    assert holding == {
        person("tea-sage"): False,
        person("mina-linden"): False,
        person("oli-nettle"): True,
    }


@pytest.mark.parametrize(("at", "pairs"), [(time(14, 44), 2), (time(14, 46), 0)])
async def test_late_is_better_than_never_until_it_starts(desk, clock, units, at, pairs):
    clock.on(WEDNESDAY, at)  # Noel and Yara meet on this Wednesday at 14:45; nothing has run since Monday
    await desk.ticks()
    assert sum("Wed, Oct 21" in letter.text for letter in await letters(units)) == pairs


async def test_nothing_is_due_on_days_without_school(desk, clock, units):
    clock.on(date(2026, 11, 20), time(16))
    await desk.ticks()
    known = len(await letters(units))
    clock.on(date(2026, 11, 29), time(20))
    await desk.ticks()
    assert len(await letters(units)) == known


async def test_what_is_only_to_be_talked_about_is_seen_by_both_and_gone_the_day_after(desk, units, clock):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.adds("oli-nettle", one, "A hard talk with a teammate", talk_only=True)
    assert (await desk.next_of("mina-linden", "Oli Nettle")).topics[0].text == "A hard talk with a teammate"
    clock.on(date(2026, 10, 22), time(23, 59))
    await desk.ticks()
    assert await _topics(units) == ["A hard talk with a teammate"]
    clock.on(date(2026, 10, 23), time(0, 0))
    assert await desk.ticks() == 0
    assert await _topics(units) == []


async def test_no_message_ever_repeats_what_is_only_to_be_talked_about(desk, units, clock):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.adds("oli-nettle", one, "A hard talk", talk_only=True)
    await desk.moves("mina-linden", one, date(2026, 10, 23))
    clock.on(date(2026, 10, 22), MORNING)
    await desk.ticks()
    said = [letter.text for letter in await letters(units)]
    assert all("A hard talk" not in text for text in said)
    assert sum("Something to talk about, not written here (Oli Nettle)" in text for text in said) == 3


async def test_skipped_it_is_kept_until_the_one_where_it_is_talked_about(desk, units, clock):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.adds("oli-nettle", one, "A hard talk", talk_only=True)
    await desk.adds("oli-nettle", one, "The schedule")
    await desk.skips("oli-nettle", one)
    clock.on(date(2026, 11, 5), time(12))
    await desk.ticks()
    assert await _topics(units) == ["A hard talk", "The schedule"]
    clock.on(date(2026, 11, 6), time(0, 1))
    await desk.ticks()
    assert await _topics(units) == ["The schedule"]


async def test_after_a_month_down_what_is_overdue_is_forgotten_at_once(desk, units, clock):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.adds("oli-nettle", one, "A hard talk", talk_only=True)
    clock.on(date(2026, 11, 30))
    await desk.ticks()
    assert await _topics(units) == []


async def test_what_lies_ahead_names_nobody_for_what_is_only_talked_about(desk, perform, clock, person):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.adds("oli-nettle", one, "A hard talk", talk_only=True)
    question = WhatIsAhead(until=datetime(2026, 10, 24, tzinfo=UTC))
    ahead = await perform(Timetable([checkins.due]).whats_ahead, question, actor=the_clock(SCHOOL))
    (forgetting,) = [one for one in ahead if one.key.startswith("checkin/forget")]
    assert forgetting.at == datetime(2026, 10, 23, 6, 0, tzinfo=UTC)
    assert forgetting.audience.person_id is None


async def test_when_one_of_two_is_skipped_before_the_reminder_went_out_the_other_is_still_reminded_of(
    desk, units, clock, person
):
    clock.on(WEDNESDAY, MORNING)
    await desk.ticks()
    await desk.skips("tea-sage", await desk.next_of("tea-sage", "Mina Linden"))
    await desk.ticks()

    to_mina = [one for one in await letters(units) if one.audience == person("mina-linden") and one.stale_at]
    reminders = [one for one in to_mina if (one.reason or "").startswith("checkin-day:")]
    holding = [one.text for one in reminders if await _holds(one.reason, units, clock)]
    assert len(holding) == 1
    assert "Oli Nettle" in holding[0]
    assert "Tea Sage" not in holding[0]


async def test_who_was_reminded_of_two_is_not_reminded_again_when_one_is_skipped(desk, units, clock, person):
    clock.on(WEDNESDAY, MORNING)
    await desk.ticks()
    async with units.writing(SCHOOL) as work:
        await work.session.execute(tables.outbox.outbox.update().values(state=LetterState.SENT))
    known = len(await letters(units))
    await desk.skips("tea-sage", await desk.next_of("tea-sage", "Mina Linden"))
    await desk.ticks()
    assert [one.audience for one in (await letters(units))[known:]] == [person("mina-linden")]


async def _holds(reason, units, clock):
    word, _, rest = reason.partition(":")
    async with units.reading(SCHOOL) as work:
        return await checkins.REASONS[word](rest, work, clock)


async def _topics(units):
    column = tables.checkins.topics.c
    async with units.reading(SCHOOL) as work:
        return list(await work.session.scalars(select(column.text).order_by(column.id)))
