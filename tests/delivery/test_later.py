"""Rows that nobody waits for: there for what comes next, kept or lost with their unit of work."""

from contextlib import suppress

import pytest
from sqlalchemy.exc import IntegrityError

from bot.errors import DatabaseTrouble
from bot.messages.vocabulary import Message
from bot.model.audiences import Audience
from bot.model.audit import Entry
from tests.conftest import SCHOOL
from tests.postgres import on_both

pytestmark = on_both

ILT = Audience.ilt()


async def post(work, key, clock):
    await work.outbox.post(ILT, Message(f"About {key}"), key=key, due_at=clock.now())


async def kept(units):
    async with units.reading(SCHOOL) as work:
        return sorted(one.key for one in await work.outbox.pending())


async def test_what_was_just_written_is_there_for_whatever_the_same_unit_of_work_asks(units, clock):
    async with units.writing(SCHOOL) as work:
        for number in range(20):
            await post(work, f"decision/{number}", clock)
        await post(work, "decision/0", clock)
        assert len(await work.outbox.pending()) == 20
        assert not await work.outbox.post_if_new(ILT, Message(""), key="decision/1", due_at=clock.now())
        await post(work, "question/1", clock)

    assert len(await kept(units)) == 21


async def test_what_nothing_is_asked_after_is_kept_with_its_unit_of_work_and_lost_with_it(units, clock):
    async with units.writing(SCHOOL) as work:
        await post(work, "kept", clock)
    with suppress(RuntimeError):
        async with units.writing(SCHOOL) as work:
            await post(work, "lost", clock)
            raise RuntimeError
    async with units.writing(SCHOOL) as work:
        await post(work, "kept too", clock)

    assert await kept(units) == ["kept", "kept too"]


async def test_what_the_database_has_against_a_row_is_raised_and_nothing_is_kept(units, clock):
    async def written():
        async with units.writing(SCHOOL) as work:
            await post(work, "before", clock)
            await work.audit.note(Entry(clock.now(), "clock", None, "", "done"))
            await post(work, "after", clock)

    with pytest.raises(IntegrityError):
        await written()

    assert await kept(units) == []


async def test_what_is_written_where_one_may_only_look_is_an_error_and_not_forgotten(units, clock):
    async def looked():
        async with units.reading(SCHOOL) as work:
            await post(work, "lost", clock)

    with pytest.raises(DatabaseTrouble):
        await looked()

    assert await kept(units) == []


async def test_a_request_is_first_once_and_brings_the_schools_revision_along(units, sample, clock):
    async with units.reading(SCHOOL) as work:
        revision = await work.revision()
    async with units.writing(SCHOOL) as work:
        assert await work.is_first("view/1", clock.now())
        assert await work.revision() == revision != ""
    async with units.writing(SCHOOL) as work:
        assert not await work.is_first("view/1", clock.now())
        assert await work.revision() == revision
