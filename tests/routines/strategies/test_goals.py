"""All staff hear once a term what the school works on; a change stands in the same post."""

from datetime import date

import pytest
from sqlalchemy import text

from bot.errors import OutOfDate
from bot.model.outbox import LetterState
from bot.model.people import the_clock
from bot.routines import strategies
from bot.routines.strategies import changing, goals
from bot.routines.strategies.changing import ChangeStrategy
from bot.routines.timetable import RunDue, Timetable
from tests.conftest import SCHOOL
from tests.letters import letters
from tests.routines.strategies.conftest import LEADER


@pytest.mark.requirement("R-047")
async def test_a_goal_that_changes_after_posting_changes_the_post_with_a_dated_note(
    three, perform, who, units, clock
):
    first = next(iter(three.values()))
    said = {
        "strategy": first.id,
        "name": first.name,
        "seen": "Pairs give a reason",
        "since": clock.now().date(),
    }
    await perform(changing.change, ChangeStrategy(**said, reason="Say what it looks like"), actor=who(LEADER))
    await perform(goals.announce, goals.AnnounceGoals(), actor=who(LEADER))
    [post] = [one for one in await letters(units) if one.key.startswith("goals/")]
    assert post.audience == "all-staff"
    assert "What you will see in classrooms: Pairs give a reason" in post.text
    assert "Changed on" not in post.text

    async with units.writing(SCHOOL) as work:
        await work.session.execute(text("UPDATE outbox SET state = :sent"), {"sent": LetterState.SENT.value})
    again = ChangeStrategy(**{**said, "name": "Clearer talk"}, reason="Two goals were one")
    await perform(changing.change, again, actor=who(LEADER))
    [edit] = [one for one in await letters(units) if "/edit/" in one.key]
    assert edit.thread == post.key
    assert "Clearer talk" in edit.text
    assert "Changed on Mon, Oct 19: Clearer talk: Two goals were one" in edit.text
    with pytest.raises(OutOfDate):
        await perform(goals.announce, goals.AnnounceGoals(), actor=who(LEADER))


async def test_two_weeks_into_a_term_staff_are_told_by_the_clock(three, perform, units, clock):
    clock.on(date(2027, 1, 14))
    timetable = Timetable((strategies.due,))
    before = await perform(timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
    clock.on(date(2027, 1, 15))
    after = await perform(timetable.run_due, RunDue(), actor=the_clock(SCHOOL))
    assert ([one.key for one in before], [one.key for one in after]) == ([], ["goals/2027-01-01"])
