"""A workspace is spoken to no faster than its platform allows."""

import asyncio
from datetime import timedelta
from random import Random

from sqlalchemy import event

from bot.courier import Courier
from bot.model.audiences import Audience
from bot.pacing import Pace, Pacer
from bot.ports import Busy
from tests.delivery.post_office import AnswerLost
from tests.postgres import on_both

GRADE_2 = Audience.team("grade-2")
SWIFT = Pace(workspace=1e6, channel=1e6, workspace_burst=1000, channel_burst=1000)


async def test_one_channel_gets_one_a_second_after_three(pacer, stopwatch):
    for _ in range(10):
        async with pacer.turn("T1", "grade-2"):
            pass

    assert 6.9 <= stopwatch.seconds <= 7.1


async def test_who_waits_when_the_gate_closes_does_not_go(pacer, stopwatch):
    for _ in range(3):
        async with pacer.turn("T1", "grade-2"):
            pass

    async def waiting():
        async with pacer.turn("T1", "grade-2") as may_go:
            return may_go

    task = asyncio.create_task(waiting())
    await asyncio.sleep(0)
    pacer.close("T1", 30)

    assert await task is False
    assert not pacer.is_closed("T2")
    stopwatch.seconds += 31
    assert not pacer.is_closed("T1")


async def test_a_gate_closed_for_no_time_stays_closed_for_a_second(pacer, stopwatch):
    pacer.close("T1", 0)
    assert pacer.is_closed("T1")
    stopwatch.seconds += 1
    assert not pacer.is_closed("T1")


async def test_no_more_than_eight_letters_of_a_workspace_are_on_their_way_at_once(courier, office, posting):
    office.takes = 0.01
    for number in range(30):
        await posting(Audience.team(f"team-{number}"), f"Letter {number}")

    await courier.deliver_due()

    assert 2 <= office.busiest <= 8


@on_both
async def test_of_two_couriers_neither_sends_once_one_was_asked_to_wait(
    another_courier, office, posting, stopwatch
):
    await posting(GRADE_2, "First")
    office.answers(GRADE_2, Busy(30))
    one, other = another_courier(), another_courier()

    assert await one.deliver_due() == 0
    stopwatch.seconds += 29
    assert await other.deliver_due() == 0
    assert len(office.tried) == 1
    stopwatch.seconds += 1
    assert await other.deliver_due() == 1


async def test_when_a_platform_asks_to_wait_again_and_again_everything_arrives_once(
    another_courier, office, posting, stopwatch
):
    await posting.many([(Audience.person(f"p{number}"), f"Letter {number}") for number in range(30)])
    chance = Random(6)
    for number in chance.sample(range(30), 20):
        office.answers(Audience.person(f"p{number}"), *[Busy(chance.randrange(9))] * chance.randrange(1, 4))
    couriers = [another_courier() for _ in range(2)]

    sent = 0
    for _ in range(40):
        sent += sum(await asyncio.gather(*(courier.deliver_due() for courier in couriers)))
        stopwatch.seconds += 10

    assert sent == 30
    assert len(set(office.ids())) == len(office.ids()) == 30


@on_both
async def test_an_answer_to_somebody_who_waits_goes_in_the_middle_of_a_flood(
    another_courier, office, posting, stopwatch
):
    await posting.many([(Audience.person(f"p{number}"), f"Letter {number}") for number in range(80)])
    slow = Pacer(Pace(workspace=5, most=5), elapsed=stopwatch.elapsed, sleep=stopwatch.sleep)
    flood = asyncio.create_task(another_courier(pacer=slow).deliver_due())
    await office.handed(30)
    await posting(Audience.person("ana"), "Thank you", key="input/7/receipt")
    await flood

    [answer] = office.channels["person:ana"]
    assert office.tried.index(answer.id) < 30 + 2 * 8
    assert len(office.tried) == 81


async def test_who_may_not_ask_about_letters_for_a_while_can_still_send(courier, office, posting, clock):
    lost = await posting(GRADE_2, "Lost")
    office.answers(GRADE_2, AnswerLost())
    await courier.deliver_due()
    clock.moment += timedelta(minutes=2)
    office.lookups.append(Busy(60))

    await courier.settle_overdue()
    await posting(Audience.person("ana"), "Next")

    assert await courier.deliver_due() == 1
    assert await posting.state(lost) == "checking"


@on_both
async def test_many_letters_are_drained_with_no_more_claims_than_needed(
    units, engines, office, clock, posting
):
    await posting.many([(Audience.person(f"p{number}"), f"Letter {number}") for number in range(200)])
    claims = []

    @event.listens_for(engines.writer.sync_engine, "before_cursor_execute")
    def count(connection, cursor, statement, parameters, context, many):
        if statement.startswith("SELECT") and "outbox.due_at <=" in statement:
            claims.append(statement)

    courier = Courier(units, office, clock, pacer=Pacer(SWIFT))

    assert await courier.deliver_due() == 200
    assert await courier.deliver_due() == 0
    assert len(claims) <= 7
    assert len(set(office.ids())) == 200


@on_both
async def test_an_idle_tick_takes_nothing_and_writes_nothing(courier, engines):
    begun = []
    event.listen(engines.writer.sync_engine, "begin", begun.append)

    for _ in range(5):
        await courier.deliver_due()

    assert begun == []
