"""The guided tour, lived as by somebody who reads nothing but the buttons."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.tab import Tab
from tests.browser.test_scenarios import card, press, thread

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

DECISION = {
    "why": "Two teachers asked for a lighter routine.",
    "teams": ["Grade 4"],
    "changes.grade-4": "Write for three minutes, then share.",
    "helper": "Dale Clover",
    "inputs": ["I-001"],
}
CYCLE = {
    "other": "Oli Nettle",
    "goal": "Every child explains an answer",
    "baseline": "1 in 4",
    "target": "3 in 4",
    "measure": "Look-fors",
}


@pytest.mark.requirement("R-298")
def test_the_tour_can_be_lived_from_its_first_step_to_its_last(tab: Tab) -> None:
    takes = 0

    def does(title: str) -> None:
        nonlocal takes
        expect(tab["tour-toggle"]).to_have_text(f"Tour {takes}/14")
        expect(tab["tour"].locator("h3")).to_have_text(title)
        tab["tour-do"].click()
        takes += 1

    does("Say something")
    expect(tab.composer).to_have_value(re.compile("^/ilt-input Writing"))
    tab.composer.press("Enter")
    tab.sends({"mode": "Named"})
    does("Put it on the agenda")
    tab.presses("Put on the agenda", saying="I-001")
    does("See what became of it")
    expect(tab["home"]).to_contain_text("On the ILT agenda for Tue, Oct 27")
    does("Visit a classroom")
    expect(tab.composer).to_have_value("/ilt-walk")
    tab.composer.press("Enter")
    tab.sends({"band": "3-5", "subject": "Math", "marks.RT1": "Seen", "first_visit": "Yes"})
    tab.reads("Walkthrough trend")
    does("Let time pass")
    expect(tab["person-switcher"]).to_contain_text("Jay Ivy")
    tab["clock-next"].click()
    tab.waits_for_the_clock()
    tab.reads("Call for items", "1 staff input")
    does("Record a decision")
    expect(tab.composer).to_have_value(re.compile("^/ilt decide Three minutes"))
    tab.composer.press("Enter")
    tab.sends(DECISION)
    does("The next school morning")
    expect(tab["person-switcher"]).to_contain_text("Uma Thistle")
    tab["clock-next"].click()
    tab.waits_for_the_clock()
    tab.reads("ILT decision D-001", "Write for three minutes")
    does("Ask about it")
    expect(tab["person-switcher"]).to_contain_text("Vic Umber")
    tab.presses("Ask", saying="D-001")
    tab.sends({"text": "Does drawing count?"})
    does("Answer")
    tab.presses("Answer", saying="Does drawing count?")
    tab.sends({"answer": "Yes, all year."})
    does("Open a learning cycle")
    expect(tab.composer).to_have_value("/ilt cycle")
    tab.composer.press("Enter")
    tab.presses("Open a learning cycle")
    tab.sends(CYCLE)
    does("Both agree")
    tab.presses("Agree", saying="Every child explains")
    does("Start the meeting")
    expect(tab["person-switcher"]).to_contain_text("Ada Acorn")
    tab.lets_time_pass("2026-10-27", "15:31")
    thread(tab)
    press(tab, "Start")
    expect(tab["thread"].get_by_role("button", name="Next", exact=True).last).to_be_visible()
    does("From item to item")
    thread(tab)
    for number in range(2, 7):
        press(tab, "Next")
        expect(card(tab, "Next")).to_contain_text(f"{number}. ")
    press(tab, "Next")
    press(tab, "End the meeting")
    tab["modal-submit"].click()
    expect(tab.modal).to_be_hidden()
    does("Confirm the minutes")
    tab.presses("Confirm", saying="Are these minutes right?")

    expect(tab["tour-toggle"]).to_have_text("Tour 14/14")
    expect(tab["tour"]).to_contain_text("You have lived the whole thread.")


def test_a_step_that_waits_for_something_is_not_done_before_it_is_there(tab: Tab) -> None:
    tab["clock-goto"].click()
    tab["clock-dialog"].get_by_role("button", name="In one hour").click()
    tab.waits_for_the_clock()

    tab["tour"].get_by_text("All steps").click()

    expect(tab["tour-toggle"]).to_have_text("Tour 0/14")
    expect(tab["tour"].locator("li.done")).to_have_count(0)


def test_the_tour_folds_away_and_comes_back(tab: Tab) -> None:
    tab["tour-close"].click()
    expect(tab["tour"]).to_be_hidden()
    assert tab.focused() == "tour-toggle"

    tab["tour-toggle"].click()

    expect(tab["tour-do"]).to_be_visible()
