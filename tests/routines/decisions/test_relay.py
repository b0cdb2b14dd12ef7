"""Passing decisions on: to whom, when, in which words."""

from datetime import date, time

import pytest

from bot.routines.school import ApplySchool
from bot.routines.school import apply as apply_school
from bot.routines.school_file import DaysSection, SchoolFile
from tests.conftest import DENVER, OPERATOR, SCHOOL, sample_file
from tests.routines.decisions.told import (
    MORNING,
    THURSDAY,
    WEDNESDAY,
    letters,
    recorded,
    relayed,
    tick,
)

EVERY_TEAM = (
    "k-1",
    "grade-2",
    "grade-3",
    "grade-4",
    "grade-5",
    "specialists",
    "special-education",
    "ell",
    "office",
)


def closed_on(day: date) -> SchoolFile:
    """The sample school, with one more day without school."""
    file = sample_file()
    return file.model_copy(update={"calendar": (*file.calendar, DaysSection(first=day, note="Snow"))})


@pytest.mark.requirement("R-102")
async def test_a_decision_of_tuesday_afternoon_is_in_each_channel_on_wednesday_at_07_45(
    perform, clock, who, units
):
    five = EVERY_TEAM[:5]
    await recorded(perform, clock, who, teams=five)
    clock.on(WEDNESDAY, time(7, 44))
    assert await tick(perform) == []
    clock.on(WEDNESDAY, MORNING)
    await tick(perform)
    await tick(perform)
    assert sorted(letter.audience for letter in await letters(units)) == sorted(f"team:{key}" for key in five)


async def test_each_team_reads_its_own_version(perform, clock, who, units):
    await relayed(perform, clock, who)
    third, fourth = await letters(units)
    assert "For Grade 3, from Mon, Nov 2: 3 minutes more in each block" in third.text
    assert "For Grade 4, from Mon, Nov 2: Start with one block a day" in fourth.text
    assert third.text.splitlines()[:3] == [
        "Students will write or draw, then explain to a partner",
        "ILT decision D-001 (ILT decides)",
        "Every math block has 3 minutes of writing before talk.",
    ]
    assert "Help: ask Dale Clover. Review: Tue, Dec 8." in third.text
    assert third.verbs == ["ask", "concern", "got-it"]


async def test_all_staff_hear_of_it_together_only_when_it_touches_every_team(perform, clock, who, units):
    await relayed(perform, clock, who, teams=EVERY_TEAM[:-1])
    assert "all-staff" not in {letter.audience for letter in await letters(units)}
    await relayed(perform, clock, who, teams=EVERY_TEAM)
    (everyone,) = [letter for letter in await letters(units) if letter.audience == "all-staff"]
    assert "Your team's channel says what changes for your team." in everyone.text


async def test_a_closure_added_in_the_night_moves_the_relay_to_the_next_school_day(
    perform, clock, who, units
):
    await recorded(perform, clock, who)
    await perform(apply_school, ApplySchool(file=closed_on(WEDNESDAY)), actor=OPERATOR)
    clock.on(WEDNESDAY, time(12, 0))
    assert await tick(perform) == []
    clock.on(THURSDAY, MORNING)
    assert len(await tick(perform)) == 2


async def test_a_closure_added_after_the_relay_does_not_repeat_it(perform, clock, who, units):
    await relayed(perform, clock, who)
    await perform(apply_school, ApplySchool(file=closed_on(WEDNESDAY)), actor=OPERATOR)
    clock.on(THURSDAY, MORNING)
    assert await tick(perform) == []
    assert len(await letters(units)) == 2


async def test_the_relay_keeps_the_wall_clock_when_the_clocks_go_back(perform, clock, who):
    kept = await recorded(perform, clock, who, on=date(2026, 10, 30))
    assert kept.relay_at.astimezone(DENVER).isoformat() == "2026-11-02T07:45:00-07:00"


async def test_a_bot_that_was_down_passes_it_on_late_and_says_so(perform, clock, who, units):
    await recorded(perform, clock, who)
    clock.on(THURSDAY, time(9, 0))
    await tick(perform)
    first = (await letters(units))[0]
    assert first.text.startswith("This comes late: it was meant for Wed, Oct 28.")


async def test_a_bot_that_was_down_for_a_month_still_passes_it_on(perform, clock, who, units):
    await recorded(perform, clock, who)
    clock.on(date(2026, 12, 1), MORNING)
    await tick(perform)
    await tick(perform)
    assert len(await letters(units)) == 2


@pytest.mark.requirement("R-283")
async def test_a_900_word_reason_is_cut_in_the_post_and_whole_in_its_thread(perform, clock, who, units):
    kept = await recorded(perform, clock, who, teams=("grade-3",))
    why = " ".join(f"Sentence {n} of the long story ends here." for n in range(113)) or ""
    assert len(why.split()) >= 900
    async with units.writing(SCHOOL) as work:
        decision = await work.decisions.find(kept.telling.decision.id)
        decision.why = why
    clock.on(WEDNESDAY, MORNING)
    await tick(perform)
    posts = {letter.key.rsplit("/", 1)[-1]: letter for letter in await letters(units)}
    assert len(posts["grade-3"].text.split()) <= 120
    assert "Read more in the thread." in posts["grade-3"].text
    assert why in posts["full"].text
    assert posts["full"].thread == posts["grade-3"].key


async def test_a_short_decision_has_no_thread(perform, clock, who, units):
    await relayed(perform, clock, who, teams=("grade-3",))
    (only,) = await letters(units)
    assert "Read more" not in only.text


@pytest.mark.parametrize(
    "statement",
    [
        "<!channel> @here *stars* _under_ `code` & <b>",
        "x" * 300,
        "👩🏽‍🏫 3 minutes of 📝 first",
        "الكتابة قبل الكلام",
    ],
)
async def test_a_decision_is_passed_on_word_for_word(perform, clock, who, units, statement):
    await relayed(perform, clock, who, teams=("grade-3",), statement=statement)
    (only,) = await letters(units)
    assert statement in only.text.splitlines()
