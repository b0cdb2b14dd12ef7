"""The sample school's pairs, and short ways to look at and change their check-ins."""

from collections.abc import Callable
from datetime import date, time

import pytest

from bot.messages.checkins import CheckIn
from bot.model.everybody import Roster
from bot.model.people import the_clock
from bot.perform import Performer
from bot.routines import checkins
from bot.routines.requests import Nothing
from bot.routines.timetable import RunDue, Timetable
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL, sample_file

PAIRS = sample_file().check_ins


class Desk:
    """What somebody of the sample school does with their check-ins."""

    def __init__(self, perform: Performer, who) -> None:
        self._perform = perform
        self._who = who
        self._timetable = Timetable([checkins.due])

    async def sees(self, key: str) -> list[CheckIn]:
        return await self._perform(checkins.mine, Nothing(), actor=self._who(key))

    async def next_of(self, key: str, other: str) -> CheckIn:
        return next(one for one in await self.sees(key) if one.other == other)

    async def adds(self, key: str, one: CheckIn, text: str, *, talk_only: bool = False) -> CheckIn:
        command = checkins.AddTopic(series=one.series, day=one.day, text=text, talk_only=talk_only)
        return await self._perform(checkins.add_topic, command, actor=self._who(key))

    async def moves(self, key: str, one: CheckIn, to: date, at: time = time(10, 0)) -> CheckIn:
        command = checkins.MoveCheckIn(series=one.series, day=one.day, to=to, at=at)
        return await self._perform(checkins.move, command, actor=self._who(key))

    async def skips(self, key: str, one: CheckIn) -> CheckIn:
        command = checkins.SkipCheckIn(series=one.series, day=one.day)
        return await self._perform(checkins.skip, command, actor=self._who(key))

    async def ticks(self) -> int:
        return len(await self._perform(self._timetable.run_due, RunDue(), actor=the_clock(SCHOOL)))


@pytest.fixture
async def desk(perform: Performer, who, sample: Roster, units: UnitsOfWork) -> Desk:
    async with units.writing(SCHOOL) as work:
        await checkins.establish(PAIRS, work=work, roster=sample)
    return Desk(perform, who)


@pytest.fixture
def person(sample: Roster) -> Callable[[str], str]:
    """The audience key of a person of the sample school."""

    def audience(key: str) -> str:
        found = sample.keyed(key)
        assert found is not None
        return f"person:{found.id}"

    return audience
