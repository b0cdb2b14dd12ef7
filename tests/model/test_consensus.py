"""A consensus check: no state is a trap, and every open one ends by itself some day."""

import pytest

from bot.model.authority import governing
from bot.model.consensus import LAPSES_AFTER, OPEN, WAYS, CheckState, Tally
from bot.model.decisions import Authority
from bot.model.ratification import Ratification
from bot.model.settings import Authority as Line
from tests.conftest import MONDAY_NOON

ENDS = {state for state in CheckState if not WAYS[state]}


def reached(state: CheckState) -> set[CheckState]:
    """Every state that can follow, however late."""
    found, new = set(), {state}
    while new:
        found |= new
        new = {after for one in new for after in WAYS[one]} - found
    return found


@pytest.mark.parametrize("state", CheckState)
def test_from_every_state_an_end_is_reached_and_every_open_one_has_a_timeout(state):
    assert reached(state) & ENDS
    if state in OPEN:
        assert CheckState.PARKED in WAYS[state]
        assert state in LAPSES_AFTER or state is CheckState.VOTING
    assert reached(CheckState.VOICES) == set(CheckState)


@pytest.mark.parametrize(
    ("counts", "eligible", "shown"),
    [
        ({5: 1, 4: 2, 3: 2, 2: 1}, 8, True),
        ({5: 1, 4: 2, 3: 2, 2: 3}, 8, False),
        ({5: 2, 4: 2}, 8, False),
        ({5: 6}, 8, False),
    ],
)
def test_the_spread_is_shown_only_where_nobody_can_be_told_from_it(counts, eligible, shown):
    assert Tally(1, counts, eligible).is_shown() is shown


def test_a_share_is_rounded_so_that_it_never_seems_enough():
    poll = Ratification(
        school="s", decision="d", opens_at=MONDAY_NOON, closes_at=MONDAY_NOON, share=65, yes=13, no=7
    )
    assert poll.percent == 65
    poll.no, poll.yes = 71, 129
    assert poll.percent == 64


@pytest.mark.parametrize(
    ("proposal", "who"),
    [
        ("Grading without zeros in grade 5", Authority.FACULTY),
        ("A new schedule for grade 3", Authority.PRINCIPAL),
        ("A walk to the library", None),
    ],
)
def test_the_charters_topics_come_before_the_schools_table(proposal, who):
    table = (Line("The master schedule", "Principal"), Line("Something", "nobody knows"))
    governs = governing(proposal, table, "Grading; report cards")
    assert (governs[1] if governs else None) is who
