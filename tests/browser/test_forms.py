"""Forms that change, and forms that say no."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOf

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

DECISION = {"why": "Two teachers asked.", "teams": ["Grade 4", "Grade 5"], "helper": "Dale Clover"}


def test_two_teams_chosen_in_one_breath_both_get_a_line_of_their_own(tab_of: TabOf) -> None:
    tab = tab_of("oli-nettle")
    tab.asks("/ilt decide Write before sharing")

    tab.fills({"teams": ["Grade 4", "Grade 5"]})

    expect(tab["field-changes.grade-4"]).to_be_visible()
    expect(tab["field-changes.grade-5"]).to_be_visible()


def test_a_form_that_is_refused_says_where_and_keeps_the_words(tab_of: TabOf) -> None:
    tab = tab_of("oli-nettle")
    tab.asks("/ilt decide Write before sharing")
    tab.fills({**DECISION, "changes.grade-4": "Write first."})

    tab["modal-submit"].click()

    expect(tab["field-changes.grade-5"].locator(".field-error")).to_contain_text(
        "Say what changes for Grade 5"
    )
    expect(tab["field-why"].locator("textarea")).to_have_value("Two teachers asked.")
    expect(tab["field-changes.grade-4"].locator("textarea")).to_have_value("Write first.")
    tab.sends({"changes.grade-5": "Draw first."})


def test_a_menu_stays_open_while_the_form_around_it_changes(tab_of: TabOf) -> None:
    tab = tab_of("oli-nettle")
    tab.asks("/ilt decide Write before sharing")
    teams = tab["field-teams"].get_by_role("combobox")
    teams.fill("Grade 4")
    tab.modal.get_by_role("option", name="Grade 4").click()

    expect(tab["field-changes.grade-4"]).to_be_visible()

    expect(teams).to_have_attribute("aria-expanded", "true")
    expect(teams).to_be_focused()


def test_text_that_is_too_long_is_counted_and_kept(tab_of: TabOf) -> None:
    tab = tab_of("uma-thistle")
    tab.asks("/ilt-input")
    tab.fills({"see": "x" * 601, "mode": "Named"})

    tab["modal-submit"].click()

    expect(tab["field-see"]).to_contain_text("601 / 600")
    expect(tab["field-see"].locator(".field-error")).to_contain_text("600")
    expect(tab["field-see"].locator("textarea")).to_have_value("x" * 601)


def test_a_word_that_is_no_command_gets_a_sentence_that_helps(tab_of: TabOf) -> None:
    tab = tab_of("uma-thistle")
    tab.goes("grade-4")

    tab.types("/ilt dance")

    tab.reads("/ilt help")
