"""A sample school that meets, whose agendas are made."""

from datetime import date, time

import pytest

from bot.model.agenda_items import AgendaItem, Outcome, Provenance
from tests.conftest import SCHOOL
from tests.routines.meetings.conftest import SchoolDays
from tests.routines.meetings.conftest import clock as clock

MEETING, NEXT, THIRD = date(2026, 10, 13), date(2026, 10, 27), date(2026, 11, 10)
DRAFT, AGENDA = (date(2026, 10, 9), time(13)), (date(2026, 10, 12), time(14))


class Making(SchoolDays):
    """The sample school, in which items are brought and its facilitator makes the agenda."""

    async def brings(
        self, title: str, minutes: int = 10, key: str = "jay-ivy", **given: object
    ) -> AgendaItem:
        """Somebody brings an item that is tied to a strategy."""
        settings = {
            "day": MEETING,
            "provenance": Provenance.MEMBER,
            "outcome": Outcome.DISCUSS,
            "strategy": "math-talk",
        }
        item = AgendaItem(
            school=SCHOOL,
            title=title,
            minutes=minutes,
            by=self.who(key).person_id,
            added_at=self.clock.now(),
            **settings | given,
        )
        async with self.units.writing(SCHOOL) as work:
            work.meetings.add(item)
        return item

    async def facilitator(self, day: date = MEETING):
        return self.who((await self.holders(day))["facilitator"])

    async def minutes(self) -> dict[str, int]:
        return {item.title: item.minutes for item in await self.open_items()}


@pytest.fixture
async def school(perform, units, clock, who) -> Making:
    days = Making(perform, units, clock, who)
    await days.establish()
    return days
