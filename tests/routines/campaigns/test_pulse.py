"""The staff pulse: one question twice a year, one answer each, and only the result stays."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.errors import OutOfDate
from bot.messages.vocabulary import Chart
from bot.model.pulses import pulse_days
from bot.model.settings import RoutineName
from bot.routines.campaigns import pulse
from tests.conftest import SCHOOL
from tests.letters import letters

OPENS, CLOSES = (date(2027, 1, 20), time(7, 45)), (date(2027, 1, 27), time(15, 30))


@pytest.fixture
async def opened(sample, tick, clock, units):
    clock.on(*OPENS)
    await tick()
    async with units.reading(SCHOOL) as work:
        (one,) = await work.pulses.open_ones()
    return one


@pytest.fixture
def say(perform, who):
    async def saying(one, key: str, mark: int):
        command = pulse.AnswerPulse(pulse=one.id, mark=mark)
        return await perform(pulse.answer, command, actor=who(key), once=f"view/{key}")

    return saying


@pytest.mark.requirement("R-124")
async def test_28_of_41_answer_and_all_staff_read_one_result_of_the_school(
    opened, say, sample, tick, clock, units
):
    for place, person in enumerate(sample.people[:28]):
        await say(opened, person.key, 1 + place % 5)
    clock.on(*CLOSES)
    await tick()
    question, result = [one for one in await letters(units) if one.key.startswith("pulse/")]
    assert question.verbs == ["answer-pulse"]
    assert {question.audience, result.audience} == {"all-staff"}
    assert "2.9 of 5 on average. 28 of 41 answered." in result.text
    (chart,) = [part for part in result.message.parts if isinstance(part, Chart)]
    assert chart.series[0].values == (21, 21, 21, 18, 18)
    assert "Fully: Staff 18%" in result.text
    assert not any(team.name in result.text for team in sample.teams)


@pytest.mark.requirement("R-124")
async def test_of_four_answers_nothing_is_shown_and_no_answer_and_no_name_stays(
    opened, say, sample, tick, clock, units
):
    for place, person in enumerate(sample.people[:4]):
        await say(opened, person.key, 1 + place)
    clock.on(*CLOSES)
    await tick()
    result = (await letters(units))[-1]
    assert "Too few answered, or all the same" in result.text
    assert "4" not in result.text.partition("No team is shown")[0]
    async with units.reading(SCHOOL) as work:
        assert await work.pulses.count(opened.id) == 0
        assert not await work.pulses.has_answered(opened.id, sample.people[0].id)


@pytest.mark.parametrize("away", ["quiet", "off", "away"])
async def test_who_answered_is_forgotten_in_quiet_times_too_and_after_weeks_without_the_bot(
    opened, say, sample, tick, clock, units, away
):
    await say(opened, sample.people[0].key, 3)
    clock.on(*CLOSES)
    if away == "away":
        clock.moment += timedelta(days=20)
    async with units.writing(SCHOOL) as work:
        settings = await work.settings.now()
        quiet = clock.now() - timedelta(hours=1) if away == "quiet" else None
        left = settings.on - {RoutineName.INPUT} if away == "off" else settings.on
        after = replace(settings, quiet_since=quiet, on=left)
        await work.settings.change(after, by=sample.people[0].id, at=clock.now())
    await tick()
    async with units.reading(SCHOOL) as work:
        assert not await work.pulses.has_answered(opened.id, sample.people[0].id)
        assert not await work.pulses.open_ones()


async def test_everybody_answers_once(opened, say, units):
    await say(opened, "uma-thistle", 4)
    with pytest.raises(OutOfDate, match="answered already"):
        await say(opened, "uma-thistle", 5)
    async with units.reading(SCHOOL) as work:
        assert await work.pulses.marks(opened.id) == [4]


async def test_a_late_answer_is_told_that_it_is_closed(opened, say, tick, clock):
    clock.on(*CLOSES)
    await tick()
    with pytest.raises(OutOfDate, match="closed"):
        await say(opened, "uma-thistle", 4)


async def test_it_is_asked_on_two_school_days_of_a_year(sample, units):
    async with units.reading(SCHOOL) as work:
        calendar = await work.calendar.whole()
    days = list(pulse_days(calendar, date(2026, 8, 17), date(2027, 6, 4)))
    assert days == [date(2027, 1, 20), date(2027, 5, 3)]
