"""A courier on either database, a post office that can misbehave, and time that costs none."""

from collections.abc import Callable

import pytest

from bot.courier import Courier
from bot.model.everybody import Roster
from bot.pacing import Pacer
from bot.perform import Performer
from bot.routines import people
from bot.routines.requests import Nothing
from storage.units_of_work import UnitsOfWork
from tests.conftest import OPERATOR, StillClock
from tests.delivery.post_office import Posting, PostOffice, Stopwatch


@pytest.fixture
def database(either_database: str) -> str:
    return either_database


@pytest.fixture
async def sample(perform: Performer) -> Roster:
    """The roster of the sample school, which is in either database."""
    return await perform(people.whole_roster, Nothing(), actor=OPERATOR)


@pytest.fixture
def stopwatch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def office() -> PostOffice:
    return PostOffice()


@pytest.fixture
def pacer(stopwatch: Stopwatch) -> Pacer:
    return Pacer(elapsed=stopwatch.elapsed, sleep=stopwatch.sleep)


@pytest.fixture
def courier(units: UnitsOfWork, office: PostOffice, clock: StillClock, pacer: Pacer) -> Courier:
    return Courier(units, office, clock, pacer=pacer)


@pytest.fixture
def another_courier(
    units: UnitsOfWork, office: PostOffice, clock: StillClock, stopwatch: Stopwatch
) -> Callable[..., Courier]:
    """Make one more courier, as another replica would: same database, same post office."""

    def make(**options: object) -> Courier:
        options.setdefault("pacer", Pacer(elapsed=stopwatch.elapsed, sleep=stopwatch.sleep))
        return Courier(units, office, clock, **options)

    return make


@pytest.fixture
def posting(units: UnitsOfWork, clock: StillClock) -> Posting:
    return Posting(units, clock)
