"""However short a lease is and however slow the platform, nobody looks for what can still be on its way."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.leases import LANDING, LEASE, Leases
from bot.model.audiences import Audience
from bot.ports import Sent
from storage.claims import Lease
from tests.delivery.post_office import PostOffice
from tests.postgres import on_both

GRADE_2 = Audience.team("grade-2")
SHORT = timedelta(seconds=0.3)
FAR = {"seconds": 20}


class SlowOffice(PostOffice):
    """Takes a letter to heart when its sender has long hung up."""

    def __init__(self) -> None:
        super().__init__()
        self.underway = []

    async def deliver(self, letter, thread) -> Sent:
        self.underway.append(lambda: self.channels[letter.audience.key].append(letter))
        return await super().deliver(letter, thread)


@pytest.fixture
def office() -> SlowOffice:
    return SlowOffice()


@on_both
async def test_a_letter_is_let_go_of_and_looked_up_only_once_it_can_have_landed(
    another_courier, office, posting, clock
):
    office.takes = 3600
    key = await posting(GRADE_2, "Once")
    other = another_courier(lease=SHORT)

    assert await another_courier(lease=SHORT).deliver_due() == 0
    clock.moment += LANDING
    assert await other.settle_overdue() == 0
    assert await posting.state(key) == "sending"
    office.underway.pop()()
    clock.advance(seconds=1)
    assert await other.settle_overdue() == 1
    await other.deliver_due()

    assert office.said(GRADE_2) == ["Once"]
    assert await posting.state(key) == "sent"


async def test_a_letter_is_taken_anew_when_half_of_its_time_went_by(another_courier, office, posting, clock):
    stalls, read = [26, 0], []

    async def slowly(*_: object) -> bool:
        read.append(len(office.tried))
        clock.advance(seconds=stalls.pop(0))
        return True

    await posting(GRADE_2, "Later", reason="phase:analyze")

    assert await another_courier(reasons={"phase": slowly}).deliver_due() == 1
    assert read == [0, 0]


async def test_time_that_elapses_counts_when_the_clock_stands_still(clock):
    held = Leases("me", clock).begin()
    assert held.left > 0

    asleep = replace(held, begun=held.begun - LEASE.total_seconds())

    assert asleep.is_too_late
    assert asleep.left == 0


@on_both
async def test_who_takes_a_letter_again_does_not_speak_for_the_first_time(units, posting, clock):
    """Its first try came to nothing and was not noticed yet when the same owner took it once more."""
    key = await posting(GRADE_2, "Once")
    (queues,) = (await units.ready("slack", clock.now())).waiting.values()
    taken = []
    for _ in range(2):
        async with units.claiming("slack") as claims:
            lease = Lease("me", clock.now(), clock.now() + timedelta(seconds=9))
            taken += (await claims.claim(queues, lease, 9)).letters
        clock.advance(**FAR)
        if len(taken) == 1:
            async with units.claiming("slack") as claims:
                await claims.put_back(clock.now())

    first, second = taken
    async with units.claiming("slack") as claims:
        assert not await claims.outcomes.unsent(first, "me")
        assert await claims.outcomes.all_handed_over([first], "me") == frozenset()
        assert await claims.outcomes.all_handed_over([second], "me") == {second.id}
    assert await posting.state(key) == "checking"
