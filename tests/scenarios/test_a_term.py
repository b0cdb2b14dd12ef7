"""A term of a school with sixty staff, replayed in virtual time: every message that was sent is looked at."""

import re
from datetime import time
from time import perf_counter, process_time

import pytest

from bot.app.core import assembled
from tests.databases import SCHOOL
from tests.heard import misshapen, naming, out_of_hours, over_budget, started, telling
from tests.term import DECISIONS, INPUTS, MEETINGS, SECRET, at, begun

WHILE_MET = [(at(day, time(15, 20)), at(day, time(16, 40))) for day in MEETINGS]


@pytest.mark.requirement("R-295")
async def test_a_whole_term_is_said_in_shape_in_hours_within_the_budget_and_names_nobody(
    engines, clock, capsys
):
    began, worked = perf_counter(), process_time()
    term = await begun(assembled(engines, clock), clock)
    await term.live()
    heard = term.slack.posted
    with capsys.disabled():
        took, worked = perf_counter() - began, process_time() - worked
        print(f" a term of {len(heard)} messages took {worked:.0f} s of work in {took:.0f} s")

    assert term.done["GiveInput"] == INPUTS
    assert term.done["RecordDecision"] == DECISIONS, term.refused
    assert term.done["EndMeeting"] == 10, term.refused
    everybody = {one.id: one.name for one in term.roster.people}
    secret = re.compile("|".join([SECRET, *map(re.escape, everybody.values())]), re.IGNORECASE)
    async with term.core.units.reading(SCHOOL) as work:
        settings = await work.settings.now()
    assert [*misshapen(heard)] == []
    assert [*telling(heard, secret)] == []
    assert [*naming(heard, {one.id: one.name for one in term.quiet})] == []
    begun_by_it = started(heard, WHILE_MET)
    assert [*out_of_hours(begun_by_it, term.calendar)] == []
    assert [*over_budget(begun_by_it, term.calendar, settings.messages_a_day, settings.posts_a_day)] == []

    assert [*naming(heard, everybody)], "names are found where they stand"
    assert any(one.letter.message.private for one in heard)
