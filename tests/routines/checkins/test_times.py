"""Breaks, moving and skipping: the rhythm stays, the other of the two is told, nobody else is."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.errors import OutOfDate, Refusal
from bot.messages import checkins as wording
from bot.messages.plain import plain
from bot.model.calendar import CalendarDay, DayKind
from bot.routines import checkins
from tests.conftest import SCHOOL
from tests.letters import letters

FRIDAY = date(2026, 10, 23)


@pytest.mark.requirement("R-169")
async def test_a_break_skips_one_and_the_next_stays_on_the_rhythm_unless_the_pair_moves_it(desk, clock):
    clock.on(date(2026, 12, 17), time(16))  # 31 December is in the winter break
    one = await desk.next_of("oli-nettle", "Mina Linden")
    assert (one.on, one.lost, one.following) == (
        date(2027, 1, 14),
        (date(2026, 12, 31),),
        date(2027, 1, 28),
    )
    await desk.moves("oli-nettle", replace(one, day=date(2026, 12, 31)), date(2027, 1, 7))
    found = await desk.next_of("mina-linden", "Oli Nettle")
    assert (found.on, found.following) == (date(2027, 1, 7), date(2027, 1, 14))


async def test_a_thursday_without_school_falls_away_and_can_be_found_another_time(desk, clock, units):
    async with units.writing(SCHOOL) as work:
        work.calendar.add(CalendarDay(school=SCHOOL, day=date(2026, 10, 22), kind=DayKind.CLOSURE))
    one = await desk.next_of("oli-nettle", "Mina Linden")
    assert (one.on, one.lost) == (date(2026, 11, 5), (date(2026, 10, 22),))
    said = plain(wording.mine([one]))
    assert "No school on Thu, Oct 22: that one falls away, the rhythm stays." in said
    await desk.moves("oli-nettle", replace(one, day=date(2026, 10, 22)), FRIDAY)
    found = await desk.next_of("mina-linden", "Oli Nettle")
    assert (found.on, found.following) == (FRIDAY, date(2026, 11, 5))


async def test_wall_clock_times_hold_through_the_clock_change(desk, clock):
    assert (await desk.next_of("oli-nettle", "Mina Linden")).starts_at == datetime(
        2026, 10, 22, 20, 45, tzinfo=UTC
    )
    clock.on(date(2026, 11, 2))
    assert (await desk.next_of("oli-nettle", "Mina Linden")).starts_at == datetime(
        2026, 11, 5, 21, 45, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("key", "other", "told"),
    [("oli-nettle", "Mina Linden", "mina-linden"), ("mina-linden", "Oli Nettle", "oli-nettle")],
)
async def test_whoever_moves_it_the_other_is_told_in_the_same_words(
    desk, units, person, clock, key, other, told
):
    await desk.moves(key, await desk.next_of(key, other), FRIDAY)
    (letter,) = await letters(units)
    mover = "Oli Nettle" if key == "oli-nettle" else "Mina Linden"
    assert letter.audience == person(told)
    assert f"{mover} moved your 1:1 from Thu, Oct 22, 2:45 PM to Fri, Oct 23, 10:00 AM." in letter.text
    assert letter.message.private
    assert letter.message.summary == "About your 1:1"
    assert letter.due_at == clock.now()
    assert letter.stale_at == datetime(2026, 10, 23, 16, 0, tzinfo=UTC)


async def test_in_the_evening_the_news_waits_for_the_morning(desk, units, clock):
    clock.on(date(2026, 10, 19), time(20))
    await desk.moves("oli-nettle", await desk.next_of("oli-nettle", "Mina Linden"), FRIDAY)
    assert (await letters(units))[0].due_at == datetime(2026, 10, 20, 13, 45, tzinfo=UTC)


async def test_news_that_the_morning_would_be_too_late_for_goes_at_once(desk, units, clock):
    clock.on(date(2026, 10, 21), time(20))
    one = await desk.next_of("tea-sage", "Mina Linden")
    await desk.moves("tea-sage", one, date(2026, 10, 22), time(7, 30))
    assert (await letters(units))[0].due_at == clock.now()


@pytest.mark.parametrize(
    ("to", "at", "field", "sentence"),
    [
        (date(2026, 10, 24), time(10), "to", "without school. The next school day is Mon, Oct 26"),
        (date(2026, 10, 16), time(10), "to", "That day is over"),
        (date(2026, 11, 5), time(10), "to", "Your next 1:1 is on Thu, Nov 5"),
        (FRIDAY, time(7, 29), "at", "from 7:30 AM to 3:00 PM"),
        (FRIDAY, time(15, 1), "at", "from 7:30 AM to 3:00 PM"),
        (date(2026, 10, 19), time(12), "at", "That time is over"),
        (date(2026, 10, 22), time(14, 45), "at", "at that time already"),
    ],
)
async def test_a_time_that_cannot_be_is_refused_beside_its_field(desk, units, to, at, field, sentence):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    with pytest.raises(Refusal) as refused:
        await desk.moves("oli-nettle", one, to, at)
    assert refused.value.field == field
    assert sentence in refused.value.sentence
    assert await letters(units) == []


@pytest.mark.parametrize(
    ("to", "at"),
    [
        (date(2026, 10, 19), time(12, 1)),
        (date(2026, 11, 4), time(7, 30)),
        (FRIDAY, time(15, 0)),
        (date(2026, 10, 22), time(14, 46)),
    ],
)
async def test_just_inside_each_limit_it_is_moved(desk, to, at):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    moved = await desk.moves("oli-nettle", one, to, at)
    assert (moved.on, moved.at) == (to, at)
    assert (await desk.next_of("mina-linden", "Oli Nettle")).starts_at == moved.starts_at


async def test_a_skipped_one_is_gone_the_other_is_told_and_topics_wait(desk, units, person):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.adds("oli-nettle", one, "Keep this for later")
    done = await desk.skips("mina-linden", one)
    assert "The next one is on Thu, Nov 5." in plain(wording.skipped(done))
    (letter,) = await letters(units)
    assert letter.audience == person("oli-nettle")
    assert "Mina Linden would like to skip your 1:1 on Thu, Oct 22, 2:45 PM." in letter.text
    assert "Keep this for later" not in letter.text
    following = await desk.next_of("oli-nettle", "Mina Linden")
    assert (following.on, following.topics[0].text) == (date(2026, 11, 5), "Keep this for later")


async def test_what_was_talked_about_does_not_come_back_the_next_time(desk, clock):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.adds("oli-nettle", one, "Once")
    clock.on(date(2026, 10, 23))
    assert (await desk.next_of("oli-nettle", "Mina Linden")).topics == ()


async def test_skipping_twice_says_so_and_another_time_can_still_be_found(desk):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.skips("oli-nettle", one)
    with pytest.raises(OutOfDate, match="already skipped"):
        await desk.skips("mina-linden", one)
    with pytest.raises(OutOfDate, match="does not take place"):
        await desk.adds("mina-linden", one, "Lost")
    await desk.moves("mina-linden", one, FRIDAY)
    assert (await desk.next_of("oli-nettle", "Mina Linden")).on == FRIDAY


async def test_news_that_is_overtaken_is_no_longer_worth_sending(desk, units, clock):
    one = await desk.next_of("oli-nettle", "Mina Linden")
    await desk.moves("oli-nettle", one, FRIDAY)
    clock.advance(minutes=1)
    await desk.skips("oli-nettle", one)
    clock.advance(minutes=1)
    await desk.moves("oli-nettle", one, date(2026, 10, 26))
    holding = [await _holds(letter.reason, units, clock) for letter in await letters(units)]
    assert holding == [False, False, True]


async def _holds(reason, units, clock):
    word, _, rest = reason.partition(":")
    async with units.reading(SCHOOL) as work:
        return await checkins.REASONS[word](rest, work, clock)
