"""The school year ends on a Friday: the bot neither breaks nor speaks until it begins again."""

from datetime import date, time, timedelta

import pytest

from bot.messages.calendar import shown
from bot.messages.plain import plain
from bot.routines import cycles
from bot.routines.calendar import seeing
from tests.conftest import DENVER, SCHOOL

LAST, FIRST_AGAIN = date(2027, 6, 4), date(2027, 8, 16)


@pytest.fixture
async def year(school, units, perform, who):
    """The sample school a week before its last day, with a cycle under way and staff input that waits."""
    school.clock.on(date(2027, 5, 3))
    asked = cycles.OpenCycle(
        other=who("mina-linden").person_id,
        weeks="4",
        begins=date(2027, 5, 5),
        goal="I ask one evidence question before any solution",
        baseline="1 of 4",
        target="3 of 4",
        measure="Count it",
    )
    view = await perform(cycles.propose, asked, actor=who("oli-nettle"))
    await perform(cycles.agree, cycles.AgreeToCycle(cycle=view.cycle.id), actor=who("mina-linden"))
    school.clock.on(date(2027, 5, 28))
    return school


async def test_the_last_day_the_summer_and_the_first_day(year, units):
    day = date(2027, 6, 1)
    while day <= date(2027, 6, 30):
        for wall in (time(7, 45), time(14), time(16, 30)):
            await year.at(day, wall)
        day += timedelta(days=1)
    for week in range(6):
        await year.at(date(2027, 7, 1) + timedelta(weeks=week), time(7, 45))
    in_summer = [one.key for one in await year.posted() if one.due_at.astimezone(DENVER).date() > LAST]
    assert in_summer == []
    async with units.writing(SCHOOL) as work:
        school = await work.people.school_itself()
        school.first_day, school.last_day = FIRST_AGAIN, date(2028, 6, 2)
    await year.at(FIRST_AGAIN, time(7, 45))
    calendar = await year.calendar()
    assert calendar.local(calendar.next_open(year.clock.now())).date() == FIRST_AGAIN


async def test_everything_can_be_looked_at_and_closed_in_summer(year, perform, who):
    year.clock.on(date(2027, 7, 6))
    seen = await perform(seeing.see, seeing.SeeCalendar(), actor=who("mina-linden"))
    assert "No school day lies ahead." in plain(shown.calendar(seen))
    assert seen.closing is None
    await perform(cycles.see, cycles.SeeCycles(), actor=who("oli-nettle"))


async def test_the_last_day_can_be_closed(year):
    year.clock.on(LAST, time(6, 10))
    done = await year.closes(LAST)
    assert done.back_on is None
    await year.undoes(done.change)
    assert (await year.calendar()).is_school_day(LAST)
