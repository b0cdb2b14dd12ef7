"""The sample school on Monday 5 October 2026, with its meetings; the first is on Tuesday the 13th."""

import pytest

from bot.messages.meetings.forms import Added
from bot.model.agenda import Agenda
from bot.routines.meetings import items, looking
from tests.letters import Posted
from tests.routines.meetings.conftest import BEFORE_SCHOOL, SchoolDays

PREPARED = {"outcome": "discuss", "detail": "We lose ten minutes a day.", "example": "A line at 8:10."}


class Days(SchoolDays):
    """The same, with short ways to add items and to read what somebody got."""

    async def adds(self, key: str = "jay-ivy", title: str = "Exit tickets", **said: object) -> Added:
        command = items.AddItem.model_validate({"title": title, **said})
        return await self.perform(items.add, command, actor=self.who(key))

    async def agenda(self, key: str = "mina-linden") -> Agenda:
        seen = await self.perform(looking.see, looking.SeeAgenda(), actor=self.who(key))
        return seen.sheet.agenda

    async def to(self, key: str) -> list[Posted]:
        """What this person got, the newest last."""
        mine = f"person:{self.who(key).person_id}"
        return [letter for letter in await self.posted("") if letter.audience == mine]

    async def does(self, routine, command, key: str):
        return await self.perform(routine, command, actor=self.who(key))


@pytest.fixture
async def school(perform, units, clock, who) -> Days:
    days = Days(perform, units, clock, who)
    await days.establish()
    return days


@pytest.fixture
def clock(clock):
    clock.moment = BEFORE_SCHOOL
    return clock
