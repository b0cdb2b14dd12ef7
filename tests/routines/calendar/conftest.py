"""The sample school on its calendar, lived through by the clock."""

from datetime import date, time

import pytest

from bot.app.core import NOUNS
from bot.model.people import the_clock
from bot.routines.calendar import changing, closing, displaced
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL
from tests.letters import Posted, letters

PRINCIPAL, DEPUTY = "mina-linden", "noel-mint"


class SchoolDays:
    """The sample school with everything it does by the clock."""

    def __init__(self, perform, units, clock, who) -> None:
        self.perform, self.units, self.clock, self.who = perform, units, clock, who
        self.timetable = Timetable([noun.due for noun in NOUNS])

    async def tick(self) -> list[str]:
        done = await self.perform(self.timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
        return [one.key for one in done]

    async def at(self, day: date, wall: time = time(12)) -> list[str]:
        self.clock.on(day, wall)
        return await self.tick()

    async def closes(self, day: date, by: str = PRINCIPAL):
        return await self.perform(closing.close_school, closing.CloseSchool(day=day), actor=self.who(by))

    async def undoes(self, change, by: str = PRINCIPAL):
        return await self.perform(changing.undo, changing.UndoChange(change=change.id), actor=self.who(by))

    async def plans(self, by: str = PRINCIPAL, **days):
        return await self.perform(
            changing.plan_days, changing.PlanDays.model_validate(days), actor=self.who(by)
        )

    async def applies(self, preview, by: str = PRINCIPAL):
        command = changing.ApplyChange(change=preview.change.id)
        return await self.perform(changing.apply_change, command, actor=self.who(by))

    async def rebooks(self, day: date, to: date, at: time, by: str = PRINCIPAL):
        command = displaced.RebookMeeting(day=day, to=to, at=at)
        return await self.perform(displaced.rebook, command, actor=self.who(by))

    async def skips(self, day: date, by: str = PRINCIPAL):
        return await self.perform(displaced.skip, displaced.SkipMeeting(day=day), actor=self.who(by))

    async def posted(self, part: str = "") -> list[Posted]:
        return [letter for letter in await letters(self.units) if part in letter.key]

    async def calendar(self):
        async with self.units.reading(SCHOOL) as work:
            return await work.calendar.whole()


@pytest.fixture
def school(sample, perform, units, clock, who) -> SchoolDays:
    return SchoolDays(perform, units, clock, who)
