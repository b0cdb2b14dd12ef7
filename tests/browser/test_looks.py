"""On a phone, in the dark, and as figures."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TabOf
from tests.browser.tab import Tab

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LEGIBLE = 4.5
CONTRASTS = (Path(__file__).parent / "contrasts.js").read_text(encoding="utf-8")
VISIT = {"band": "3-5", "subject": "Math", "marks.RT1": "Seen", "first_visit": "Yes"}


def does_not_scroll_sideways(tab: Tab) -> None:
    widths = tab.page.evaluate("() => [document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]
    boxes = "[...e.querySelectorAll('.scroller, .dialog-body')]"
    inner = f"e => {boxes}.map(one => one.scrollWidth - one.clientWidth)"
    assert [extra for extra in tab.page.locator("body").evaluate(inner) if extra > 0] == []


def test_nothing_scrolls_sideways_on_a_phone(tab_of: TabOf) -> None:
    tab = tab_of("dale-clover", width=375, height=740)
    places = ["ilt", "specialists", "all-staff", "home", "dm"]
    phone_goes(tab, "ilt")
    tab["tour-close"].click()
    for half_a_command in ("/ilt ", "/ilt decide Three minutes of writing, then talk to a partner"):
        tab.composer.fill(half_a_command)
        does_not_scroll_sideways(tab)
    for part in ("clock-now", "clock-next"):
        assert tab[part].evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    tab.asks("/ilt-walk")
    does_not_scroll_sideways(tab)
    tab.sends(VISIT)
    tab.reads("Walkthrough trend")
    for place in places:
        phone_goes(tab, place)
        does_not_scroll_sideways(tab)
    tab["tour-toggle"].click()
    does_not_scroll_sideways(tab)
    tab["person-switcher"].click()
    does_not_scroll_sideways(tab)


def phone_goes(tab: Tab, place: str) -> None:
    tab.page.locator("#drawer-open").click()
    tab.goes(place)
    expect(tab.page.locator("#sidebar")).to_be_hidden()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_word_can_be_read_against_what_is_behind_it(tab_of: TabOf, dark: bool) -> None:
    tab = tab_of("dale-clover", dark=dark)
    tab.goes("ilt")
    tab.asks("/ilt-walk")
    tab["modal-submit"].click()
    expect(tab.modal.locator(".field-error").first).not_to_be_empty()
    assert too_faint(tab) == []
    tab.sends(VISIT)
    tab.reads("Walkthrough trend")
    tab["composer"].fill("/ilt ")
    assert too_faint(tab) == []
    tab["composer"].fill("")
    tab.lets_time_pass("2026-10-20")
    for place in ("ilt", "home", "dm"):
        tab.goes(place)
        assert too_faint(tab) == []


def too_faint(tab: Tab) -> list[str]:
    """The words on show whose contrast with their background is less than WCAG's AA asks for."""
    found = tab.page.evaluate(CONTRASTS)
    assert len(found) > 10
    return [f"{one['text']}: {one['ratio']:.2f}" for one in found if one["ratio"] < LEGIBLE]


def test_a_chart_and_a_table_are_drawn_and_have_their_numbers_as_text(tab_of: TabOf) -> None:
    tab = tab_of("dale-clover")
    tab.goes("ilt")
    tab.asks("/ilt-walk")
    tab.sends(VISIT)

    trend = tab.reads("Walkthrough trend")

    chart = trend.locator("figure.chart")
    expect(chart.locator("svg").first).to_be_visible()
    numbers = chart.get_by_role("table", name="Seen and partly seen, in % of visits: the numbers")
    expect(numbers.get_by_role("row", name="Explain to a peer")).to_contain_text("60")
    by_grades = trend.get_by_role("table", name="Seen, by grades").or_(trend.locator(".table-scroll table"))
    expect(by_grades.last.get_by_role("columnheader")).to_have_text(["Look-for", "Grades K-2", "Grades 3-5"])
    expect(trend).to_contain_text("Explain to a peer: 60%")
