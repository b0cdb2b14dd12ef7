"""What a screen reader is told."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOf

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_form_is_a_dialog_with_a_name_and_its_fields_have_theirs(tab_of: TabOf) -> None:
    tab = tab_of("uma-thistle")

    tab.asks("/ilt-input")

    form = tab.page.get_by_role("dialog", name="Say something")
    expect(form).to_be_visible()
    expect(form.get_by_role("textbox", name="What are you seeing?")).to_have_accessible_description(
        "Patterns, not people: please leave out the names of students and colleagues."
    )
    expect(form.get_by_role("radiogroup", name="How should it be seen?")).to_be_visible()


def test_an_error_is_tied_to_its_field_and_takes_the_focus(tab_of: TabOf) -> None:
    tab = tab_of("uma-thistle")
    tab.asks("/ilt-input Too many forms")

    tab["modal-submit"].click()

    seen_as = tab.modal.get_by_role("radiogroup", name="How should it be seen?")
    expect(seen_as).to_have_accessible_description(re.compile("Please fill this in"))
    expect(seen_as.get_by_role("radio").first).to_be_focused()
    expect(seen_as.get_by_role("radio").first).to_have_attribute("aria-invalid", "true")


def test_new_messages_are_announced_once_and_old_ones_never(tab_of: TabOf) -> None:
    vic, uma = tab_of("vic-umber"), tab_of("uma-thistle")
    for tab in (vic, uma):
        tab.goes("grade-4")
    uma.types("Who has the timers?")

    said = vic.page.get_by_role("log", name="New messages")

    expect(said.locator("p")).to_have_text(["Uma Thistle: Who has the timers?"])
    vic.goes("all-staff")
    vic.goes("grade-4")
    vic.reads("Who has the timers?")
    expect(said.locator("p")).to_have_count(1)


def test_the_page_has_its_landmarks(tab_of: TabOf) -> None:
    page = tab_of("uma-thistle").page

    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.get_by_role("navigation", name="Channels and messages")).to_be_visible()
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.get_by_role("complementary", name="Guided tour")).to_be_visible()
