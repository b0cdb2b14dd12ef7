"""The sample school with its meetings planned, and short ways to say something without a name."""

from datetime import date, time

import pytest

from bot.model.people import the_clock
from bot.model.receipts import new_code
from bot.model.staff_input import Mode, Scope
from bot.perform import Performer
from bot.routines import staff_input
from bot.routines.meetings import setup
from bot.routines.requests import Nothing
from bot.routines.school_file import MeetingsSection
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL

SERIES = MeetingsSection(first=date(2026, 10, 13), at=time(15, 30))


@pytest.fixture
async def planned(sample, units):
    async with units.writing(SCHOOL) as work:
        await setup.establish(SERIES, work=work, roster=sample)
    return sample


@pytest.fixture
def say(perform: Performer, who, planned):
    """Say something without a name, and get what its sender is shown once."""

    async def saying(key: str = "uma-thistle", see: str = "The copier is slow.", **more):
        asked = {"scope": Scope.WHOLE_SCHOOL, "receipt": new_code(), **more}
        command = staff_input.GiveInput(see=see, mode=Mode.ANONYMOUS, **asked)
        return await perform(staff_input.hand_in, command, actor=who(key), once="view/V1")

    return saying


@pytest.fixture
def tick(perform: Performer):
    timetable = Timetable([staff_input.due])

    async def ticking():
        return await perform(timetable.run_due, RunDue(), actor=the_clock(SCHOOL))

    return ticking


@pytest.fixture
def board(perform: Performer, who):
    async def looking(key: str = "noel-mint"):
        return await perform(staff_input.anonymous_board, Nothing(), actor=who(key))

    return looking
