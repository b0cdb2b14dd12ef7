"""On both Sundays on which the clocks are changed everything is said once, at its time on the wall."""

from datetime import date, time, timedelta

import pytest

from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.calendar import SchoolCalendar
from bot.routines.timetable import Due, Timetable
from scheduling.due import DoesWhatIsDue
from tests.conftest import SCHOOL
from tests.databases import DENVER

CALENDAR = SchoolCalendar(DENVER)
WALLS = (time(1, 30), time(2, 30), time(7, 30))
AUTUMN, SPRING = date(2026, 11, 1), date(2027, 3, 14)


async def daily(work, after, until):
    """Something at each of these times of every day, as a routine that repeats says it."""
    first, last = CALENDAR.today(after), CALENDAR.today(until)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    found = [prompt(day, wall) for day in days for wall in WALLS]
    return [one for one in found if after < one.at <= until]


def prompt(day, wall):
    async def act():
        return Message(f"{day} {wall}", (paragraph("Now"),))

    at = CALENDAR.at(day, wall)
    return Due(key=f"{day} {wall:%H:%M}", at=at, what="Now", why="a test", audience=Audience.ilt(), act=act)


@pytest.mark.requirement("R-291")
@pytest.mark.parametrize(
    ("sunday", "said"),
    [
        (AUTUMN, ["07:30 01:30", "09:30 02:30", "14:30 07:30"]),
        (SPRING, ["08:30 01:30", "09:30 02:30", "13:30 07:30"]),
    ],
    ids=["autumn", "spring"],
)
async def test_everything_happens_once_at_its_time_on_the_wall(sample, perform, units, clock, sunday, said):
    tick = DoesWhatIsDue(perform, Timetable([daily]), units.looks, clock)
    clock.on(sunday - timedelta(days=1), time(23))
    await tick()
    done = []
    for _ in range(15 * 6):
        clock.advance(minutes=10)
        done += [f"{clock.now():%H:%M} {one.key[-5:]}" for one in (await tick()).get(SCHOOL, [])]

    assert done == said
