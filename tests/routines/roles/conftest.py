"""The sample school's meetings from the first call on, and what people do about their roles."""

from datetime import UTC, date, datetime, time

import pytest

from bot.routines import roles
from bot.routines.meetings.roles import HandOver, hand_over
from bot.routines.requests import Nothing
from tests.conftest import SCHOOL
from tests.routines.meetings.conftest import SchoolDays

FIRST, SECOND, THIRD = date(2026, 10, 13), date(2026, 10, 27), date(2026, 11, 10)
CALL = (date(2026, 10, 6), time(7, 45))


class Roles(SchoolDays):
    """A school whose roles are known; `who_is` says by key who has one."""

    async def who_is(self, role: str, day: date = SECOND) -> str:
        return (await self.holders(day))[role]

    async def takes(self, routine, key: str, role: str, day: date = SECOND, **said: str):
        command = roles.TakeRole(day=day, role=role, **said)
        return await self.perform(routine, command, actor=self.who(key))

    async def asks(self, key: str, role: str, other: str, day: date = SECOND):
        command = roles.AskSwap(day=day, role=role, person=self.who(other).person_id)
        return await self.perform(roles.ask, command, actor=self.who(key))

    async def declines(self, key: str, role: str, day: date = SECOND):
        return await self.perform(hand_over, HandOver(day=day, role=role), actor=self.who(key))

    async def page(self, key: str):
        return await self.perform(roles.look, Nothing(), actor=self.who(key))

    async def free(self, day: date = SECOND) -> str:
        """A teacher of the ILT who has no role that day."""
        teachers = {"ada-acorn", "jay-ivy", "oli-nettle", "tea-sage", "yara-xylem", "dale-clover"}
        return min(teachers - set((await self.holders(day)).values()))

    async def give(self, role: str, key: str, day: date = SECOND) -> None:
        async with self.units.writing(SCHOOL) as work:
            holders = await work.meetings.roles(day)
            next(one for name, one in holders.items() if name.value == role).person = self.who(key).person_id


@pytest.fixture
async def school(perform, units, clock, who, sample) -> Roles:
    days = Roles(perform, units, clock, who)
    await days.establish()
    await days.at(*CALL)
    return days


@pytest.fixture
def clock(clock):
    clock.moment = datetime(2026, 10, 5, 15, 0, tzinfo=UTC)
    return clock
