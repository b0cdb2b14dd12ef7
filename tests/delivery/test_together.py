"""Many letters cost few transactions, and one that breaks spoils no other."""

import asyncio

import pytest
from sqlalchemy import event

from bot.errors import DatabaseTrouble
from bot.fairness import PATIENCE, Fairness
from bot.model.audiences import Audience
from bot.together import Together
from storage.claims import Queue


async def test_what_is_asked_for_at_once_is_done_in_one_go_and_answered_in_order():
    goes = []

    async def do(asked):
        goes.append(len(asked))
        return [one * 10 for one in asked]

    together = Together(do)

    assert await asyncio.gather(*(together(number) for number in range(5))) == [0, 10, 20, 30, 40]
    assert goes == [5]


async def test_one_that_cannot_be_done_spoils_no_other():
    async def do(asked):
        return [1 / one for one in asked]

    together = Together(do)
    came = await asyncio.gather(*(together(number) for number in (1, 0, 2)), return_exceptions=True)

    assert (came[0], came[2]) == (1, 0.5)
    assert isinstance(came[1], ZeroDivisionError)


async def test_a_database_in_trouble_is_not_asked_again_for_each():
    goes = []

    async def do(asked):
        goes.append(len(asked))
        raise DatabaseTrouble("It is away.")

    together = Together(do)
    came = await asyncio.gather(*(together(number) for number in range(5)), return_exceptions=True)

    assert {type(one) for one in came} == {DatabaseTrouble}
    assert goes == [5]


@pytest.mark.parametrize("looks_up", [True, False])
async def test_thirty_letters_are_taken_read_and_marked_in_a_handful_of_transactions(
    another_courier, engines, posting, looks_up, office
):
    office.takes = 0.002
    for number in range(30):
        await posting(Audience.person(f"p{number}"), f"Letter {number}")
    courier, begun = another_courier(looks_up=looks_up), []
    for engine in (engines.writer, engines.reader):
        event.listen(engine.sync_engine, "begin", begun.append)

    assert await courier.deliver_due() == 30

    assert len(begun) < 30
    assert len(set(office.ids())) == 30


def test_what_is_urgent_goes_first_and_equals_take_turns_but_nobody_waits_for_ever():
    answers, urgent, other, idle = (
        Queue("a", 0, 1),
        Queue("a", 2, 500),
        Queue("b", 2, 500),
        Queue("c", 4, 5),
    )
    fairness, first = Fairness(), []
    for _ in range(PATIENCE):
        queue = fairness.in_order([idle, urgent, other])[0]
        fairness.served([queue])
        first.append(queue)

    assert first == [urgent, other] * 3 + [urgent, idle]
    assert fairness.in_order([idle, urgent, answers])[0] == answers
