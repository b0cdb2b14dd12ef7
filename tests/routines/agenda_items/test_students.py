"""The line about students goes from the item to the decision, and opens the post."""

from datetime import date, time

import pytest

from bot.messages.live import cards
from bot.model.people import the_clock
from bot.routines import decisions
from bot.routines.decisions import RecordDecision
from bot.routines.live.room import room_of
from bot.routines.meetings import changes
from bot.routines.meetings.suggestions import plan_of
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL
from tests.letters import buttons_of
from tests.routines.live.conftest import Meeting

LINE = "write before they talk"


@pytest.fixture
async def meeting(sample, perform, units, clock, who) -> Meeting:
    """A meeting whose item to decide says what students will do."""
    prepared = Meeting(perform, units, clock, who)
    await prepared.prepare()
    async with units.reading(SCHOOL) as work:
        [item] = [one for one in await work.meetings.open_items() if one.title == "Exit tickets"]
    said = {"outcome": "decide", "detail": "Two lines", "example": "One", "students": LINE}
    change = changes.ChangeItem(item=item.id, title=item.title, minutes=10, **said)
    await perform(changes.change, change, actor=who("mina-linden"))
    return prepared


@pytest.mark.requirement("R-073")
async def test_the_line_is_in_the_form_of_the_decision_and_is_the_first_line_of_its_post(
    meeting, units, perform, clock, who
):
    await meeting.starts()
    line = await meeting.until("Exit tickets")
    async with units.reading(SCHOOL) as work:
        card = cards.item(await room_of(await meeting.run(), await plan_of(work), work), line)
    [decide] = [button for button in buttons_of(card) if button.verb == "decide"]
    assert decide.values == {"students": LINE}

    command = RecordDecision(
        **decide.values,
        statement="Every block has three minutes of writing.",
        why="It helps.",
        change="Write first.",
        teams=("grade-3",),
        starts_on=date(2026, 11, 2),
        helper=who("dale-clover").person_id,
    )
    await perform(decisions.record, command, actor=who("oli-nettle"))
    clock.on(date(2026, 10, 14), time(7, 45))
    await perform(Timetable((decisions.due,)).run_due, RunDue(), actor=the_clock(SCHOOL))
    [post] = [one for one in await meeting.posted("/relay/") if one.audience == "team:grade-3"]
    assert post.text.splitlines()[0] == "Students will write before they talk"
