"""Letters arrive once, in order, and at the right time."""

import asyncio
from datetime import timedelta

from bot.model.audiences import Audience
from tests.conftest import SCHOOL
from tests.postgres import on_both

ILT = Audience.ilt()
GRADE_2 = Audience.team("grade-2")
GRADE_3 = Audience.team("grade-3")


@on_both
async def test_a_letter_is_sent_once_however_often_the_clock_ticks(courier, office, posting):
    key = await posting(GRADE_2, "Exit tickets every day")

    assert await courier.deliver_due() == 1
    assert await courier.deliver_due() == 0
    assert await courier.settle_overdue() == 0

    assert office.said(GRADE_2) == ["Exit tickets every day"]
    assert await posting.state(key) == "sent"


@on_both
async def test_two_couriers_at_once_send_each_letter_once(another_courier, office, posting):
    office.takes = 0.005
    for number in range(60):
        await posting(Audience.team(f"team-{number % 20}"), f"Letter {number}")
    couriers = [another_courier() for _ in range(2)]

    sent = await asyncio.gather(*(one.deliver_due() for one in couriers))
    sent += [await one.deliver_due() for one in couriers]

    assert sum(sent) == 60
    assert len(set(office.ids())) == len(office.ids()) == 60


@on_both
async def test_a_channel_reads_its_letters_in_the_order_of_their_moments(courier, office, posting, clock):
    now = clock.now()
    for number in (3, 1, 2, 5, 4):
        await posting(GRADE_2, str(number), due_at=now - timedelta(minutes=10 - number))
        await posting(GRADE_3, str(number), key=f"3/{number}", due_at=now - timedelta(minutes=10 - number))
    office.delays.extend([0.2, 0.2])

    await courier.deliver_due()

    assert office.said(GRADE_2) == office.said(GRADE_3) == ["1", "2", "3", "4", "5"]


async def test_a_letter_waits_for_its_moment(courier, office, posting, clock):
    await posting(GRADE_2, "Tomorrow", due_at=clock.now() + timedelta(days=1))
    assert await courier.deliver_due() == 0

    clock.advance(days=1)

    assert await courier.deliver_due() == 1


@on_both
async def test_a_stale_letter_is_not_sent_and_stands_as_expired(courier, office, posting, clock):
    key = await posting(GRADE_2, "Bring your data at noon", stale_in=timedelta(hours=1))
    later = await posting(GRADE_2, "Still good")
    clock.advance(minutes=61)

    await courier.deliver_due()

    assert office.said(GRADE_2) == ["Still good"]
    assert await posting.state(key) == "expired"
    assert await posting.state(later) == "sent"


@on_both
async def test_a_reply_stands_under_its_letter_even_when_it_is_due_first(courier, office, posting, clock):
    now = clock.now()
    await posting(GRADE_2, "Read more", thread="decision", due_at=now - timedelta(minutes=5))
    await posting(GRADE_2, "The decision", key="decision", due_at=now)

    await courier.deliver_due()

    decision, more = office.channels[GRADE_2.key]
    assert office.said(GRADE_2) == ["The decision", "Read more"]
    assert office.threads[more.id] == office.where(decision)


async def test_a_reply_waits_as_long_as_its_letter_may_still_come(courier, office, posting, clock):
    await posting(GRADE_2, "The decision", key="decision", due_at=clock.now() + timedelta(hours=1))
    await posting(GRADE_2, "Read more", thread="decision")
    await posting(GRADE_2, "Something else")

    await courier.deliver_due()
    assert office.said(GRADE_2) == ["Something else"]

    clock.advance(hours=1)
    await courier.deliver_due()
    assert office.said(GRADE_2) == ["Something else", "The decision", "Read more"]


async def test_a_reply_to_a_letter_that_will_never_come_is_said_by_itself(courier, office, posting, clock):
    await posting(GRADE_2, "The decision", key="decision", stale_in=timedelta(minutes=1))
    await posting(GRADE_2, "Read more", thread="decision")
    await posting(GRADE_2, "And more", thread="never-posted")
    clock.advance(minutes=2)

    await courier.deliver_due()

    assert office.said(GRADE_2) == ["Read more", "And more"]
    assert set(office.threads.values()) == {None}


@on_both
async def test_a_letter_whose_reason_has_gone_is_dropped_and_recorded(another_courier, office, posting):
    asked = []

    async def phase_is_open(phase, work, clock):
        asked.append((phase, work.school))
        return phase == "open"

    courier = another_courier(reasons={"cycle-phase": phase_is_open})
    done = await posting(ILT, "Analyze is due", reason="cycle-phase:done")
    await posting(ILT, "Act is due", reason="cycle-phase:open")
    await posting(ILT, "Nobody checks this", reason="unheard-of:1")

    assert await courier.deliver_due() == 2

    assert office.said(ILT) == ["Act is due", "Nobody checks this"]
    assert asked == [("done", SCHOOL), ("open", SCHOOL)]
    became = await posting.became(done)
    assert (became.state.value, became.trouble) == ("dropped", "reason_gone")


async def test_one_whose_reason_cannot_be_read_holds_up_nobody_else(another_courier, office, posting):
    async def breaks(phase, work, clock):
        raise RuntimeError("no such phase")

    courier = another_courier(reasons={"cycle-phase": breaks})
    await posting(ILT, "Broken", reason="cycle-phase:1")
    await posting(GRADE_2, "Whole")

    assert await courier.deliver_due() == 1
    assert office.said(GRADE_2) == ["Whole"]


async def test_nothing_is_sent_to_somebody_who_has_left(courier, office, posting, sample, units):
    person = sample.keyed("max-laurel")
    async with units.writing(SCHOOL) as work:
        roster = await work.people.to_change()
        roster.person(person.id).active = False
    key = await posting(Audience.person(person.id), "Your 1:1 is tomorrow")

    assert await courier.deliver_due() == 0
    assert await posting.state(key) == "dropped"


async def test_a_courier_that_is_finishing_leaves_the_rest_for_the_next(another_courier, office, posting):
    first = another_courier()
    first.finish()
    await posting(ILT, "Later")

    assert await first.deliver_due() == 0
    assert await another_courier().deliver_due() == 1


@on_both
async def test_every_school_gets_its_own_letters(courier, office, posting):
    await posting(GRADE_2, "Ours", key="same-key")
    await posting(GRADE_2, "Theirs", key="same-key", school="elsewhere")

    assert await courier.deliver_due() == 2
    assert {letter.school for letter in office.channels[GRADE_2.key]} == {SCHOOL, "elsewhere"}


async def test_letters_of_another_platform_are_left_alone(courier, office, posting):
    await posting(GRADE_2, "For another courier", platform="teams")

    assert await courier.deliver_due() == 0
    assert office.tried == []
