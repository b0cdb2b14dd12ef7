"""Letters whose answer was lost are looked up, never sent again blindly."""

import asyncio
from datetime import timedelta

import pytest

from bot.model.audiences import Audience
from bot.pacing import Pace, Pacer
from bot.ports import Busy, Trouble, Undeliverable, Unknown
from tests.delivery.post_office import AnswerLost, CableCut
from tests.postgres import on_both

GRADE_2 = Audience.team("grade-2")
ILT = Audience.ilt()
LEASE = {"seconds": 61}


async def test_a_letter_whose_answer_was_lost_is_left_alone_until_its_lease_ends(
    courier, office, posting, clock
):
    office.answers(GRADE_2, AnswerLost())
    key = await posting(GRADE_2, "Once")

    await courier.deliver_due()
    assert await posting.state(key) == "sending"
    clock.advance(seconds=50)
    assert await courier.settle_overdue() == 0
    assert await courier.deliver_due() == 0


@on_both
async def test_a_letter_that_had_arrived_is_not_sent_again(courier, office, posting, clock):
    office.answers(GRADE_2, AnswerLost())
    key = await posting(GRADE_2, "Once")
    await courier.deliver_due()
    clock.advance(**LEASE)

    assert await courier.settle_overdue() == 1
    await courier.deliver_due()

    assert office.said(GRADE_2) == ["Once"]
    assert await posting.state(key) == "sent"


@on_both
@pytest.mark.parametrize("name", ["7" * 300, "17\0", "17\ud800"], ids=["too long", "NUL", "half a character"])
async def test_what_arrived_is_sent_however_a_platform_calls_it(courier, office, posting, clock, name):
    office.calls_it = name
    key = await posting(GRADE_2, "Once")
    await courier.deliver_due()
    clock.advance(**LEASE)

    assert await courier.settle_overdue() == 0
    assert await posting.state(key) == "sent"
    assert office.said(GRADE_2) == ["Once"]


@on_both
async def test_a_letter_that_never_arrived_is_sent_again_in_its_old_place(courier, office, posting, clock):
    office.answers(GRADE_2, CableCut())
    await posting(GRADE_2, "First")
    await posting(GRADE_2, "Second")
    await courier.deliver_due()
    assert office.said(GRADE_2) == []
    clock.advance(**LEASE)

    await courier.settle_overdue()
    await courier.deliver_due()

    assert office.said(GRADE_2) == ["First", "Second"]


@on_both
async def test_a_letter_nobody_can_tell_about_is_never_sent_twice_unless_it_asks_to(
    courier, office, posting, clock
):
    office.answers(GRADE_2, AnswerLost())
    office.lookups.append(Unknown())
    key = await posting(GRADE_2, "A reminder")
    await courier.deliver_due()
    clock.advance(**LEASE)

    await courier.settle_overdue()
    await courier.deliver_due()

    assert office.said(GRADE_2) == ["A reminder"]
    assert await posting.state(key) == "unsure"


async def test_a_decision_nobody_can_tell_about_is_sent_again_and_says_so(courier, office, posting, clock):
    office.answers(GRADE_2, AnswerLost())
    office.lookups.append(Unknown())
    key = await posting(GRADE_2, "A decision", if_unknown="again")
    await courier.deliver_due()
    clock.advance(**LEASE)

    await courier.settle_overdue()
    await courier.deliver_due()

    first, second = office.said(GRADE_2)
    assert first == "A decision"
    assert second.startswith("This may be here twice")
    assert second.endswith("\nA decision")
    assert await posting.state(key) == "sent"


async def test_a_decision_is_not_repeated_for_ever_when_no_answer_ever_comes(courier, office, posting, clock):
    office.answers(GRADE_2, *[AnswerLost() for _ in range(20)])
    office.lookups.extend(Unknown() for _ in range(20))
    key = await posting(GRADE_2, "A decision", if_unknown="again")

    for _ in range(20):
        await courier.deliver_due()
        clock.advance(minutes=10)
        await courier.settle_overdue()

    assert len(office.said(GRADE_2)) == 3
    assert office.said(GRADE_2)[-1].count("This may be here twice") == 1
    assert await posting.state(key) == "unsure"


async def test_a_decision_that_nobody_can_tell_about_outlasts_ten_minutes_of_kills(
    courier, office, posting, clock
):
    office.answers(GRADE_2, *[CableCut()] * 10)
    office.lookups.extend([Unknown()] * 10)
    key = await posting(GRADE_2, "A decision", if_unknown="again")
    for _ in range(10):
        await courier.deliver_due()
        clock.advance(**LEASE)
        await courier.settle_overdue()
    office.next_answers.clear()

    clock.advance(minutes=30)
    await courier.deliver_due()

    assert len(office.said(GRADE_2)) == 1
    assert await posting.state(key) == "sent"


async def test_a_letter_whose_sender_is_killed_again_and_again_loses_neither_its_place_nor_a_try(
    courier, office, posting, clock
):
    """Each time it goes again as soon as its lease is over; a refusal after that counts as the first."""
    office.answers(GRADE_2, *[CableCut()] * 8, Undeliverable(Trouble.PASSING, "fatal"))
    key = await posting(GRADE_2, "Unlucky")

    for tries in range(1, 9):
        await courier.deliver_due()
        assert len(office.tried) == tries
        clock.advance(**LEASE)
        await courier.settle_overdue()
    await courier.deliver_due()
    clock.advance(minutes=31)
    await courier.deliver_due()

    assert office.said(GRADE_2) == ["Unlucky"]
    assert await posting.state(key) == "sent"


async def test_a_letter_that_always_breaks_is_given_up_and_holds_up_no_other_channel(
    courier, office, posting, clock, sample
):
    office.answers(GRADE_2, *[ValueError("a bug") for _ in range(30)])
    key = await posting(GRADE_2, "Poison")
    await posting(ILT, "Elsewhere")

    assert await courier.deliver_due() == 1
    for _ in range(22):
        clock.advance(hours=2, minutes=1)
        await courier.settle_overdue()
        await courier.deliver_due()

    became = await posting.became(key)
    assert (became.state.value, became.trouble) == ("rerouted", "gave_up")
    assert len(office.tried) == 1 + 15 + 1


@on_both
async def test_a_crash_between_taking_and_sending_loses_nothing(
    another_courier, office, posting, clock, units
):
    for number in range(5):
        await posting(Audience.team(f"team-{number}"), f"Letter {number}")
    office.takes = 3600
    crashing = asyncio.create_task(another_courier().deliver_due())
    await office.handed(5)
    crashing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await crashing
    office.takes = 0

    after = another_courier()
    assert await after.deliver_due() == 0
    clock.advance(**LEASE)
    assert await after.settle_overdue() == 5
    assert await after.deliver_due() == 5
    assert len(set(office.ids())) == len(office.ids()) == 5


@on_both
async def test_two_couriers_look_up_each_letter_once(another_courier, office, posting, clock):
    for number in range(8):
        audience = Audience.team(f"team-{number}")
        office.answers(audience, AnswerLost())
        await posting(audience, f"Letter {number}")
    couriers = [another_courier() for _ in range(2)]
    await couriers[0].deliver_due()
    clock.advance(**LEASE)

    await asyncio.gather(*(one.settle_overdue() for one in couriers))

    assert sorted(office.asked) == sorted(office.ids())


@on_both
async def test_a_letter_still_in_hand_is_not_looked_up_when_the_clock_jumps(courier, office, posting, clock):
    office.takes = 0.2
    key = await posting(GRADE_2, "Slow")
    sending = asyncio.create_task(courier.deliver_due())
    await office.handed(1)

    clock.advance(days=7)
    assert await courier.settle_overdue() == 0

    assert await sending == 1
    assert await posting.state(key) == "sent"


@pytest.mark.parametrize(
    "answer", [Busy(30), Undeliverable(Trouble.WORKSPACE, "token_revoked"), RuntimeError("a bug")]
)
async def test_a_look_up_that_fails_is_tried_again(courier, office, posting, clock, stopwatch, answer):
    office.answers(GRADE_2, AnswerLost())
    office.lookups.append(answer)
    key = await posting(GRADE_2, "Once")
    await courier.deliver_due()
    clock.advance(**LEASE)
    await courier.settle_overdue()
    assert await posting.state(key) == "checking"

    stopwatch.seconds += 601
    clock.advance(**LEASE)
    await courier.settle_overdue()

    assert await posting.state(key) == "sent"
    assert office.said(GRADE_2) == ["Once"]


async def test_a_look_up_that_always_breaks_does_not_block_its_channel_for_ever(
    courier, office, posting, clock
):
    office.answers(GRADE_2, AnswerLost())
    office.lookups.extend(RuntimeError("a bug") for _ in range(3))
    key = await posting(GRADE_2, "Once")
    await courier.deliver_due()
    await posting(GRADE_2, "Behind it")

    for wait in (timedelta(minutes=2), timedelta(minutes=2), timedelta(hours=1)):
        clock.moment += wait
        await courier.settle_overdue()
    await courier.deliver_due()

    assert await posting.state(key) == "unsure"
    assert office.said(GRADE_2) == ["Once", "Behind it"]


@on_both
async def test_where_nobody_can_look_what_was_only_taken_at_a_crash_is_sent_all_the_same(
    another_courier, office, posting, clock, stopwatch
):
    keys = [await posting(Audience.team(f"team-{number}"), f"Letter {number}") for number in range(5)]
    narrow = Pacer(Pace(in_flight=2), elapsed=stopwatch.elapsed, sleep=stopwatch.sleep)
    office.takes = 3600
    crashing = asyncio.create_task(another_courier(looks_up=False, pacer=narrow).deliver_due())
    await office.handed(2)
    crashing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await crashing
    office.takes = 0
    office.lookups.extend([Unknown(), Unknown()])

    after = another_courier(looks_up=False)
    clock.advance(**LEASE)
    assert await after.settle_overdue() == 2
    assert await after.deliver_due() == 3

    assert sorted([await posting.state(key) for key in keys]) == ["sent"] * 3 + ["unsure"] * 2


@on_both
async def test_a_letter_that_took_long_to_read_again_is_not_sent_behind_the_back_of_another_replica(
    another_courier, office, posting, clock
):
    async def at_once(*_: object) -> bool:
        return True

    other = another_courier(reasons={"phase": at_once})
    stalls = [timedelta(seconds=61)]

    async def slowly(*_: object) -> bool:
        if stalls:
            clock.moment += stalls.pop()
            await other.settle_overdue()
            await other.deliver_due()
        return True

    key = await posting(GRADE_2, "Once", reason="phase:analyze")
    await another_courier(reasons={"phase": slowly}).deliver_due()

    assert office.said(GRADE_2) == ["Once"]
    assert await posting.state(key) == "sent"
