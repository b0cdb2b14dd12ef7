"""Saying something without a name in a browser: a small team (SC-4), and a child's name (SC-5)."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.tab import Tab

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NAMING = "Jane D. in 4B hits others and her IEP is not followed"
PATTERN = "Some support plans are not reaching classroom teachers in time"


def says(tab: Tab, words: str) -> None:
    """Fill in the form without a name and send it; what comes of it is shown in its place."""
    tab.fills({"see": words, "mode": "Anonymous"})
    tab["modal-submit"].click()


def code(tab: Tab) -> str:
    """The code on the last page of the form, which is closed with it."""
    expect(tab.modal).to_contain_text("Your code is:")
    [found] = re.findall(r"/ilt status (\S+)", tab.modal.inner_text())
    tab["modal-close"].click()
    expect(tab.modal).to_be_hidden()
    return str(found)


@pytest.mark.requirement("R-285")
def test_somebody_of_a_small_team_says_something_without_a_name_and_follows_it_by_a_code(tab: Tab) -> None:
    tab.becomes("Elsa Daisy")
    tab.goes("dm")
    tab.asks("/ilt-input")
    expect(tab.modal).to_contain_text("Anonymous, counted with all staff (n=41)")
    expect(tab.modal).to_contain_text("Your team has 4 people. If I showed your team, people could guess.")
    says(tab, "Rehearsals lose their room every second week.")
    secret = code(tab)
    expect(tab.page.locator("body")).not_to_contain_text(secret)

    tab.becomes("Bea Birch")
    tab.goes("dm")
    tab.types(f"/ilt status {secret}")
    tab.reads("Rehearsals lose their room", "It waits for the next batch", "all staff")


@pytest.mark.requirement("R-287")
def test_words_that_name_a_child_are_edited_or_discarded_before_anything_is_kept(tab: Tab) -> None:
    tab.becomes("Elsa Daisy")
    tab.goes("dm")
    tab.asks("/ilt-input")
    says(tab, NAMING)
    expect(tab.modal).to_contain_text("This looks like it names a student: “Jane D.”")
    expect(tab.modal).to_contain_text("use the school's safety procedure now. I do not report emergencies.")
    tab.modal.get_by_role("button", name="Discard", exact=True).click()
    expect(tab.modal).to_be_hidden()

    tab.asks("/ilt-input")
    expect(tab["field-see"].locator("textarea")).to_have_value("")
    says(tab, NAMING)
    expect(tab.modal).to_contain_text("Nothing has been saved or sent.")
    tab.modal.get_by_role("button", name="Edit", exact=True).click()
    expect(tab["field-see"].locator("textarea")).to_have_value(NAMING)
    says(tab, PATTERN)
    tab.types(f"/ilt status {code(tab)}")
    tab.reads(PATTERN)
