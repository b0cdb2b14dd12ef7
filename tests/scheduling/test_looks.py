"""A school is looked at when something may be due there, by one process at a time."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import pytest

from bot.messages.vocabulary import Message, paragraph
from bot.model.audiences import Audience
from bot.model.people import School
from bot.model.settings import Settings
from bot.perform import Performer
from bot.routines.timetable import Due, Timetable, not_before
from scheduling.due import BACK_OFF, LEASE, DoesWhatIsDue
from storage.engine import connect
from storage.units_of_work import UnitsOfWork
from tests.databases import SEALER
from tests.letters import letters
from tests.postgres import on_both

SCHOOLS = ("north", "sample-elementary", "south", "west")
"""The second is in the database before the test begins."""

A_SECOND = timedelta(seconds=1)


@pytest.fixture
def database(either_database):
    return either_database


@pytest.fixture(autouse=True)
async def schools(units, clock):
    for school in {*SCHOOLS} - set(await units.schools()):
        async with units.writing(school) as work:
            work.people.add(School(id=school, name=school, zone="America/Denver", since=clock.now()))


class Noun:
    """Says what is due in one school, and counts how often it was asked there."""

    def __init__(self, school="north"):
        self.school, self.moments, self.asked, self.is_broken, self.late = school, {}, 0, False, False

    async def due(self, work, after, until):
        if work.school != self.school:
            return []
        self.asked += 1
        if self.is_broken:
            raise RuntimeError("cannot say what is due")
        return [
            self._one(key, not_before(at, after) if self.late else at) for key, at in self.moments.items()
        ]

    @staticmethod
    def _one(key, at):
        async def act():
            return Message(key, (paragraph(key),))

        return Due(key=key, at=at, what=key, why="a test", audience=Audience.ilt(), act=act)


@pytest.fixture
def noun():
    return Noun()


@pytest.fixture
async def tick(perform, units, clock, noun):
    """The tick of one process, which has looked at every school once."""
    tick = DoesWhatIsDue(perform, Timetable([noun.due]), units.looks, clock)
    await tick()
    return tick


async def test_what_is_due_starts_at_the_next_tick_and_until_then_nobody_looks(tick, noun, clock, units):
    noun.moments["reminder"] = clock.now() + timedelta(minutes=20)
    async with units.writing("north") as work:
        await work.settings.change(Settings(posts_a_day=3), by="op", at=clock.now())
    await tick()
    asked = noun.asked

    clock.advance(minutes=20, seconds=-1)
    assert await tick() == {}
    assert noun.asked == asked

    clock.advance(seconds=1)
    assert [one.key for one in (await tick())["north"]] == ["reminder"]
    assert [letter.text for letter in await letters(units, "north")] == ["reminder"]


async def test_what_is_not_foreseen_is_found_within_the_hour(tick, noun, clock):
    noun.moments["reminder"] = clock.now() + timedelta(minutes=20)

    clock.advance(hours=1)

    assert [one.key for one in (await tick())["north"]] == ["reminder"]


async def test_what_had_to_be_done_however_late_is_not_looked_for_again_once_it_is_done(tick, noun, clock):
    noun.moments["close"] = overdue = clock.now()
    noun.late = True
    clock.advance(hours=1)
    assert [one.key for one in (await tick())["north"]] == ["close"]
    await tick()
    asked = noun.asked

    clock.advance(seconds=10)
    assert await tick() == {}
    assert (noun.asked, noun.moments["close"]) == (asked, overdue)


@on_both
async def test_whatever_is_written_at_a_school_brings_its_moment_back_even_during_a_look(units, clock):
    now, later = clock.now(), clock.now() + LEASE
    await units.looks.take(now, later, 9)
    async with units.writing("north") as work:
        await work.settings.change(Settings(posts_a_day=3), by="op", at=now)
    for school in SCHOOLS:
        await units.looks.look_again(school, later, at=now + timedelta(hours=1))

    assert await units.looks.are_waiting(now)
    assert await units.looks.take(now, later, 9) == ["north"]
    assert not await units.looks.are_waiting(now)


@on_both
async def test_what_is_given_up_or_only_says_what_was_done_brings_no_moment_back(units, clock):
    now = clock.now()
    await units.looks.take(now, now + LEASE, 9)
    async with units.writing("south") as work:
        await work.is_first("view/1", now)
        await work.outbox.post(Audience.ilt(), Message("A word"), key="answer/a", due_at=now)
    with suppress(RuntimeError):
        async with units.writing("north") as work:
            await work.settings.change(Settings(posts_a_day=3), by="op", at=now)
            raise RuntimeError("given up")

    for school in SCHOOLS:
        await units.looks.look_again(school, now + LEASE, at=now + A_SECOND)

    assert not await units.looks.are_waiting(now)
    assert await units.looks.take(now + A_SECOND, now + LEASE, 9) == sorted(SCHOOLS)


@on_both
async def test_replicas_share_the_schools_and_one_that_ended_leaves_its_own_to_the_others(units, clock):
    now = clock.now()
    first = await units.looks.take(now, now + LEASE, 2)
    second = await units.looks.take(now, now + LEASE, 2)

    assert sorted([*first, *second]) == sorted(SCHOOLS)
    for school in second:
        await units.looks.look_again(school, now + LEASE, at=now + timedelta(hours=1))
    assert await units.looks.take(now + LEASE - A_SECOND, now + 2 * LEASE, 9) == []
    assert await units.looks.take(now + LEASE, now + 2 * LEASE, 9) == sorted(first)


async def test_a_school_where_something_is_broken_waits_and_holds_up_no_other(tick, noun, clock, units):
    noun.is_broken = True
    clock.advance(hours=1)
    assert set(await tick()) == set(SCHOOLS)
    asked = noun.asked

    async with units.writing("north") as work:
        await work.settings.change(Settings(posts_a_day=3), by="op", at=clock.now())
    clock.advance(seconds=1)
    assert "north" not in await tick()
    assert noun.asked == asked

    clock.advance(seconds=BACK_OFF.total_seconds())
    assert "north" in await tick()


async def test_a_program_that_starts_looks_at_every_school(tick, noun, clock, perform, units):
    """It may be newer than the one that looked last, and know other things to do."""
    asked = noun.asked
    await tick()
    assert noun.asked == asked

    await DoesWhatIsDue(perform, Timetable([noun.due]), units.looks, clock)()

    assert noun.asked > asked


@on_both
async def test_two_replicas_at_the_same_moment_do_everything_once(database, clock, noun):
    """Each with its own connections, as processes have them."""
    noun.moments |= {f"reminder-{n}": clock.now() + timedelta(minutes=n) for n in range(3)}
    ticks, opened = [], []
    for _ in range(2):
        opened.append(connect(database, SEALER))
        units = UnitsOfWork(opened[-1])
        due = Timetable([noun.due])
        ticks.append(DoesWhatIsDue(Performer(units, clock), due, units.looks, clock))
    clock.advance(minutes=5)
    try:
        done = await asyncio.gather(*(one() for one in ticks))
    finally:
        for engines in opened:
            await engines.dispose()

    keys = [one.key for each in done for found in each.values() for one in found]
    assert sorted(keys) == ["reminder-0", "reminder-1", "reminder-2"]
