"""What a unit of work was told once is never out of date in it."""

from contextlib import contextmanager

from sqlalchemy import event, update

from bot.model.agenda_items import AgendaItem, ItemState, Provenance
from storage import tables
from tests.conftest import MONDAY_NOON, SCHOOL


def an_item():
    return AgendaItem(
        school=SCHOOL,
        day=MONDAY_NOON.date(),
        title="Recess duty",
        minutes=5,
        provenance=Provenance.MEMBER,
        added_at=MONDAY_NOON,
    )


async def open_titles(work):
    return [one.title for one in await work.meetings.open_items()]


@contextmanager
def counted(engines):
    """The questions that reach the database's reader while the block lasts."""
    asked = []

    def note(connection, cursor, statement, *_):
        asked.append(statement)

    event.listen(engines.reader.sync_engine, "before_cursor_execute", note)
    yield asked
    event.remove(engines.reader.sync_engine, "before_cursor_execute", note)


async def test_the_same_question_is_asked_once_in_a_unit_of_work_and_anew_in_the_next(engines, units, sample):
    with counted(engines) as asked:
        for _ in range(2):
            async with units.reading(SCHOOL) as work:
                assert await work.meetings.written() is await work.meetings.written()
    assert len([one for one in asked if "FROM meetings" in one]) == 2


async def test_what_is_added_changed_or_deleted_is_seen_at_once(units, sample):
    async with units.writing(SCHOOL) as work:
        assert await open_titles(work) == []
        work.meetings.add(item := an_item())
        assert await open_titles(work) == ["Recess duty"]
        item.state = ItemState.DONE
        assert await open_titles(work) == []
        item.state = ItemState.OPEN
        assert await open_titles(work) == ["Recess duty"]
        await work.session.delete(item)
        assert await open_titles(work) == []


async def test_a_statement_that_writes_is_seen_at_once_too(units, sample):
    async with units.writing(SCHOOL) as work:
        work.meetings.add(an_item())
        assert await open_titles(work) == ["Recess duty"]
        await work.session.execute(update(tables.meetings.items).values(state=ItemState.DONE))
        assert await open_titles(work) == []
