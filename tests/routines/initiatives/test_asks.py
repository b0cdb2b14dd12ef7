"""What the school asks of its district, and what becomes of it."""

from datetime import date, time

import pytest

from bot.errors import NotPermitted, OutOfDate, Refusal
from bot.messages.asks import asks as shown
from bot.messages.plain import plain
from bot.routines import asks
from bot.routines.asks import AnswerAsk, AskDistrict, ChaseAsk, DropAsk
from tests.conftest import SCHOOL
from tests.routines.meetings.conftest import SchoolDays, school

__all__ = ["school"]

MEMBER, TEACHER = "oli-nettle", "uma-thistle"
ASK = AskDistrict(what="One hour of a district math coach a week", why="Grade 3 tries reason cards")
NEXT_DRAFT, DRAFT = date(2026, 10, 23), date(2026, 11, 6)


@pytest.fixture
def do(perform, who):
    routines = {AskDistrict: asks.ask, ChaseAsk: asks.chase, AnswerAsk: asks.answer, DropAsk: asks.drop}

    async def done(command, by: str = MEMBER):
        return await perform(routines[type(command)], command, actor=who(by))

    return done


@pytest.mark.requirement("R-045")
async def test_an_ask_without_an_answer_for_fifteen_school_days_stands_on_the_next_draft(
    school: SchoolDays, do
):
    school.clock.on(date(2026, 10, 12), time(12))
    [one] = (await do(ASK)).open
    await school.at(NEXT_DRAFT, time(13))
    [early] = await school.posted("2026-10-27/draft")
    assert "Open asks" not in early.text
    await school.at(DRAFT, time(13))
    [draft] = await school.posted("2026-11-10/draft")
    assert "Open asks" in draft.text
    assert "A-001 One hour of a district math coach a week" in draft.text
    assert "No answer for 19 school days." in draft.text
    assert {"chase-ask", "drop-ask"} <= set(draft.verbs)
    chased = plain(shown(await do(ChaseAsk(ask=one.ask.id))))
    assert "Copy this into your e-mail" in chased
    assert "On Mon, Oct 12 we asked: One hour of a district math coach a week" in chased
    async with school.units.reading(SCHOOL) as work:
        calendar = await work.calendar.whole()
        assert await asks.late_asks(calendar, DRAFT, work) == []


async def test_an_ask_is_the_ilts_names_nobody_and_comes_to_its_end_once(do):
    with pytest.raises(NotPermitted):
        await do(ASK, by=TEACHER)
    with pytest.raises(Refusal, match="names Uma Thistle"):
        await do(ASK.model_copy(update={"why": "Uma Thistle needs an hour"}))
    with pytest.raises(Refusal, match="has passed"):
        await do(ASK.model_copy(update={"needed_by": date(2026, 10, 1)}))
    [one] = (await do(ASK)).open
    found = await do(AnswerAsk(ask=one.ask.id, response="Yes, from January"))
    assert found.open == []
    assert "A-001 One hour of a district math coach a week (answered): Yes, from January" in plain(
        shown(found)
    )
    with pytest.raises(OutOfDate):
        await do(DropAsk(ask=one.ask.id, response="No longer needed"))
