"""The sample school with its meetings planned, and short ways to give and answer input."""

from collections.abc import Awaitable, Callable
from datetime import date, time

import pytest

from bot.messages.staff_input.shown import Shown
from bot.model.everybody import Roster
from bot.model.people import the_clock
from bot.model.staff_input import Mode, Scope, Topic
from bot.perform import Performer
from bot.routines import staff_input
from bot.routines.meetings import setup
from bot.routines.school_file import MeetingsSection
from bot.routines.timetable import RunDue, Timetable, Upcoming
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL

NOW = ["answer-input", "place-input", "decline-input", "route-input", "ask-sender", "triage-input"]
"""What can be done with an input that nobody has touched."""

WORDS = "Reading groups need more time on Mondays."
SERIES = MeetingsSection(first=date(2026, 10, 13), at=time(15, 30))

Give = Callable[..., Awaitable[Shown]]
Tick = Callable[[], Awaitable[list[Upcoming]]]


@pytest.fixture
async def planned(sample: Roster, units: UnitsOfWork) -> Roster:
    """The ILT meets every second Tuesday from 13 October 2026."""
    async with units.writing(SCHOOL) as work:
        await setup.establish(SERIES, work=work, roster=sample)
    return sample


@pytest.fixture
def give(perform: Performer, who, planned: Roster) -> Give:
    """Give input as somebody: named unless it says otherwise."""

    async def giving(key: str = "uma-thistle", see: str = WORDS, mode: Mode = Mode.NAMED, **more) -> Shown:
        asked = {"topic": Topic.TIME, "scope": Scope.MY_TEAM, **more}
        return await perform(
            staff_input.give, staff_input.GiveInput(see=see, mode=mode, **asked), actor=who(key)
        )

    return giving


@pytest.fixture
def tick(perform: Performer) -> Tick:
    """Let the clock do what staff input has due."""
    timetable = Timetable([staff_input.due])

    async def ticking() -> list[Upcoming]:
        return await perform(timetable.run_due, RunDue(), actor=the_clock(SCHOOL))

    return ticking


@pytest.fixture
def person(sample: Roster) -> Callable[[str], str]:
    """The audience key of a person of the sample school."""

    def audience(key: str) -> str:
        found = sample.keyed(key)
        assert found is not None
        return f"person:{found.id}"

    return audience
