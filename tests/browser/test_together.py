"""Two tabs, two people, one school."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import TabOf

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_what_one_person_writes_the_other_reads_at_once(tab_of: TabOf) -> None:
    uma, vic = tab_of("uma-thistle"), tab_of("vic-umber")
    for tab in (uma, vic):
        tab.goes("grade-4")
    vic.composer.fill("half a sent")

    uma.types("Who has the timers?")

    vic.reads("Uma Thistle", "Who has the timers?")
    expect(vic.composer).to_have_value("half a sent")


def test_one_more_tab_than_a_browser_holds_connections_hears_of_it_too(tab_of: TabOf) -> None:
    uma, *others = (tab_of("uma-thistle") for _ in range(7))
    for tab in (uma, others[-1]):
        tab.goes("grade-4")

    uma.types("Who has the timers?")

    others[-1].reads("Who has the timers?")


def test_a_message_elsewhere_is_counted_until_it_is_read(tab_of: TabOf) -> None:
    uma, vic = tab_of("uma-thistle"), tab_of("vic-umber")
    uma.goes("grade-4")
    vic.goes("all-staff")

    uma.types("Who has the timers?")

    expect(vic["channel-grade-4"]).to_have_text(re.compile("1"))
    expect(vic.page).to_have_title(re.compile(r"^\(1\)"))
    vic.goes("grade-4")
    expect(vic.page).to_have_title(re.compile(r"^[^(]"))


def test_an_answer_to_oneself_is_in_sight_wherever_one_had_scrolled_to(tab_of: TabOf) -> None:
    tab = tab_of("uma-thistle", height=500)
    tab.goes("dm")
    for answers in (1, 2, 3):
        tab.types("/ilt")
        expect(tab["ephemeral"]).to_have_count(answers)
    tab.page.locator(".scroller").first.evaluate("e => { e.scrollTop = 0; }")

    tab["ephemeral"].first.get_by_role("button", name="Help").click()

    expect(tab["ephemeral"].last).to_contain_text("Nobody needs to remember a command")
    expect(tab["ephemeral"].last.get_by_text("Nobody needs to remember")).to_be_in_viewport()


def test_a_private_answer_is_shown_to_nobody_else(tab_of: TabOf) -> None:
    uma, vic = tab_of("uma-thistle"), tab_of("vic-umber")
    for tab in (uma, vic):
        tab.goes("grade-4")

    uma.types("/ilt")

    uma.reads("Only visible to you")
    expect(uma["ephemeral"]).to_have_count(1)
    uma.types("Just talking")
    vic.reads("Just talking")
    expect(vic["ephemeral"]).to_have_count(0)


def test_news_while_one_becomes_somebody_else_leaves_no_place_empty(tab_of: TabOf, as_wes: str) -> None:
    uma, vic = tab_of("uma-thistle"), tab_of("vic-umber")
    for tab in (uma, vic):
        tab.goes("all-staff")
    uma.types("Who has the timers?")
    vic.reads("Who has the timers?")
    uma.goes("grade-4")
    held: list[Route] = []

    def hold_two(route: Route) -> None:
        if len(held) < 2:
            held.append(route)
        else:
            route.continue_()

    vic.page.route(as_wes, hold_two)
    vic["person-switcher"].click()
    vic["person-search"].fill("Wes Violet")
    with vic.page.expect_request(as_wes):
        vic["person-search"].press("Enter")
    with vic.page.expect_request(as_wes):
        uma.types("Found them.")
    for route in held:
        with vic.page.expect_response(route.request.url):
            route.continue_()

    expect(vic["person-switcher"]).to_contain_text("Wes Violet")
    vic.reads("Who has the timers?")
    vic.page.unroute(as_wes)
