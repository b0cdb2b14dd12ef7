"""The thread of a real ILT week on Microsoft Teams, told as it is lived."""

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import date, time
from typing import Any

import pytest

from bot.sandbox.clock import StillClock
from tests.databases import MONDAY_NOON, sample
from tests.teams_world import TeamsWorld, teams_world

TUESDAY = date(2026, 10, 20)
GOAL = "I ask one evidence question before any solution"
SENTENCE = "Writing before sharing takes too long in math"


@pytest.fixture
async def teams(engines) -> AsyncIterator[TeamsWorld]:
    """The sample school in Teams on Monday 19 October 2026, noon in Denver."""
    async with teams_world(sample(), StillClock(MONDAY_NOON), engines) as world:
        yield world
        assert world.misspoken() == []


async def test_from_a_teachers_sentence_to_a_decision_and_back(teams):
    uma, noel, dale = teams.person("uma-thistle"), teams.person("noel-mint"), teams.person("dale-clover")
    oli, vic = teams.person("oli-nettle"), teams.person("vic-umber")

    await uma.opens(f"input {SENTENCE}")
    await uma.submits(topic="instruction", scope="several_teams", mode="named")
    assert "I-001" in uma.letters[-1]

    assert SENTENCE in noel.letters[-1]
    await noel.presses("Put on the agenda")
    assert "agenda" in uma.letters[-1]
    await uma.says("home")
    assert "I-001" in uma.letters[-1]

    await dale.opens("walk")
    await dale.submits(band="3-5", subject="math", first_visit="yes", marks__RT1="seen")
    assert any("5 visits" in words for words in teams.heard_in("ilt"))

    await teams.until(TUESDAY)
    assert "Call for items" in teams.heard_in("ilt")[-1]
    await teams.until(date(2026, 10, 27), time(16, 35))
    heard = teams.heard_in("ilt")
    assert any("Agenda" in words and "I-001" in words for words in heard)
    assert "What did you decide" in heard[-1]

    await oli.opens("decide Three minutes of writing before sharing", "ilt")
    await oli.chooses(teams=["grade-4", "grade-5"])
    await oli.submits(
        why="Peers explained reasoning in few visits, and two teachers asked for a lighter routine.",
        changes__grade_4="Write for three minutes, then share.",
        changes__grade_5="Write or draw for three minutes.",
        helper="Dale Clover",
        inputs=[oli.option("inputs", "I-001")],
    )
    await teams.until(date(2026, 10, 28))
    in_grade_4 = teams.heard_in("grade-4")[-1]
    assert "D-001" in in_grade_4
    assert "Write for three minutes" in in_grade_4
    assert "D-001" in teams.heard_in("grade-5")[-1]
    assert not any("D-001" in words for words in teams.heard_in("grade-3"))
    assert "D-001" in uma.letters[-1]

    await vic.presses("Ask", "grade-4")
    await vic.submits(text="Does drawing count?")
    question = teams.heard_in("ilt")[-1]
    assert "Does drawing count?" in question
    assert "Vic" not in question
    await dale.presses("Answer", "ilt")
    await dale.submits(answer="Yes, all year.")
    assert "Yes, all year." in vic.letters[-1]
    assert not [words for words, times in Counter(vic.letters).items() if times > 1]


async def test_visits_become_a_trend_that_is_explained_and_put_on_the_agenda(teams):
    dale, oli, pia = teams.person("dale-clover"), teams.person("oli-nettle"), teams.person("pia-olive")

    await pia.says("walk", "grade-3")
    assert not pia.has_form
    assert "Only ILT members" in pia.letters[-1]
    assert teams.heard_in("grade-3") == []

    await dale.uses("walk", "ilt")
    await dale.submits(band="3-5", subject="math", first_visit="yes", notes="Great class", marks__RT1="seen")
    assert dale.form.field("notes").error, "the words are kept while the form says what to change"
    await dale.submits(notes="7 of 9 pairs spoke")
    assert "That makes 5 visits" in dale.letters[-1]

    await oli.presses("How is this computed?", "ilt")
    assert "visits marked Seen, divided by" in oli.letters[-1]
    await oli.presses("Discuss at the ILT on Oct 27", "ilt")
    assert "on the agenda of the ILT on Tue, Oct 27" in oli.letters[-1]
    await oli.says("trends")
    assert "pairs spoke" not in oli.letters[-1]
    (chart,) = charts(oli.sees()[-1].card)
    assert chart["fallback"]


async def test_a_lead_and_the_principal_go_through_a_cycle_and_are_reminded_in_their_chats(teams):
    oli, mina = teams.person("oli-nettle"), teams.person("mina-linden")
    await teams.until(date(2026, 11, 5), time(12, 0))
    assert any("1:1" in words for words in oli.letters), "the check-in of October 22"

    await oli.says("cycle", "grade-3")
    await oli.presses("Open a learning cycle")
    await oli.submits(
        other="Mina Linden",
        weeks="4 weeks",
        goal=GOAL,
        baseline="1 of 4 agenda items",
        target="3 of 4 agenda items",
        measure="We count it in the team log",
    )
    asked = mina.sees()[-1]
    await mina.presses("Agree")
    assert "Next: intention, by Fri, Nov 13." in oli.letters[-1]
    now = next(one for one in mina.sees() if one.id == asked.id)
    assert now.edited, "what was pressed says what became of it"
    assert "Agree" not in now.buttons

    await teams.until(date(2026, 11, 11))
    assert "Intention is due on Fri, Nov 13." in oli.letters[-1]
    await oli.presses("Need more time", saying="Intention is due")
    await oli.submits(due="2026-11-18")
    await mina.presses("Agree", saying="needs more time")
    assert "intention is now due on Wed, Nov 18" in oli.letters[-1]
    await teams.until(date(2026, 11, 16))
    assert "Intention is due on Wed, Nov 18." in oli.letters[-1]
    everybody = [words for team in ("ilt", "grade-3", "all-staff") for words in teams.heard_in(team)]
    assert not any(GOAL in words for words in everybody)


def charts(part: object) -> Iterator[dict[str, Any]]:
    if isinstance(part, list):
        for one in part:
            yield from charts(one)
    elif isinstance(part, dict):
        if str(part.get("type", "")).startswith("Chart."):
            yield part
        for one in part.values():
            yield from charts(one)
