"""What becomes of a trend: on an agenda, explained, on Home."""

from datetime import date

import pytest
from sqlalchemy import text

from bot.errors import NotFound, NotPermitted
from bot.messages.plain import plain
from bot.messages.vocabulary import Message
from bot.routines import walkthroughs
from bot.routines.viewer import viewer
from bot.routines.walkthroughs import DiscussTrend, HowComputed
from tests.conftest import SCHOOL
from tests.letters import letters


async def test_a_trend_is_put_on_the_next_agenda_once(windows, visit, perform, who, units):
    for _ in range(5):
        await visit()
    (letter,) = await letters(units)
    assert letter.message.parts[-1].buttons[0].label == "Discuss at the ILT on Oct 27"
    command = DiscussTrend(window=windows["fall-talk"].id)
    for by in ("oli-nettle", "tea-sage"):
        meeting = await perform(walkthroughs.discuss, command, actor=who(by))
        assert meeting.day == date(2026, 10, 27)
    with pytest.raises(NotPermitted):
        await perform(walkthroughs.discuss, command, actor=who("pia-olive"))
    async with units.reading(SCHOOL) as work:
        rows = await work.session.execute(text("SELECT title, label, minutes FROM agenda_items"))
        assert [tuple(row) for row in rows] == [
            ("Walkthrough trend: Reasoning and student talk", "5 visits", 10)
        ]


async def test_a_trend_that_is_not_there_cannot_be_discussed(windows, perform, who):
    with pytest.raises(NotFound):
        await perform(
            walkthroughs.discuss, DiscussTrend(window=windows["fall-talk"].id), actor=who("oli-nettle")
        )


@pytest.mark.parametrize(("day", "stands"), [(date(2026, 11, 2), True), (date(2026, 11, 3), False)])
async def test_a_trend_stands_on_the_next_agenda_for_ten_school_days(
    windows, visit, units, clock, day, stands
):
    for _ in range(5):
        await visit()
    clock.on(day)
    async with units.reading(SCHOOL) as work:
        suggestion = await walkthroughs.trend_for_agenda(work, clock.now())
    assert (suggestion is not None) is stands
    if suggestion:
        assert suggestion.detail == "Explain to a peer: 100% (5 visits). Goal 60."


@pytest.mark.requirement("R-305")
async def test_how_a_trend_is_computed_says_formula_n_and_what_is_withheld(windows, visit, perform, who):
    for _ in range(6):
        await visit()
    question = HowComputed(figure="trend", window=windows["fall-talk"].id)
    told = plain(await perform(walkthroughs.how_computed, question, actor=who("oli-nettle")))
    assert "divided by visits marked Seen, Partly or Not seen" in told
    assert "Explain to a peer: 5 of 5 visits counted, 1 group of grades withheld." in told
    general = plain(await perform(walkthroughs.how_computed, question, actor=who("pia-olive")))
    assert "divided by" in general
    assert "5 of 5" not in general


async def test_home_shows_the_open_window_to_the_ilt_alone(windows, visit, units, who, clock):
    await visit()
    async with units.reading(SCHOOL) as work:
        mine = await walkthroughs.home(await viewer(who("oli-nettle"), work=work, clock=clock), work=work)
        other = await walkthroughs.home(await viewer(who("pia-olive"), work=work, clock=clock), work=work)
        clock.on(date(2026, 11, 2))
        later = await walkthroughs.home(await viewer(who("oli-nettle"), work=work, clock=clock), work=work)
    (section,) = mine.sections
    assert "open until Fri, Oct 30. 1 visit so far." in plain_parts(section.parts)
    assert other.sections == later.sections == ()


def plain_parts(parts) -> str:
    return plain(Message("", parts))
