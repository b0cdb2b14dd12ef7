"""Once a quarter the ILT reads what its meetings came to."""

from datetime import date, time

import pytest

from bot.messages.agendas.yields import health_card
from bot.messages.plain import plain
from bot.model.yields import Yield, quarter_before
from bot.routines import agendas, meetings
from bot.routines.timetable import Timetable

MEETINGS = [date(2026, 10, 13), date(2026, 10, 27), date(2026, 11, 10)]
CARD = (date(2026, 12, 1), time(7, 45))


@pytest.fixture
def school(school):
    school.timetable = Timetable((meetings.due, agendas.due))
    return school


@pytest.mark.requirement("R-059")
async def test_a_quarter_without_a_decision_is_said_plainly_and_asks_a_focus_question(school):
    await school.establish(every="weekly")
    for day in (date(2026, 10, 12), date(2026, 10, 19), date(2026, 10, 26), date(2026, 11, 2)):
        await school.at(day, time(14))
    said = await school.at(*CARD)
    assert "meeting/2026-09-01/yield" in said
    [card] = await school.posted("/yield")
    assert card.audience == "ilt"
    assert "4 meetings, no decision, and nothing that was learned is written down." in card.text
    assert "A focus question for the next agenda: What will students notice" in card.text
    assert "meeting/2026-09-01/yield" not in await school.at(date(2026, 12, 2), time(7, 45))


async def test_a_quarter_in_which_nobody_met_has_no_card(school):
    assert await school.posted("/yield") == []
    await school.at(*CARD)
    assert await school.posted("/yield") == []


def test_the_card_counts_what_was_written_down_per_meeting():
    first, last = quarter_before(date(2027, 3, 1))
    assert (first, last) == (date(2026, 12, 1), date(2027, 2, 28))
    said = plain(health_card(Yield(first, last, meetings=4, decisions=6, learned=2, reviewed=1)))
    assert "4 meetings: 6 decisions, 2 learned." in said
    assert "Decisions made: 6 (1.5 per meeting)" in said
    assert "A question to keep:" in said
