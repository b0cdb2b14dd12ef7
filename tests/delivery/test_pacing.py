"""A workspace is spoken to no faster than its platform allows."""

import asyncio

from sqlalchemy import event

from bot.courier import Courier
from bot.model.audiences import Audience
from bot.pacing import Pace, Pacer
from tests.postgres import on_both

SWIFT = Pace(workspace=1e6, channel=1e6, workspace_burst=1000, channel_burst=1000)


async def test_after_a_burst_a_workspace_gets_five_a_second(pacer, stopwatch):
    async def send(number):
        async with pacer.turn("T1", f"channel-{number}") as may_go:
            assert may_go

    await asyncio.gather(*(send(number) for number in range(70)))

    assert 9.9 <= stopwatch.seconds <= 10.1


async def test_one_channel_gets_one_a_second_after_three(pacer, stopwatch):
    for _ in range(10):
        async with pacer.turn("T1", "grade-2"):
            pass

    assert 6.9 <= stopwatch.seconds <= 7.1


async def test_workspaces_do_not_wait_for_each_other(pacer, stopwatch):
    for number in range(20):
        async with pacer.turn(f"T{number}", "ilt"):
            pass

    assert stopwatch.seconds == 0


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


async def test_a_workspace_that_asked_to_wait_is_spoken_to_more_slowly_until_it_has_recovered(
    pacer, stopwatch
):
    async def gap_after(count):
        for number in range(count):
            before = stopwatch.seconds
            async with pacer.turn("T1", f"channel-{number}"):
                pacer.went_through("T1")
        return round(stopwatch.seconds - before, 3)

    assert await gap_after(25) == 0.2
    pacer.close("T1", 1)
    pacer.close("T1", 1)
    stopwatch.seconds += 1
    assert 0.215 < await gap_after(10) < 0.22
    assert await gap_after(200) == 0.2


async def test_no_more_than_six_letters_of_a_workspace_are_on_their_way_at_once(courier, office, posting):
    office.takes = 0.01
    for number in range(30):
        await posting(Audience.team(f"team-{number}"), f"Letter {number}")

    await courier.deliver_due()

    assert 2 <= office.busiest <= 6


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
