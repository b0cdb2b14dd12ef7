"""The pace of a workspace is kept where all replicas find it, and together they keep to it."""

import asyncio
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest

from bot.model.paces import Learned, Pace
from bot.pacing import Pacer
from storage.paces import Paces
from tests.postgres import on_both

PACE = Pace(workspace=5, most=5, workspace_burst=20)


class Replica:
    """One program's pacer, on the database of all."""

    def __init__(self, units, stopwatch, pace=PACE):
        self.units = units
        self.pacer = Pacer(pace, elapsed=stopwatch.elapsed, sleep=stopwatch.sleep)

    @asynccontextmanager
    async def paces(self):
        async with self.units.claiming("slack") as claims:
            yield Paces(claims.session, claims.platform)

    async def room(self):
        async with self.paces() as paces:
            return (await self.pacer.allowance(paces, "T1")).room

    async def takes(self, others=1000, answers=0):
        """When each letter goes, of as many as there is room for."""
        async with self.paces() as paces:
            allowance = await self.pacer.allowance(paces, "T1")
            answers = min(answers, allowance.room.answers)
            others = max(0, min(others, allowance.room.anything - answers))
            return await self.pacer.spend(paces, allowance, [*[True] * answers, *[False] * others])

    async def hears(self, seconds):
        """The platform asks this one to wait."""
        self.pacer.close("T1", seconds)
        async with self.paces() as paces:
            await self.pacer.tell(paces)

    async def learned(self):
        async with self.paces() as paces:
            return (await paces.hold("T1", 0))[0]


@pytest.fixture
def replica(units, stopwatch):
    return lambda pace=PACE: Replica(units, stopwatch, pace)


@on_both
async def test_three_replicas_together_take_no_more_than_the_workspace_takes(replica, stopwatch):
    replicas = [replica() for _ in range(3)]
    moments = []
    for step in range(20):
        stopwatch.seconds = step / 2
        found = await asyncio.gather(*(one.takes() for one in replicas))
        moments += [moment for taken in found for moment in taken]

    moments.sort()
    assert len(moments) == 18 + round((9.5 + PACE.ahead) * 5)
    assert min(later - earlier for earlier, later in pairwise(moments[17:])) > 0.19


@on_both
async def test_who_waits_for_an_answer_finds_room_at_once_however_much_else_waits(replica):
    bulk, other = replica(), replica()
    first = await bulk.takes()
    rest = await bulk.takes()
    answers = await other.takes(answers=5)

    assert (len(first), len(rest)) == (18 + 5, 0)
    assert len(answers) == 2
    assert answers[0] < 1


@on_both
async def test_one_that_is_asked_to_wait_stops_all_and_they_begin_without_a_burst(replica, stopwatch):
    one, other = replica(), replica()
    stopwatch.seconds = 100
    await one.hears(30)

    assert (await other.room()).wait == pytest.approx(30)
    assert await other.takes() == []
    assert other.pacer.is_closed("T1")
    stopwatch.seconds = 130
    again = await other.takes(answers=1)
    assert again[:2] == pytest.approx([130, 130.65], abs=0.02)


@on_both
async def test_of_many_that_are_asked_to_wait_at_once_the_first_slows_the_workspace_down(replica, stopwatch):
    one, other = replica(), replica()
    await asyncio.gather(one.hears(1), other.hears(5))
    slower = (await one.learned()).rate
    stopwatch.seconds = 6
    await other.hears(1)

    assert slower == pytest.approx(5 * 0.92)
    assert (await one.learned()).rate == pytest.approx(5 * 0.92**2)


async def test_a_restart_begins_with_the_rate_that_was_learned(replica, stopwatch):
    await replica().hears(1)
    stopwatch.seconds = 60

    *_, before, last = await replica().takes()

    assert last - before == pytest.approx(1 / (5 * 0.92))


async def test_while_a_platform_never_asks_to_wait_it_is_spoken_to_ever_faster(replica, stopwatch):
    one = replica(Pace(workspace=4, most=15))
    for _ in range(60):
        for _ in await one.takes():
            one.pacer.went_through("T1")
        stopwatch.seconds += 1

    assert (await one.learned()).rate == pytest.approx(15)


async def test_a_rate_is_not_raised_by_letters_that_did_not_need_it(replica, stopwatch):
    one = replica(Pace(workspace=4, most=15))
    for _ in range(60):
        for _ in await one.takes(others=1):
            one.pacer.went_through("T1")
        stopwatch.seconds += 1

    assert (await one.learned()).rate == 4


@pytest.mark.parametrize("jump", [-86_400, -30, 86_400])
async def test_a_clock_that_jumps_holds_nobody_up(replica, stopwatch, jump):
    one, other = replica(), replica()
    stopwatch.seconds = 200_000
    await one.takes()
    await one.hears(60)
    stopwatch.seconds += jump

    assert (await other.room()).wait < 6


@on_both
async def test_a_workspace_that_two_replicas_meet_at_once_begins_once(replica):
    found = await asyncio.gather(*(replica().takes() for _ in range(4)))

    assert sorted(len(taken) for taken in found) == [0, 0, 0, 23]


@on_both
async def test_without_a_clock_of_its_own_a_pacer_goes_by_one_that_all_share(units):
    async with units.claiming("slack") as claims:
        paces = Paces(claims.session, "slack")
        _, first = await paces.hold("T1", 1)
        _, second = await paces.hold("T1", 1)

    assert 1.7e9 < first <= second < first + 60


def test_no_setting_lets_a_workspace_be_spoken_to_faster_than_is_known_to_be_right():
    fast = Learned(rate=100.0)

    assert fast.at(0, PACE).rate == 5
