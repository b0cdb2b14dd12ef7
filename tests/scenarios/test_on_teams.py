"""The thread of a real ILT week on Microsoft Teams, told as it is lived."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, time

import pytest

from bot.sandbox.clock import StillClock
from tests.databases import MONDAY_NOON, sample
from tests.teams_world import TeamsWorld, teams_world

TUESDAY = date(2026, 10, 20)
SENTENCE = "Writing before sharing takes too long in math"


@pytest.fixture
async def teams() -> AsyncIterator[TeamsWorld]:
    """The sample school in Teams on Monday 19 October 2026, noon in Denver."""
    async with teams_world(sample(), StillClock(MONDAY_NOON)) as world:
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
