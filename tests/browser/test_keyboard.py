"""Everything with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOf
from tests.browser.tab import Tab

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_command_is_completed_its_form_filled_and_sent_without_a_mouse(tab_of: TabOf) -> None:
    tab = tab_of("uma-thistle")
    keys = tab.page.keyboard
    tab.composer.focus()
    keys.type("/ilt inp")
    expect(tab["completion"].get_by_role("option")).to_have_count(2)
    keys.press("Tab")
    expect(tab.composer).to_have_value("/ilt input ")
    expect(tab.page.locator(".usage").first).to_contain_text("/ilt input [what you see]")
    keys.type("Too many forms")
    keys.press("Enter")
    expect(tab.modal).to_be_visible()
    expect(tab["field-see"].locator("textarea")).to_be_focused()

    keys.press("Tab")
    expect(tab["field-mode"].get_by_role("radio").first).to_be_focused()
    keys.press("Space")
    for _ in range(2):
        keys.press("Tab")
    expect(tab["field-credit"].get_by_role("checkbox")).to_be_focused()
    for _ in range(5):
        keys.press("Tab")
    assert tab.focused() == "modal-submit"
    keys.press("Enter")

    expect(tab.modal).to_be_hidden()
    expect(tab["ephemeral"]).to_contain_text("I-001")
    assert tab.focused() == "composer"


def test_escape_closes_a_form_and_gives_the_focus_back(tab_of: TabOf) -> None:
    tab = tab_of("uma-thistle")
    tab["shortcuts"].focus()
    tab.page.keyboard.press("Enter")
    tab["shortcut-input"].click()
    expect(tab.modal).to_be_visible()

    tab.page.keyboard.press("Escape")

    expect(tab.modal).to_be_hidden()
    assert tab.focused() == "shortcuts"


def test_the_first_tab_stop_leads_past_everything_to_the_conversation(tab: Tab) -> None:
    tab.page.keyboard.press("Tab")
    expect(tab.page.locator("#skip")).to_be_focused()

    tab.page.keyboard.press("Enter")

    expect(tab.page.locator("#conversation")).to_be_focused()


def test_messages_are_walked_through_with_the_arrow_keys(tab_of: TabOf) -> None:
    tab = tab_of("oli-nettle")
    tab.goes("all-staff")
    for words in ("First", "Second"):
        tab.types(words)
        tab.reads(words)
    tab["message"].last.focus()

    tab.page.keyboard.press("ArrowUp")

    expect(tab["message"].first).to_be_focused()
