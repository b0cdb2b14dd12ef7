"""What Home shows of decisions."""

from datetime import time

import pytest

from bot.messages.plain import lines_of
from bot.model.people import Membership
from bot.routines import decisions
from bot.routines.decisions import PutQuestion
from bot.routines.viewer import viewer
from tests.conftest import SCHOOL
from tests.routines.decisions.told import WEDNESDAY, letters, relayed


async def home_of(units, clock, actor):
    async with units.reading(SCHOOL) as work:
        share = await decisions.home(await viewer(actor, work=work, clock=clock), work=work)
    parts = [part for section in share.sections for part in section.parts]
    return share, "\n".join(line for part in parts for line in lines_of(part))


@pytest.mark.requirement("R-002")
async def test_a_person_in_two_teams_it_touches_sees_it_once_on_home(perform, clock, who, units):
    async with units.writing(SCHOOL) as work:
        work.people.add(Membership(school=SCHOOL, person=who("pia-olive").person_id, team="grade-4"))
    await relayed(perform, clock, who)
    _, said = await home_of(units, clock, who("pia-olive"))
    assert said.count("D-001") == 1
    assert sorted(one.audience for one in await letters(units)) == ["team:grade-3", "team:grade-4"]


async def test_home_shows_the_last_three_that_touch_me_and_nothing_else(perform, clock, who, units):
    for _ in range(4):
        await relayed(perform, clock, who)
    _, said = await home_of(units, clock, who("pia-olive"))
    assert [label for label in ("D-001", "D-002", "D-003", "D-004") if label in said] == [
        "D-002",
        "D-003",
        "D-004",
    ]
    share, _ = await home_of(units, clock, who("kit-juniper"))
    assert (share.sections, share.waiting) == ((), ())


async def test_home_shows_what_i_asked_to_me_and_what_waits_to_the_ilt(perform, clock, who, units):
    decision = await relayed(perform, clock, who)
    clock.on(WEDNESDAY, time(10, 0))
    for number in range(4):
        put = PutQuestion(decision=decision.id, text=f"Question {number}?")
        await perform(decisions.ASK.put, put, actor=who("pia-olive"))
    share, said = await home_of(units, clock, who("pia-olive"))
    assert "D-001  Question 3? - waits for an answer" in said
    assert share.waiting == ()
    share, _ = await home_of(units, clock, who("kaya-jasmine"))
    lines = ["".join(span.text for span in one.line) for one in share.waiting]
    assert lines[0] == "A question from Grade 3 about D-001: Question 0?"
    assert lines[-1] == "1 more question or concern waits for an answer."
