"""Where very many people are written to at one moment, they are written to in the minutes after it."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest

from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.calendar import SchoolCalendar
from bot.model.courtesy import Pace, Queued, Weight
from bot.model.people import the_clock
from bot.routines.courtesy import LetGo, let_go
from tests.conftest import DENVER, SCHOOL

PEOPLE = [f"p{number}" for number in range(40)]
MORNING = datetime.combine(date(2026, 10, 19), time(7, 45), DENVER)


@pytest.fixture
def set_out(units, perform, clock):
    """Remind forty people, in a crowd of so many, and say how many minutes later each one's letter goes."""

    async def started(
        crowd: int, at: datetime = MORNING, key: str = "cycles/{}", **options
    ) -> dict[str, int]:
        clock.moment = at
        async with units.writing(SCHOOL) as work:
            for person in PEOPLE:
                await work.outbox.post(
                    Audience.person(person), Message(person), key=key.format(person), due_at=at, **options
                )
        await perform(let_go, LetGo(crowd=crowd), actor=the_clock(SCHOOL))
        async with units.reading(SCHOOL) as work:
            waiting = await work.outbox.pending()
        return {one.audience.person_id: int((one.at - at).total_seconds() // 60) for one in waiting}

    return started


async def test_a_crowd_is_spread_over_a_minute_for_every_two_hundred(set_out):
    later = Counter((await set_out(600)).values())

    assert set(later) == {0, 1, 2}
    assert max(later.values()) < 25


async def test_no_crowd_is_spread_over_more_than_half_an_hour(set_out):
    assert 20 < max((await set_out(12_000)).values()) < 30


@pytest.mark.parametrize(
    ("crowd", "options"),
    [
        (200, {}),
        (12_000, {"stale_at": MORNING + timedelta(minutes=1)}),
        (12_000, {"at": MORNING.replace(hour=15, minute=29)}),
        (12_000, {"key": "question/{}/answer"}),
    ],
    ids=["few people", "what would come too late", "the end of contract hours", "an answer"],
)
async def test_some_letters_set_out_at_once(set_out, crowd, options):
    assert set((await set_out(crowd, **options)).values()) == {0}


async def test_it_is_not_the_same_people_who_wait_longest_every_day(set_out, units):
    monday = await set_out(12_000)
    async with units.writing(SCHOOL) as work:
        await work.outbox.drop([f"cycles/{person}" for person in PEOPLE], "said", MORNING)

    tuesday = await set_out(12_000, MORNING + timedelta(days=1), "cycles/{}/again")

    assert tuesday.keys() == monday.keys()
    assert sum(monday[person] == tuesday[person] for person in PEOPLE) < 10


async def test_schools_of_one_workspace_are_one_crowd(units, posting, clock):
    for school, workspace, letters in (("one", "T1", 3), ("two", "T1", 2), ("three", "T2", 1)):
        async with units.writing(school) as work:
            await work.people.reach("slack", "workspace", workspace)
        for number in range(letters):
            await posting(Audience.person(f"p{number}"), f"{number}", key=f"cycles/{number}", school=school)

    ready = await units.ready("slack", clock.now())

    assert ready.undecided == {"one": 5, "two": 5, "three": 1}


def test_schools_that_begin_at_different_times_are_written_to_at_different_times():
    def set_out(opens: time) -> datetime:
        calendar = SchoolCalendar(DENVER, opens=opens, morning=opens)
        letter = Queued("a letter", Weight.WAITS, MORNING)
        return Pace(MORNING.replace(hour=5), calendar, left=2).verdict([letter]).wait["a letter"].until

    assert set_out(time(8, 20)) - set_out(time(7, 30)) == timedelta(minutes=50)
