"""What is kept between units of work is never stale, and nobody changes it by accident."""

import pytest
from sqlalchemy import event

from bot.model.calendar import CalendarDay, DayKind
from storage.remembered import ReadOnly
from tests.conftest import MONDAY_NOON, SCHOOL

MONDAY = MONDAY_NOON.date()


async def roster_of(units):
    async with units.reading(SCHOOL) as work:
        return await work.people.roster()


async def test_the_roster_is_read_again_only_when_it_has_changed(units, sample):
    before = await roster_of(units)
    assert await roster_of(units) is before

    async with units.writing(SCHOOL) as work:
        (await work.people.to_change()).keyed("max-laurel").active = False

    after = await roster_of(units)
    assert after is not before
    assert not after.keyed("max-laurel").active


async def test_what_a_unit_of_work_changes_it_sees_itself_and_others_only_when_it_is_kept(units, sample):
    await roster_of(units)
    async with units.writing(SCHOOL) as work:
        (await work.people.to_change()).keyed("max-laurel").active = False
        assert not (await work.people.roster()).keyed("max-laurel").active
        assert (await roster_of(units)).keyed("max-laurel").active
        await work.session.rollback()

    assert (await roster_of(units)).keyed("max-laurel").active


async def test_a_day_that_is_no_school_day_any_more_is_seen_at_once(units, sample):
    async with units.writing(SCHOOL) as work:
        assert (await work.calendar.whole()).is_school_day(MONDAY)
        work.calendar.add(CalendarDay(school=SCHOOL, day=MONDAY, kind=DayKind.CLOSURE))
        assert not (await work.calendar.whole()).is_school_day(MONDAY)
    async with units.writing(SCHOOL) as work:
        assert not (await work.calendar.whole()).is_school_day(MONDAY)
        await work.calendar.clear()
        assert (await work.calendar.whole()).is_school_day(MONDAY)


async def test_what_is_only_there_to_be_read_cannot_be_changed(units, sample):
    person = (await roster_of(units)).keyed("max-laurel")

    with pytest.raises(ReadOnly):
        person.name = "Somebody Else"


async def test_what_is_kept_is_counted_and_a_look_or_what_is_given_up_is_not(units, clock):
    before = units.writes
    async with units.reading(SCHOOL) as work:
        await work.jobs.decided_since(clock.now())
    async with units.writing(SCHOOL) as work:
        await work.is_first("a", clock.now())
        await work.session.rollback()
    assert units.writes == before

    async with units.writing(SCHOOL) as work:
        await work.is_first("a", clock.now())

    assert units.writes == before + 1


async def whose(units, account):
    async with units.reading(SCHOOL) as work:
        return await work.people.addressed("slack", account)


async def test_an_account_is_whose_it_was_linked_to_last_and_nobody_s_once_that_is_forgotten(units, sample):
    for person in ("person:a", "person:b"):
        async with units.writing(SCHOOL) as work:
            await work.people.reach("slack", person, "U_ONE")
        assert await whose(units, "U_ONE") == person

    async with units.writing(SCHOOL) as work:
        await work.people.forget_address("slack", "person:b")
    assert await whose(units, "U_ONE") is None


async def test_whose_an_account_is_is_asked_once_until_something_changes(units, engines, sample):
    said: list[str] = []

    def keep(connection, cursor, statement, *others):
        said.append(statement)

    async with units.writing(SCHOOL) as work:
        await work.people.reach("slack", "person:a", "U_ONE")
    await whose(units, "U_ONE")
    event.listen(engines.reader.sync_engine, "before_cursor_execute", keep)
    assert await whose(units, "U_ONE") == "person:a"
    event.remove(engines.reader.sync_engine, "before_cursor_execute", keep)

    assert len(said) == 1
    assert "revisions" in said[0]
