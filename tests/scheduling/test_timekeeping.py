"""Time goes by the clock that all who share a database go by, and a clock that is set holds nothing up."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot.app.checkup import clock as checking
from bot.app.timekeeping import A_JUMP, SteadyClock, Timekeeper, moment_of
from bot.courier import Courier
from bot.leases import Truce
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.people import School
from storage.engine import connect
from storage.units_of_work import UnitsOfWork
from tests.conftest import MONDAY_NOON, SCHOOL
from tests.delivery.post_office import AnswerLost, PostOffice
from tests.postgres import on_one_server

AN_HOUR, A_WHILE = timedelta(hours=1), timedelta(seconds=30)


class Wall:
    """A clock on a wall that somebody sets, and the seconds that go by whatever it shows."""

    def __init__(self) -> None:
        self.shows, self.seconds = MONDAY_NOON, 0.0

    def elapse(self, seconds: float) -> None:
        self.seconds += seconds
        self.shows += timedelta(seconds=seconds)

    async def look(self) -> datetime:
        return self.shows


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def steady(wall):
    return SteadyClock(wall.shows, lambda: wall.seconds)


@pytest.fixture
def keeper(steady, units, wall):
    return Timekeeper(steady, units, wall.look)


@pytest.mark.parametrize("jump", [AN_HOUR, -AN_HOUR], ids=["forward", "back"])
async def test_a_clock_that_is_set_is_followed_at_the_next_look_and_not_before(steady, keeper, wall, jump):
    wall.shows += jump
    wall.elapse(10)
    assert steady.now() == MONDAY_NOON + timedelta(seconds=10)

    await keeper()

    assert steady.now() == MONDAY_NOON + jump + timedelta(seconds=10)


async def test_no_school_and_no_letter_waits_for_a_moment_that_a_clock_ahead_by_an_hour_named(
    units, steady, keeper, wall
):
    office = PostOffice()
    office.answers(Audience.ilt(), AnswerLost())
    courier = Courier(units, office, steady)
    wall.shows += AN_HOUR
    await keeper()
    async with units.writing(SCHOOL) as work:
        work.people.add(School(id=SCHOOL, name=SCHOOL, zone="America/Denver", since=MONDAY_NOON))
        await work.outbox.post(Audience.ilt(), Message("A word"), key="answer/a", due_at=MONDAY_NOON)
    await courier.deliver_due()
    assert await units.looks.take(steady.now(), steady.now() + A_WHILE, 9) == [SCHOOL]

    wall.shows -= AN_HOUR
    await keeper()

    assert await units.looks.take(steady.now(), steady.now() + A_WHILE, 9) == [SCHOOL]
    wall.elapse(180)
    assert await courier.settle_overdue() == 1
    assert len(office.said(Audience.ilt())) == 1


async def test_no_letter_waits_for_a_moment_that_a_clock_named_which_was_set_while_the_bot_was_down(
    units, wall
):
    office = PostOffice()
    office.answers(Audience.ilt(), AnswerLost())
    async with units.writing(SCHOOL) as work:
        work.people.add(School(id=SCHOOL, name=SCHOOL, zone="America/Denver", since=MONDAY_NOON))
        await work.outbox.post(Audience.ilt(), Message("A word"), key="answer/a", due_at=MONDAY_NOON)
    await Courier(units, office, SteadyClock(wall.shows + AN_HOUR, lambda: wall.seconds)).deliver_due()

    anew = SteadyClock(wall.shows, lambda: wall.seconds)
    await Timekeeper(anew, units, wall.look)()
    wall.elapse(180)

    assert await Courier(units, office, anew).settle_overdue() == 1
    assert len(office.said(Audience.ilt())) == 1


@on_one_server
async def test_two_programs_on_one_server_go_by_its_clock_however_their_computers_are_set(postgres_database):
    engines = connect(postgres_database)
    units = UnitsOfWork(engines)
    clocks = [SteadyClock(datetime.now(UTC) + timedelta(minutes=minutes)) for minutes in (-5, 5)]
    try:
        for clock in clocks:
            await Timekeeper(clock, units, partial(moment_of, engines))()
    finally:
        await engines.dispose()

    behind, ahead = (clock.now() for clock in clocks)
    assert abs(ahead - behind) < A_JUMP


def test_the_doctor_says_when_this_computers_clock_is_not_the_servers():
    ours = datetime(2026, 10, 19, 18, tzinfo=UTC)

    assert "agrees" in checking.beside(ours, ours - timedelta(seconds=4)).words
    said = checking.beside(ours, ours + timedelta(seconds=12)).words
    assert "12 seconds behind the database server's" in said
    assert "network time" in said


@pytest.mark.parametrize("jump", [AN_HOUR, -AN_HOUR], ids=["forward", "back"])
async def test_who_sees_first_that_the_common_clock_was_set_leaves_the_others_what_they_take(
    units, steady, wall, jump
):
    """One program has looked at the clock; the other takes a letter by the old time."""
    office, not_looked = PostOffice(), SteadyClock(wall.shows, lambda: wall.seconds)
    first, other = Courier(units, office, steady), Courier(units, office, not_looked)
    office.answers(Audience.ilt(), AnswerLost())
    wall.shows += jump
    await Timekeeper(steady, units, wall.look, tell=[first.clock_was_set])()
    async with units.writing(SCHOOL) as work:
        work.people.add(School(id=SCHOOL, name=SCHOOL, zone="America/Denver", since=MONDAY_NOON))
        await work.outbox.post(
            Audience.ilt(), Message("A word"), key="answer/a", due_at=MONDAY_NOON - AN_HOUR
        )

    assert await first.deliver_due() == 0
    await other.deliver_due()

    assert len(office.tried) == 1
    assert await first.settle_overdue() == 0


def test_a_truce_lasts_until_all_have_looked_and_what_was_taken_before_is_over(wall):
    truce = Truce(timedelta(seconds=60), lambda: wall.seconds)
    assert (truce.may_take, truce.may_look_up) == (True, True)
    truce.begin()
    assert (truce.may_take, truce.may_look_up) == (False, False)
    wall.elapse(21)
    assert (truce.may_take, truce.may_look_up) == (True, False)
    wall.elapse(60)
    assert (truce.may_take, truce.may_look_up) == (True, True)
