"""A check with a block, and a decision taken back, as the browser shows them (SC-3)."""

import re
from datetime import date, time

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOf
from tests.browser.host import Host
from tests.browser.tab import Tab
from tests.scenarios.test_a_check import everybody_votes
from tests.scenarios.test_a_decision import records
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TUESDAY, WEDNESDAY = date(2026, 10, 27), date(2026, 10, 28)
OTHERS_CAN = (4,) * 8


async def opens_a_check(world: World) -> None:
    """A proposal of the coach's, whose vote is open."""
    dale, tea = world.person("dale-clover"), world.person("tea-sage")
    await world.until(TUESDAY, time(9))
    await dale.says("/ilt check A homework log in every grade, 25 min a week.", "ilt")
    await dale.submits(why="Families ask for it.", teams=["Grade 3"], heard=["Grade 3"])
    await tea.presses("Name the biggest risk", "ilt")
    await tea.submits(risk="Workload")
    await dale.presses("Open the vote", "ilt")
    await dale.submits(mitigation="A log of three lines.")


async def passes_on(world: World) -> None:
    """A weekly log that two teams have read about."""
    await world.until(TUESDAY, time(9))
    await records(world.person("dale-clover"), "A weekly log", ["Grade 3", "Grade 4"])
    await world.until(WEDNESDAY, time(8))


def thread_of(tab: Tab, saying: str) -> None:
    """Open the thread of the newest message here that says something."""
    replies = tab.reads(saying).get_by_role("button", name=re.compile(r"^\d+ repl(y|ies)$"))
    replies.click()


def presses_below(tab: Tab, label: str) -> None:
    tab["thread"].get_by_role("button", name=label, exact=True).last.click()


@pytest.mark.requirement("R-095")
def test_a_block_is_heard_voted_on_again_and_decided_with_a_reason(tab_of: TabOf, host: Host) -> None:
    host.lives(opens_a_check(host.world))
    host.lives(everybody_votes(host.world, 0, 4, *OTHERS_CAN))
    tab = tab_of("dale-clover")
    tab.goes("ilt")
    thread_of(tab, "C-001: Concerns to hear")
    expect(tab["thread"]).to_contain_text("25 minutes are too much.")
    presses_below(tab, "Vote again")
    tab.sends({"proposal": "A homework log of three lines."})
    tab.reads("A homework log of three lines.", "0 of 10")

    host.lives(everybody_votes(host.world, 1, 2, *OTHERS_CAN))
    tab.becomes("Mina Linden")
    tab.goes("dm")
    tab.reads("no consensus after 2 rounds: 8 of 10 at 3+")
    tab.presses("Decide with reason")
    tab.sends({"reason": "Two other schools show that it works."})
    tab.goes("ilt")
    thread_of(tab, "C-001: Decided with a reason")
    expect(tab["thread"]).to_contain_text(
        "Principal decided after ILT did not reach consensus (8 of 10 at 3+)"
    )


@pytest.mark.requirement("R-101")
def test_a_decision_is_reversed_in_the_thread_of_its_first_post(tab_of: TabOf, host: Host) -> None:
    host.lives(passes_on(host.world))
    tab = tab_of("dale-clover")
    tab.goes("ilt")
    tab.types("/ilt decisions 1")
    tab.presses("Review")
    tab.fills({"outcome": "Reverse"})
    tab.sends({"reason": "No change in three checks.", "now_do": "Nothing to hand in."})
    tab.reads("D-001 is reversed. 2 places that got it will read why")

    tab.lets_time_pass("2026-10-28", "09:00")
    tab.becomes("Pia Olive")
    tab.goes("grade-3")
    thread_of(tab, "Reversed Wed, Oct 28: see the thread.")
    for words in ("Why: No change in three checks.", "What to do now: Nothing to hand in."):
        expect(tab["thread"]).to_contain_text(words)
