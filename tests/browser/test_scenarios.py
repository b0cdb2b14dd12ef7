"""The scenarios, shortened to what only a browser shows: one person plays everybody."""

import re
from datetime import date, time

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import TabOf
from tests.browser.host import Host
from tests.browser.tab import Tab
from tests.scenarios.test_a_meeting import Thread
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

VOTERS = ("Ada Acorn", "Jay Ivy")
OTHER_VOTERS = ("oli-nettle", "tea-sage", "yara-xylem", "dale-clover", "hugo-ginger")


def thread(tab: Tab) -> Tab:
    """Open the agenda's thread in #ilt."""
    tab.goes("ilt")
    tab.page.get_by_role("button", name=re.compile(r"^\d+ repl(y|ies)$")).last.click()
    expect(tab["thread"]).to_contain_text("Start")
    return tab


def card(tab: Tab, label: str) -> Locator:
    """The newest message of the thread that has this button."""
    button = tab.page.get_by_role("button", name=label, exact=True)
    return tab["thread"].get_by_test_id("message").filter(has=button).last


def press(tab: Tab, label: str) -> None:
    card(tab, label).get_by_role("button", name=label, exact=True).click()


async def others_vote(world: World) -> None:
    """What a visitor has seen twice, and the rest of the ILT does meanwhile."""
    for key in OTHER_VOTERS:
        person = world.person(key)
        await Thread(world).press(person, "Vote")
        await person.submits(value=person.option("value", "4: "))


@pytest.mark.requirement("R-050", "R-298")
def test_one_person_runs_a_whole_meeting_alone_by_switching_roles(tab_of: TabOf, host: Host) -> None:
    tab = tab_of("jay-ivy")
    tab.goes("ilt")
    tab.asks("/ilt add-item Exit tickets")
    tab.fills({"outcome": "Decide"})
    tab.sends({"minutes": "10", "detail": "Two lines", "example": "One example"})
    tab.lets_time_pass("2026-10-27", "15:31")

    tab.becomes("Mina Linden")
    thread(tab)
    press(tab, "Start")
    while "Exit tickets" not in (at_hand := card(tab, "Next").inner_text()):
        press(tab, "Next")
        number = re.findall(r"(\d+)\. ", at_hand)[0]
        expect(card(tab, "Next")).not_to_contain_text(f"{number}. ")

    press(tab, "Check for consensus")
    tab.sends({"teams": ["Grade 4"], "heard": ["Grade 4"]})
    press(tab, "Name the biggest risk")
    tab.sends({"risk": "Workload"})
    press(tab, "Open the vote")
    tab.sends({"mitigation": "One class first"})
    for voter in VOTERS:
        tab.becomes(voter)
        thread(tab)
        press(tab, "Vote")
        tab.sends({"value": "4"})
    host.lives(others_vote(host.world))

    tab.becomes("Mina Linden")
    thread(tab)
    press(tab, "Close the vote")
    press(tab, "Record this decision")
    tab.sends({"why": "It helps.", "change": "Exit tickets on Fridays", "helper": "Dale Clover"})
    press(tab, "Next")
    press(tab, "End the meeting")
    tab["modal-submit"].click()
    expect(tab["thread"]).to_contain_text("Started 3:31 PM")

    tab.becomes("Oli Nettle")
    tab.goes("dm")
    tab.reads("Are these minutes right?", "1 decision", "D-001")
    tab.presses("Confirm")
    tab.reads("Confirmed by Oli Nettle", "See the minutes")

    tab.lets_time_pass("2026-10-28")
    tab.becomes("Uma Thistle")
    tab.goes("grade-4")
    tab.reads("D-001", "Exit tickets on Fridays")


def test_nobody_adds_items_and_whoever_is_next_starts_in_place_of_the_facilitator(
    tab_of: TabOf, host: Host
) -> None:
    host.passes(date(2026, 10, 26), time(12))
    tab = tab_of("ada-acorn")
    tab.goes("dm")
    tab.reads("No new items this time", "Learn together for 33 minutes", "Ask teams one question today")
    tab.presses("Use it, end at 4:00 PM")
    tab.reads("On Tue, Oct 27 we end at 4:00 PM: 30 minutes back for everybody.")
    host.passes(date(2026, 10, 27), time(7, 10))
    tab.presses("I can't facilitate")
    tab.reads("Dale Clover is the facilitator on Tue, Oct 27 now.", "No reason is asked for.")

    tab.lets_time_pass("2026-10-27", "15:29")
    tab.becomes("Dale Clover")
    tab.goes("dm")
    tab.reads("You're facilitating today", "three-minute guide")
    thread(tab)
    expect(tab["thread"]).to_contain_text("Facilitator today: Dale Clover.")
    press(tab, "Start")
    expect(card(tab, "Next")).to_contain_text("Opening")


def test_a_thread_is_opened_from_the_register(tab_of: TabOf) -> None:
    tab = tab_of("oli-nettle")
    tab.goes("ilt")
    tab.asks("/ilt decide Write before sharing")
    tab.sends(
        {
            "why": "Two teachers asked.",
            "teams": ["Grade 4"],
            "changes.grade-4": "Write first.",
            "helper": "Dale Clover",
        }
    )
    tab.lets_time_pass("2026-10-20")
    tab.types("/ilt decisions 1")
    tab.presses("See the whole thread")
    tab.reads("The whole thread of D-001", "Told to staff", "1 school day later")
