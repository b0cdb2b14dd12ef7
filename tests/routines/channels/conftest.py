"""The sample school's channels, each seen and well, and a courier that keeps what arrives."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import pytest

from bot.courier import Courier
from bot.model.audiences import Audience
from bot.model.channels import ChannelHealth, SeenChannel
from bot.model.everybody import Roster
from bot.model.people import the_clock
from bot.pacing import Pacer
from bot.perform import Performer
from bot.routines import channels
from bot.routines.timetable import RunDue, Timetable
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL, StillClock
from tests.delivery.post_office import Posting, PostOffice, Stopwatch

CLOCK = the_clock(SCHOOL)
WELL = {
    "C-ilt": SeenChannel(address="C-ilt", name="ilt", is_private=True, has_bot=True),
    "C-all": SeenChannel(address="C-all", name="all-staff", has_bot=True),
    **{
        f"C-{name}": SeenChannel(address=f"C-{name}", name=name, has_bot=True)
        for name in ("k-1", "grade-2", "grade-3", "grade-4", "grade-5", "specialists", "grade-2-new")
    },
}


@dataclass
class Workspace:
    """What the workspace looks like; `look` lets the bot look at all of it, or hear of one channel."""

    perform: Performer
    units: UnitsOfWork
    there: dict[str, SeenChannel]

    async def look(self) -> None:
        seen = tuple(self.there.values())
        await self.perform(
            channels.look, channels.Look(platform="slack", seen=seen, is_whole=True), actor=CLOCK
        )

    async def becomes(self, address: str, **changes: object) -> None:
        """One channel changes, and the platform tells the bot."""
        self.there[address] = replace(self.there[address], **changes)
        look = channels.Look(platform="slack", seen=(self.there[address],))
        await self.perform(channels.look, look, actor=CLOCK)

    async def goes(self, address: str) -> None:
        del self.there[address]
        await self.perform(channels.look, channels.Look(platform="slack", gone=(address,)), actor=CLOCK)

    async def health(self, audience: str) -> ChannelHealth:
        async with self.units.reading(SCHOOL) as work:
            found = await work.channels.of("slack", audience)
        assert found is not None
        return found

    async def address(self, audience: str) -> str | None:
        async with self.units.reading(SCHOOL) as work:
            return (await work.people.addresses("slack")).get(audience)

    async def roster(self) -> Roster:
        async with self.units.reading(SCHOOL) as work:
            return await work.people.roster()


@pytest.fixture
async def workspace(perform, units, sample) -> Workspace:
    found = Workspace(perform, units, dict(WELL))
    await found.look()
    return found


@pytest.fixture
def office() -> PostOffice:
    return PostOffice()


@pytest.fixture
def posting(units, clock) -> Posting:
    return Posting(units, clock)


@pytest.fixture
def holding() -> set[str]:
    """The things that still hold, by the name in a letter's reason "thing:<name>"."""
    return set()


@pytest.fixture
def courier(units, office, clock: StillClock, holding) -> Courier:
    watch = Stopwatch()
    pacer = Pacer(elapsed=watch.elapsed, sleep=watch.sleep)
    return Courier(units, office, clock, reasons=reasons(holding), pacer=pacer)


@pytest.fixture
def tick(perform, clock, holding, courier) -> Callable[[], Awaitable[None]]:
    """Do what is due, and deliver it."""
    timetable = Timetable([channels.CatchUp(reasons(holding), clock).due])

    async def ticks() -> None:
        await perform(timetable.run_due, RunDue(), actor=CLOCK)
        await courier.deliver_due()

    return ticks


def reasons(holding: set[str]) -> channels.Reasons:
    async def holds(name: str, work: object, clock: object) -> bool:
        return name in holding

    return channels.REASONS | {"thing": holds}


@pytest.fixture
def told(office, sample, courier):
    """What somebody has been told, by their key in the school file."""

    async def words(key: str) -> list[str]:
        await courier.deliver_due()
        person = sample.keyed(key)
        return office.said(Audience.person(person.id))

    return words
