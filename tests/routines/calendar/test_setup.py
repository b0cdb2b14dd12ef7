"""The calendar's part of the school file: hours, days, and days that go round."""

from datetime import date, time

import pytest
from pydantic import ValidationError

from bot.errors import Refusal
from bot.routines import school as schools
from bot.routines import school_export
from bot.routines.meetings.suggestions import plan_of
from bot.routines.requests import Nothing
from bot.routines.school_file import SchoolFile
from tests.conftest import OPERATOR, SCHOOL, sample_file

AB = {"days": ["A", "B"], "starts": "2026-08-17"}


@pytest.fixture
def applies(sample, perform):
    async def apply(**changes):
        values = sample_file().model_dump() | changes
        file = SchoolFile.model_validate(values)
        await perform(schools.apply, schools.ApplySchool(file=file), actor=OPERATOR)
        return file, await perform(school_export.export, Nothing(), actor=OPERATOR)

    return apply


def meetings(**changes):
    return sample_file().meetings.model_dump() | changes


async def test_what_the_file_says_of_days_comes_back_as_it_was(applies):
    days = [{"first": "2026-12-11", "kind": "half_day", "note": "Conferences", "closes": "12:30"}]
    weekly = meetings(every="weekly", only_on="A")
    file, back = await applies(calendar=days, rotation=AB, meetings=weekly)
    assert (back.calendar, back.rotation, back.meetings) == (file.calendar, file.rotation, file.meetings)


async def test_meetings_on_a_days_take_place_on_a_days_and_a_snow_day_moves_them_on(applies, units, school):
    await applies(rotation=AB, meetings=meetings(every="weekly", only_on="A"))

    async def days():
        async with units.reading(SCHOOL) as work:
            plan = await plan_of(work)
            return [one.on for one in plan.held(date(2026, 10, 20), date(2026, 11, 20))]

    before = await days()
    calendar = await school.calendar()
    assert before
    assert {calendar.rotation_on(day) for day in before} == {"A"}
    school.clock.on(date(2026, 10, 21), time(6, 10))
    await school.closes(date(2026, 10, 21))
    after = await days()
    calendar = await school.calendar()
    assert {calendar.rotation_on(day) for day in after if day > date(2026, 10, 21)} == {"A"}
    assert set(before) != set(after)


async def test_a_day_that_is_there_twice_is_refused_with_its_line(applies):
    days = [{"first": "2026-11-23", "last": "2026-11-27"}, {"first": "2026-11-27", "kind": "closure"}]
    with pytest.raises(Refusal, match=r"calendar\[1\]: Fri, Nov 27 is there twice"):
        await applies(calendar=days)


async def test_a_rotation_that_nobody_named_is_refused_with_its_place(applies):
    with pytest.raises(ValidationError, match=r"meetings.only_on: there is no C"):
        await applies(rotation=AB, meetings=meetings(only_on="C"))
