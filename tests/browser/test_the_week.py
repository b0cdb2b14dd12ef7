"""What people can do, each once, through the page as they would."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOf
from tests.browser.tab import Tab

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SENTENCE = "The hallway is loud at ten"
VISIT = {"band": "3-5", "subject": "Math", "marks.RT1": "Seen", "first_visit": "Yes"}
DECISION = {
    "why": "Two teachers asked for a lighter routine.",
    "teams": ["Grade 4", "Grade 5"],
    "changes.grade-4": "Write for three minutes, then share.",
    "changes.grade-5": "Write or draw for three minutes.",
    "helper": "Dale Clover",
}


def test_a_newcomer_finds_the_sample_school_and_can_be_anyone(tab: Tab) -> None:
    expect(tab.page.locator("#workspace")).to_have_text("Sample Elementary")
    expect(tab["clock-now"]).to_contain_text("Mon 19 Oct 2026, 12:00 PM MDT")

    tab.becomes("Vic Umber")

    expect(tab["channel-grade-4"]).to_be_visible()
    expect(tab["channel-ilt"]).to_be_hidden()
    tab.goes("home")
    expect(tab["home"]).to_contain_text("Hello Vic")


@pytest.mark.requirement("R-281")
def test_a_teacher_is_heard_answered_and_told(tab_of: TabOf) -> None:
    tab = tab_of("uma-thistle")
    tab.goes("grade-4")
    tab.asks(f"/ilt input {SENTENCE}")
    expect(tab["field-see"].locator("textarea")).to_have_value(SENTENCE)
    expect(tab["field-scope"].get_by_role("radio", name="My team")).to_be_checked()
    expect(tab["field-mode"].get_by_role("radio", checked=True)).to_have_count(0)
    tab.sends({"mode": "Named"})
    expect(tab["ephemeral"]).to_contain_text("Your input is in as I-001")
    tab.goes("dm")
    tab.reads("This is I-001", "first answer by")

    tab.becomes("Noel Mint")
    tab.goes("dm")
    tab.reads("I-001", SENTENCE)
    tab.presses("Answer", saying=SENTENCE)
    tab.sends({"answer": "Tea is asked to ring the bell later."})

    tab.becomes("Uma Thistle")
    tab.goes("dm")
    tab.reads("Tea is asked to ring the bell later.")
    tab.goes("home")
    expect(tab["home"]).to_contain_text("I-001")
    expect(tab["home"]).to_contain_text("Answered")


def test_an_input_is_taken_back_only_after_a_second_thought(tab_of: TabOf) -> None:
    tab = tab_of("uma-thistle")
    tab.goes("dm")
    tab.asks(f"/ilt-input {SENTENCE}")
    tab.sends({"mode": "Named"})
    tab.presses("Withdraw", saying="Got it")
    expect(tab["confirm"]).to_contain_text("deleted for good")
    tab["confirm-no"].click()
    tab.reads("This is I-001")

    tab.presses("Withdraw", saying="Got it")
    tab["confirm-yes"].click()

    tab.reads("I-001 was withdrawn.")


@pytest.mark.requirement("R-127")
def test_a_visit_names_nobody_and_enough_of_them_make_a_trend(tab_of: TabOf) -> None:
    tab = tab_of("dale-clover")
    tab.goes("ilt")
    tab.asks("/ilt walk")
    labels = " ".join(tab.modal.locator(".field-label").all_inner_texts()).lower()
    assert not re.search(r"\b(teacher|name|which room|who)\b", labels)

    tab.sends(VISIT)

    trend = tab.reads("Walkthrough trend", "5 visits")
    expect(trend.locator("figure.chart")).to_be_visible()
    expect(trend.locator(".table-scroll")).to_contain_text("not enough visits")


@pytest.mark.requirement("R-277")
def test_a_meeting_is_called_drafted_published_and_staffed_by_the_clock(tab_of: TabOf) -> None:
    tab = tab_of("ada-acorn")
    tab.goes("ilt")
    tab.lets_time_pass("2026-10-20")
    tab.reads("Call for items: ILT, Tue, Oct 27")
    tab.goes("dm")
    tab.lets_time_pass("2026-10-23", "13:00")
    tab.reads("Draft agenda: ILT, Tue, Oct 27")
    tab.presses("See the draft")
    tab.reads("Student talk in math", "standing strategy")
    tab.goes("ilt")
    tab.lets_time_pass("2026-10-26", "14:00")
    tab.reads("Agenda", "standing strategy", "Facilitator")

    tab.lets_time_pass("2026-10-27", "15:20")

    tab.page.get_by_role("button", name="1 reply").click()
    expect(tab["thread"]).to_contain_text("Facilitator")


@pytest.mark.requirement("R-279")
def test_a_decision_reaches_each_team_in_its_own_words_and_a_concern_is_answered(tab_of: TabOf) -> None:
    tab = tab_of("oli-nettle")
    tab.goes("ilt")
    tab.asks("/ilt decide Write before sharing")
    tab.sends(DECISION)
    tab.lets_time_pass("2026-10-20")

    tab.becomes("Vic Umber")
    tab.goes("grade-4")
    tab.reads("D-001", "Write for three minutes, then share.")
    tab.presses("Got it", saying="D-001")
    tab.presses("Concern", saying="D-001")
    tab.sends({"text": "We have no timers."})
    tab.becomes("Yara Xylem")
    tab.goes("grade-5")
    tab.reads("D-001", "Write or draw for three minutes.")
    tab.goes("ilt")
    assert "Vic" not in tab.reads("We have no timers.").inner_text()
    tab.presses("Answer", saying="We have no timers.")
    tab.sends({"answer": "Dale brings some."})

    tab.becomes("Vic Umber")
    tab.goes("dm")
    tab.reads("Dale brings some.")


@pytest.mark.requirement("R-280", "R-282")
def test_a_learning_cycle_and_a_check_in_are_reminded_of_in_time(tab_of: TabOf) -> None:
    tab = tab_of("mina-linden")
    tab.goes("dm")
    tab.types("/ilt cycle")
    tab.presses("Open a learning cycle")
    words = {"goal": "Every child explains", "baseline": "1 in 4", "target": "3 in 4", "measure": "Look-fors"}
    tab.sends({"other": "Oli Nettle", "weeks": "4 weeks", **words})
    tab.becomes("Oli Nettle")
    tab.goes("dm")
    tab.presses("Agree", saying="Every child explains")
    begun = tab.reads("You and Mina Linden have agreed: 4 weeks").inner_text()
    assert "Intention: by Fri, Oct 30" in begun

    tab.lets_time_pass("2026-10-27", "16:35")
    expect(tab.messages.filter(has_text="is due on Fri, Oct 30")).to_have_count(0)
    tab.lets_time_pass("2026-10-28", "08:00")

    tab.reads("Oct 30", "Intention")
    tab.reads("1:1")
