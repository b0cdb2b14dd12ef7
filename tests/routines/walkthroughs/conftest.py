"""The sample school with its walkthrough windows, and observers who visit."""

from collections.abc import Iterable, Mapping

import pytest

from bot.model.people import the_clock
from bot.model.walkthroughs import FirstVisit, Mark, Visit
from bot.routines import walkthroughs
from bot.routines.requests import Command
from bot.routines.school_file import WindowSection
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import OPERATOR, SCHOOL, sample_file

WINDOWS = sample_file().walkthroughs


@pytest.fixture
def set_up(perform):
    """Make the windows what these sections say; returns the changes in sentences."""

    async def establish(sections: tuple[WindowSection, ...] = WINDOWS) -> list[str]:
        async def routine(question, *, actor, work, clock):
            return await walkthroughs.establish(sections, work=work, roster=await work.people.roster())

        return await perform(routine, Change(), actor=OPERATOR)

    return establish


class Change(Command):
    """Something is to change."""


@pytest.fixture
async def windows(sample, set_up, units):
    """The sample school's windows, by key. The clock stands inside the first."""
    await set_up()
    async with units.reading(SCHOOL) as work:
        return {window.key: window for window in await work.walkthroughs.windows()}


@pytest.fixture
def visit(perform, who):
    """Record a visit as somebody on the ILT; everything that is not said has a value."""

    async def record(by: str = "oli-nettle", marks: Mapping[str, str] | None = None, **said: str):
        values = {"band": "3-5", "subject": "math", "first_visit": "yes", **said}
        command = walkthroughs.RecordVisit.model_validate({**values, "marks": marks or {"RT1": "seen"}})
        return await perform(walkthroughs.record, command, actor=who(by))

    return record


@pytest.fixture
def visits(units, who):
    """Put visits into a window without the form: `marks` of RT1, spread over rooms, one observer."""

    async def put(
        window, marks: Iterable[str], *, band: str = "3-5", by: str = "oli-nettle", rooms: int = 99
    ):
        async with units.writing(SCHOOL) as work:
            for place, mark in enumerate(marks):
                first = FirstVisit.YES if place < rooms else FirstVisit.NO
                work.walkthroughs.add(
                    Visit(
                        school=SCHOOL,
                        window=window.id,
                        band=band,
                        subject="math",
                        segment=None,
                        marks={"RT1": Mark(mark)},
                        first_visit=first,
                        observer=who(by).person_id,
                        day=window.opens,
                    )
                )

    return put


@pytest.fixture
def tick(perform):
    """Do everything of the walkthroughs that is due now; returns what was said."""

    async def run():
        table = Timetable((walkthroughs.due,))
        return await perform(table.run_due, RunDue(), actor=the_clock(SCHOOL))

    return run


@pytest.fixture
def stored(units):
    """Read windows and visits as they are kept."""

    async def read(key: str):
        async with units.reading(SCHOOL) as work:
            window = next(one for one in await work.walkthroughs.windows() if one.key == key)
            return window, list(await work.walkthroughs.visits(window.id))

    return read
