"""A letter that is changed while a courier takes it: on PostgreSQL both go on at once."""

import asyncio
from datetime import timedelta

import pytest

from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.letter_kinds import priority_of
from storage.claims import Lease, Queue
from storage.units_of_work import UnitsOfWork
from tests.conftest import SCHOOL
from tests.postgres import on_one_server

GRADE_2 = Audience.team("grade-2")


async def change(units: UnitsOfWork, key: str, how: str, clock) -> None:
    async with units.writing(SCHOOL) as work:
        if how == "edit":
            await work.outbox.edit(key, Message("Right"), edit="1", due_at=clock.now())
        else:
            await work.outbox.remove(key, edit="1", due_at=clock.now())


@pytest.mark.parametrize("how", ["edit", "remove"])
@pytest.mark.parametrize("either_database", [pytest.param("postgres", marks=on_one_server)], indirect=True)
async def test_what_was_being_taken_is_changed_where_it_will_stand(units, posting, clock, how):
    key = await posting(GRADE_2, "Wrong")
    lease = Lease("somebody", clock.now(), clock.now() + timedelta(minutes=1))

    async with units.claiming("slack") as claims:
        taken = await claims.claim([Queue(SCHOOL, priority_of(key))], lease, 10)
        changing = asyncio.create_task(change(units, key, how, clock))
        await asyncio.wait({changing}, timeout=0.3)
    await changing

    async with units.reading(SCHOOL) as work:
        became = {one.key: one.state.value for one in await work.outbox.standing(key)}
    assert [letter.key for letter in taken.letters] == [key]
    assert became == {key: "sending", f"{key}/{how}/1": "pending"}
