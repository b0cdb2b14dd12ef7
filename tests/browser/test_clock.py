"""Moving the clock, and starting the school again."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOf
from tests.browser.tab import Tab

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_the_next_thing_is_named_with_its_time_and_happens(tab_of: TabOf) -> None:
    tab = tab_of("jay-ivy")
    tab.goes("ilt")
    expect(tab["clock-next"]).to_have_accessible_name(re.compile(r"^Next: .+, Tue 7:45 AM$"))

    tab["clock-next"].click()

    expect(tab["toast"]).to_contain_text(re.compile(r"It is now Tue 20 Oct 2026, 7:45 AM MDT\. \d+ things"))
    tab.reads("Call for items")


def test_a_moment_that_is_past_is_refused_in_the_dialog(tab: Tab) -> None:
    tab["clock-goto"].click()
    tab["clock-date"].fill("2026-10-18")

    tab["clock-go"].click()

    expect(tab["clock-dialog"].get_by_role("alert")).to_contain_text("The clock only goes forward")
    expect(tab["clock-now"]).to_contain_text("Mon 19 Oct 2026")


@pytest.mark.requirement("R-292")
def test_the_wall_clock_goes_back_an_hour_in_november(tab: Tab) -> None:
    expect(tab["clock-now"]).to_contain_text("MDT")

    tab.lets_time_pass("2026-11-02", "09:30")

    expect(tab["clock-now"]).to_contain_text("Mon 2 Nov 2026, 9:30 AM MST")


def test_starting_again_asks_first_and_forgets_everything(tab_of: TabOf) -> None:
    tab = tab_of("uma-thistle")
    tab.goes("grade-4")
    tab.types("Does anybody read this?")
    tab.reads("Does anybody read this?")
    tab.lets_time_pass("2026-10-20")
    tab["reset"].click()
    tab["confirm-no"].click()
    tab.reads("Does anybody read this?")

    tab["reset"].click()
    tab["confirm-yes"].click()

    expect(tab["clock-now"]).to_contain_text("Mon 19 Oct 2026, 12:00 PM")
    expect(tab["message"]).to_have_count(0)
