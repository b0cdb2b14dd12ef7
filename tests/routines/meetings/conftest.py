"""A sample school that meets, and its clock."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

import pytest

from bot.model.agenda_items import AgendaItem
from bot.model.calendar import CalendarDay, DayKind
from bot.model.meetings import Meeting
from bot.model.people import the_clock
from bot.routines import meetings, strategies
from bot.routines.timetable import RunDue, Timetable, Upcoming, WhatIsAhead
from tests.conftest import SCHOOL, sample_file
from tests.letters import Posted, letters

BEFORE_SCHOOL = datetime(2026, 10, 5, 15, 0, tzinfo=UTC)
"""Monday 5 October 2026, nine in the morning in Denver: the day before the year's first call for items."""


class SchoolDays:
    """The sample school with its meetings and strategies, moved through its days by the clock."""

    def __init__(self, perform, units, clock, who) -> None:
        self.perform, self.units, self.clock, self.who = perform, units, clock, who
        self.timetable = Timetable((meetings.due,))

    async def establish(self, **changes: object) -> list[str]:
        """Apply the sample file's meetings (with some settings changed) and its strategies."""
        file = sample_file()
        section = file.meetings.model_copy(update=changes)
        async with self.units.writing(SCHOOL) as work:
            roster = await work.people.roster()
            said = await meetings.establish(section, work=work, roster=roster)
            return said + await strategies.establish(file.strategies, work=work, roster=roster)

    async def tick(self) -> list[str]:
        """Let the clock do what is due now; the keys of what was said."""
        done = await self.perform(self.timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
        return [one.key for one in done]

    async def at(self, day: date, wall: time = time(12, 0)) -> list[str]:
        self.clock.on(day, wall)
        return await self.tick()

    async def ahead(self, until: datetime) -> list[Upcoming]:
        asked = WhatIsAhead(until=until)
        return await self.perform(self.timetable.whats_ahead, asked, actor=the_clock(SCHOOL))

    async def posted(self, part: str) -> list[Posted]:
        """The letters whose key holds these words."""
        return [letter for letter in await letters(self.units) if part in letter.key]

    async def closes(self, *days: date) -> None:
        """The school will be closed on these days."""
        async with self.units.writing(SCHOOL) as work:
            for day in days:
                work.calendar.add(CalendarDay(school=SCHOOL, day=day, kind=DayKind.CLOSURE))

    async def meeting(self, day: date) -> Meeting | None:
        async with self.units.reading(SCHOOL) as work:
            return next((one for one in await work.meetings.written() if one.day == day), None)

    async def open_items(self) -> Sequence[AgendaItem]:
        async with self.units.reading(SCHOOL) as work:
            return await work.meetings.open_items()

    async def holders(self, day: date) -> dict[str, str]:
        """Who has which role, by the keys of the sample school."""
        async with self.units.reading(SCHOOL) as work:
            roster = await work.people.roster()
            held = await work.meetings.roles(day)
        return {role.value: roster.person(holder.person).key for role, holder in held.items()}


@pytest.fixture
async def school(perform, units, clock, who) -> SchoolDays:
    days = SchoolDays(perform, units, clock, who)
    await days.establish()
    return days


@pytest.fixture
def clock(clock):
    clock.moment = BEFORE_SCHOOL
    return clock
