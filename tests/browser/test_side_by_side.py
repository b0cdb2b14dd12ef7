"""What the bot says, next to how Microsoft Teams would show it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOf
from tests.browser.tab import Tab
from tests.browser.test_looks import VISIT, does_not_scroll_sideways, too_faint

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def a_trend(tab_of: TabOf) -> Tab:
    tab = tab_of("dale-clover")
    tab.goes("ilt")
    tab.asks("/ilt-walk")
    return tab


def test_a_message_and_a_form_are_shown_next_to_how_teams_shows_them(tab_of: TabOf) -> None:
    tab = a_trend(tab_of)
    tab["modal-as-teams"].click()
    expect(tab["compare"].get_by_role("group", name="Subject")).to_have_count(1)
    tab.page.keyboard.press("Escape")
    expect(tab["compare"]).to_be_hidden()
    tab.sends(VISIT)

    message = tab.reads("Walkthrough trend")
    message.focus()
    message.get_by_test_id("message-menu").click()
    tab["show-as-teams"].click()
    teams = tab["compare"].get_by_test_id("teams-look")
    expect(teams).to_contain_text("Walkthrough trend")
    expect(teams.locator("figure.chart")).to_have_count(1)
    teams.get_by_role("button", name="How is this computed?").click()
    expect(tab["toast"]).to_contain_text("only how it would look on Teams")
    tab.page.keyboard.press("Escape")
    expect(message.get_by_test_id("message-menu")).to_be_focused()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_all_of_it_at_once_is_legible_and_fits_a_phone(tab_of: TabOf, dark: bool) -> None:
    tab = a_trend(tab_of)
    tab.sends(VISIT)
    tab.page.emulate_media(color_scheme="dark" if dark else "light")
    tab["beside"].click()
    expect(tab["beside"]).to_have_attribute("aria-pressed", "true")
    expect(tab["teams-look"].filter(has_text="Walkthrough trend")).to_be_visible()
    assert too_faint(tab) == []

    tab.page.set_viewport_size({"width": 375, "height": 740})
    does_not_scroll_sideways(tab)
