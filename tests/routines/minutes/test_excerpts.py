"""A message becomes an agenda item, or stands under an item of the minutes."""

from datetime import date, time

import pytest

from bot.errors import Cautioned, NotPermitted, OutOfDate
from bot.messages.minutes import excerpts as wording
from bot.messages.minutes.document import document
from bot.messages.plain import plain
from bot.routines.minutes import excerpts
from tests.conftest import SCHOOL

LINK = "https://sandbox.slack.com/archives/C1/p1"
BEFORE = date(2026, 10, 13)


async def places(meeting, key):
    return await meeting.perform(excerpts.before, excerpts.AboutMessage(), actor=meeting.who(key))


async def adds(meeting, key, **values):
    values = {"title": "Grade 4 tried it twice", "message_link": LINK} | values
    return await meeting.perform(excerpts.add, excerpts.AddMessage(**values), actor=meeting.who(key))


def under(found, title: str) -> str:
    return next(value for value, label in found.items if title in label)


@pytest.mark.requirement("R-016")
async def test_a_comment_from_before_the_meeting_stands_under_its_item_with_a_link(meeting):
    meeting.at(time(9))
    where = under(await places(meeting, meeting.recorder), "Exit tickets")
    taken = await adds(meeting, meeting.recorder, where=where)
    assert "Exit tickets" in taken.title
    meeting.at(time(15, 30))
    await meeting.is_over()
    said = document(await meeting.sees(meeting.member))
    lines = plain(said).splitlines()
    [at] = [place for place, line in enumerate(lines) if line.startswith(f"{meeting.number}. Exit tickets ·")]
    assert lines[at + 1] == "• “Grade 4 tried it twice” (message)"
    assert LINK in str(said)


async def test_who_keeps_no_minutes_is_asked_for_an_agenda_item_alone(meeting):
    found = await places(meeting, meeting.member)
    assert (found.items, found.adding is not None) == ((), True)
    assert "where" not in {one.name for one in wording.form(found, {"title": "Bells"}).fields}
    taken = await adds(meeting, meeting.member)
    assert taken.added.item.title == "Grade 4 tried it twice"
    where = under(await places(meeting, meeting.recorder), "Lunch")
    with pytest.raises(OutOfDate):
        await adds(meeting, meeting.member, where=where)
    with pytest.raises(NotPermitted):
        await places(meeting, "uma-thistle")


async def test_the_same_message_stands_there_once_and_none_that_may_name_a_student(meeting):
    await meeting.starts()
    where = under(await places(meeting, meeting.recorder), "Lunch")
    for _ in range(2):
        await adds(meeting, meeting.recorder, where=where)
    with pytest.raises(Cautioned):
        await adds(meeting, meeting.recorder, where=where, title="My student Emma never writes a word")
    async with meeting.units.reading(SCHOOL) as work:
        assert len(await work.minutes.excerpts(BEFORE)) == 1


async def test_the_form_asks_for_what_its_place_needs(meeting):
    found = await places(meeting, meeting.recorder)
    given = {"title": "x" * 300}
    as_item = wording.form(found, given | {"where": wording.AGENDA}).fields
    quoted = wording.form(found, given | {"where": under(found, "Lunch")}).fields
    assert {"where", "title", "outcome", "minutes"} <= {one.name for one in as_item}
    assert [one.name for one in quoted] == ["where", "title"]
    assert [len(one.initial) for one in (as_item[1], quoted[1])] == [150, 300]


async def test_once_the_minutes_are_confirmed_nothing_is_added_to_them(meeting):
    await meeting.starts()
    where = under(await places(meeting, meeting.recorder), "Lunch")
    await meeting.ends()
    await meeting.confirms(meeting.recorder)
    with pytest.raises(OutOfDate, match="settled"):
        await adds(meeting, meeting.recorder, where=where)
