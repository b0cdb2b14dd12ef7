"""What the ILT is told of the visits, and when."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import text

from bot.errors import NotPermitted
from bot.messages import walkthroughs as wording
from bot.messages.plain import plain
from bot.messages.vocabulary import Chart, Table
from bot.model.calendar import CalendarDay, DayKind
from bot.routines import walkthroughs
from bot.routines.walkthroughs import SeeTrends
from tests.conftest import SCHOOL, sample_file
from tests.letters import letters
from tests.privacy.dump import dump, file_of

FRIDAY = date(2026, 10, 23)


async def see(perform, actor) -> str:
    return plain(wording.overview(await perform(walkthroughs.see, SeeTrends(), actor=actor)))


async def test_the_ilt_hears_once_when_five_visits_in_three_rooms_are_there(windows, visit, units):
    for _ in range(4):
        await visit()
    assert await letters(units) == []
    for _ in range(3):
        await visit(by="tea-sage")
    (letter,) = await letters(units)
    assert letter.audience == "ilt"
    assert "5 visits to at least 4 rooms" in letter.text


async def test_two_rooms_are_too_few_however_many_visits(windows, visit, units):
    for by in ("oli-nettle", "tea-sage", "dale-clover"):
        await visit(by=by)
        await visit(by=by)
    assert await letters(units) == []


async def test_a_trend_reached_in_the_evening_waits_for_the_next_school_morning(windows, visit, units, clock):
    clock.on(FRIDAY, time(20, 10))
    for _ in range(5):
        await visit()
    (letter,) = await letters(units)
    assert letter.due_at == datetime(2026, 10, 26, 13, 45, tzinfo=UTC)


async def test_a_visit_on_the_last_evening_of_the_year_is_kept(sample, set_up, visit, units, clock):
    summer = (
        sample_file()
        .walkthroughs[0]
        .model_copy(update={"opens": date(2027, 5, 17), "closes": date(2027, 6, 11)})
    )
    await set_up((summer,))
    clock.on(date(2027, 6, 4), time(20, 0))
    for _ in range(5):
        await visit()
    assert len(await letters(units)) == 1


@pytest.mark.requirement("R-128")
async def test_the_card_says_share_interval_visits_rooms_and_goal_before_it_draws(
    windows, visits, tick, clock, units
):
    marks = ["seen"] * 11 + ["partly"] * 5 + ["not_seen"] * 9 + ["na"] * 2
    await visits(windows["fall-talk"], marks[:14], band="k-2")
    await visits(windows["fall-talk"], marks[14:])
    clock.on(FRIDAY, time(15, 5))
    assert len(await tick()) == 1
    (letter,) = await letters(units)
    lines = letter.text.splitlines()
    assert lines[0] == "Walkthrough trend: Reasoning and student talk"
    assert lines[1] == "Mon, Oct 5 to Fri, Oct 23: 27 visits to at least 27 rooms."
    assert lines[2] == "• Explain to a peer: 44%, likely between 27 and 63, in 25 visits. Goal 60."
    kinds = [type(part) for part in letter.message.parts]
    assert kinds.index(Chart) < kinds.index(Table)
    assert "Grades K-2: 79% of 14; Grades 3-5: 0% of 11" in letter.text
    assert letter.verbs == ["discuss-trend", "how-computed"]


@pytest.mark.requirement("R-128")
async def test_a_small_band_is_withheld_in_words_with_one_more(windows, visits, tick, clock, units):
    await visits(windows["fall-talk"], ["seen"] * 9, band="k-2")
    await visits(windows["fall-talk"], ["not_seen"] * 4, band="3-5")
    clock.on(FRIDAY, time(15, 5))
    await tick()
    (letter,) = await letters(units)
    assert "Grades K-2: not enough visits; Grades 3-5: not enough visits" in letter.text


@pytest.mark.requirement("R-128")
@pytest.mark.parametrize(("added", "told"), [(0, None), (4, None), (5, "11 visits")])
async def test_a_further_card_comes_only_when_five_visits_were_added(
    windows, visits, tick, clock, units, added, told
):
    await visits(windows["fall-talk"], ["seen"] * 6)
    clock.on(FRIDAY, time(15, 5))
    await tick()
    longer = sample_file().walkthroughs[0].model_copy(update={"closes": date(2026, 11, 6)})
    async with units.writing(SCHOOL) as work:
        await walkthroughs.establish((longer,), work=work, roster=await work.people.roster())
    await visits(windows["fall-talk"], ["partly"] * added)
    clock.on(date(2026, 10, 30), time(15, 5))
    await tick()
    cards = [letter.text for letter in await letters(units)]
    assert len(cards) == (2 if told else 1)
    assert told is None or told in cards[-1]


async def test_the_weekly_card_comes_once_and_not_before_its_minute(windows, visits, tick, clock):
    await visits(windows["fall-talk"], ["seen"] * 6)
    clock.on(FRIDAY, time(15, 4))
    assert await tick() == []
    clock.on(FRIDAY, time(15, 5))
    assert len(await tick()) == 1
    assert await tick() == []


async def test_a_closure_on_friday_moves_the_weekly_card_to_thursday(windows, visits, tick, clock, units):
    await visits(windows["fall-talk"], ["seen"] * 6)
    async with units.writing(SCHOOL) as work:
        work.calendar.add(CalendarDay(school=SCHOOL, day=FRIDAY, kind=DayKind.CLOSURE))
    clock.on(date(2026, 10, 22), time(15, 5))
    assert len(await tick()) == 1


@pytest.mark.requirement("R-288")
async def test_a_closed_window_knows_neither_who_visited_nor_when(
    windows, visit, tick, clock, stored, engines
):
    for _ in range(5):
        await visit(notes="3 of 4 pairs gave a reason")
    clock.on(date(2026, 10, 31), time(0, 4))
    await tick()
    assert (await stored("fall-talk"))[0].is_closed is False
    clock.on(date(2026, 10, 31), time(0, 5))
    assert await tick() == []
    window, kept = await stored("fall-talk")
    assert window.is_closed
    assert {(one.observer, one.day, one.notes) for one in kept} == {(None, None, "")}
    async with engines.reader.connect() as connection:
        rows = await connection.execute(text("SELECT * FROM walkthrough_visits"))
        assert "pairs gave a reason" not in str(rows.all())


async def test_a_window_closes_even_when_the_bot_was_down_for_months(windows, visit, tick, clock, stored):
    await visit()
    clock.on(date(2027, 3, 1))
    await tick()
    window, (kept,) = await stored("fall-talk")
    assert window.is_closed
    assert kept.observer is None


async def test_the_visits_of_a_closed_window_lie_in_no_order_and_have_other_ids(
    windows, visit, tick, clock, database
):
    """Else the order they came in would lead from the first visit to whoever recorded the first."""
    for _ in range(8):
        await visit()
    before = dump(file_of(database))["walkthrough_visits"]
    clock.on(date(2027, 3, 1))
    await tick()
    after = dump(file_of(database))["walkthrough_visits"]
    assert len(after) == len(before) == 8
    assert not {row[0] for row in before} & {row[0] for row in after}


async def test_a_school_may_ask_for_more_visits_than_five_and_never_for_fewer(windows, visit, units, clock):
    async def set_k(k: int) -> None:
        async with units.writing(SCHOOL) as work:
            settings = replace(await work.settings.now(), k=k)
            await work.settings.change(settings, by="operator", at=clock.now())

    await set_k(2)
    for _ in range(4):
        await visit()
    assert await letters(units) == []
    await set_k(8)
    for _ in range(3):
        await visit()
    assert await letters(units) == []
    await visit()
    assert "8 visits" in (await letters(units))[-1].text


async def test_the_last_trend_comes_the_school_morning_after_the_window_closes(
    windows, visit, tick, clock, units
):
    for _ in range(6):
        await visit()
    clock.on(date(2026, 11, 2), time(7, 45))
    await tick()
    last = (await letters(units))[-1]
    assert "is closed" in last.text
    assert "5 visits to at least 5 rooms" in last.text  # the sixth alone would be one visit's marks
    assert last.key.endswith("closed/2026-10-30")


async def test_a_window_with_too_few_visits_closes_without_figures(windows, visit, tick, clock, units):
    for _ in range(4):
        await visit()
    clock.on(date(2026, 11, 2), time(7, 45))
    await tick()
    (letter,) = await letters(units)
    assert "too few visits for a trend" in letter.text
    assert "%" not in letter.text


async def test_a_window_nobody_visited_in_closes_in_silence(windows, tick, clock, units):
    clock.on(date(2026, 11, 2), time(7, 45))
    assert await tick() == []
    assert await letters(units) == []


async def test_the_next_window_says_what_changed_and_whether_that_is_noise(
    windows, visits, tick, clock, units
):
    await visits(windows["fall-talk"], ["seen"] * 11 + ["not_seen"] * 14)
    clock.on(date(2026, 11, 2), time(7, 45))
    await tick()
    await visits(windows["winter-talk"], ["seen"] * 19 + ["partly"] * 14)
    clock.on(date(2026, 12, 7), time(7, 45))
    await tick()
    last = (await letters(units))[-1].text
    expected = (
        "Explain to a peer: 58%, likely between 41 and 73, in 33 visits. Goal 60. "
        "Up 14 points since the window that closed on Fri, Oct 30, within noise."
    )
    assert expected in last


async def test_anyone_on_the_ilt_sees_what_is_missing_and_later_the_published_trend(
    windows, visit, perform, who
):
    for _ in range(4):
        await visit()
    actor = who("mina-linden")
    early = await see(perform, actor)
    assert "4 visits so far, to at least 4 rooms. A trend needs at least 5 visits in 3 rooms." in early
    assert "%" not in early
    await visit()
    await visit(marks={"RT1": "not_seen"})
    later = await see(perform, actor)
    assert "Explain to a peer: 100%" in later
    assert "1 newer visit not in the figures yet" in later
    with pytest.raises(NotPermitted):
        await see(perform, who("pia-olive"))


async def test_notes_are_shown_to_their_writer_alone(windows, visit, perform, who):
    await visit(by="oli-nettle", notes="6 questions asked; 5 had one-word answers")
    assert "Mon, Oct 19: 6 questions asked" in await see(perform, who("oli-nettle"))
    assert "questions asked" not in await see(perform, who("mina-linden"))


async def test_after_a_window_its_trend_can_still_be_read(windows, visit, perform, who, clock, tick):
    assert "There are no walkthroughs yet" not in await see(perform, who("oli-nettle"))
    for _ in range(5):
        await visit()
    clock.on(date(2026, 11, 2), time(7, 45))
    await tick()
    assert "Explain to a peer: 100%" in await see(perform, who("oli-nettle"))
