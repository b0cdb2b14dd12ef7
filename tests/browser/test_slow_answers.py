"""Answers that come late or in another order: nothing old is shown, nothing of others, nothing is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import APIResponse, Route, WebSocketRoute, expect

from tests.browser.conftest import TabOf
from tests.browser.host import PATIENCE, Host
from tests.browser.tab import Tab
from tests.browser.test_forms import DECISION

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

STREAM, SAY, SUBMIT = "**/sandbox/stream?*", "**/sandbox/say", "**/submit"
BACK = "() => new Promise(there => { addEventListener('hashchange', there, {once: true}); history.back(); })"


def holds(tab: Tab, address: str) -> Callable[[], None]:
    """Keep the first request of this kind waiting; return what lets it go and waits for its answer."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    def let_go() -> None:
        with tab.page.expect_response(held[0].request.url):
            held[0].continue_()

    tab.page.route(address, hold)
    return let_go


def hears_late(tab: Tab) -> Callable[[], None]:
    """Let the next stream tell of nothing; return what lets its first word and those from then on come."""
    held: list[tuple[WebSocketRoute, WebSocketRoute]] = []
    words: list[str | bytes] = []

    def hold(stream: WebSocketRoute) -> None:
        server = stream.connect_to_server()
        if not held:
            held.append((stream, server))
            server.on_message(lambda word: words.append(word))

    def let_go() -> None:
        for _ in range(PATIENCE * 20):
            if words:
                break
            tab.page.wait_for_timeout(50)
        stream, server = held[0]
        server.on_message(lambda word: stream.send(word))
        stream.send(words[0])

    tab.page.route_web_socket(STREAM, hold)
    return let_go


def chooses_wes(tab: Tab, asked: str) -> None:
    """Begin to become Wes, and do not wait for it."""
    tab["person-switcher"].click()
    tab["person-search"].fill("Wes Violet")
    with tab.page.expect_request(asked):
        tab["person-search"].press("Enter")


def opens_thread(tab: Tab, saying: str) -> None:
    message = tab.reads(saying)
    message.focus()
    message.get_by_test_id("message-menu").click()
    tab["reply-in-thread"].click()


def test_whoever_turns_back_before_the_answer_stays_who_they_were(tab_of: TabOf, as_wes: str) -> None:
    tab = tab_of("uma-thistle")
    tab.goes("all-staff")
    let_go = holds(tab, as_wes)
    chooses_wes(tab, as_wes)

    tab.page.evaluate(BACK)
    let_go()
    tab.types("Still me")

    tab.reads("Uma Thistle", "Still me")
    expect(tab["person-switcher"]).to_contain_text("Uma Thistle")


def test_whom_one_could_not_become_can_be_chosen_again(tab_of: TabOf, as_wes: str) -> None:
    tab = tab_of("uma-thistle")
    refusal = {"ok": False, "message": "Not now."}
    tab.page.route(as_wes, lambda route: route.fulfill(json=refusal))
    chooses_wes(tab, as_wes)
    expect(tab["toast"].first).to_contain_text("Not now.")
    expect(tab["person-switcher"]).to_contain_text("Uma Thistle")
    tab.page.unroute(as_wes)

    tab.becomes("Wes Violet")


def test_what_is_said_before_a_page_hears_of_news_is_read_too(tab_of: TabOf) -> None:
    uma, vic = tab_of("uma-thistle"), tab_of("vic-umber")
    for tab in (uma, vic):
        tab.goes("all-staff")
    uma.types("Who has the timers?")
    let_go = hears_late(vic)
    vic.becomes("Wes Violet")
    vic.reads("Who has the timers?")

    uma.types("Found them.")
    let_go()

    vic.reads("Found them.")


def test_who_is_taken_out_of_a_channel_is_shown_another_one_with_all_that_is_in_it(
    tab_of: TabOf, host: Host
) -> None:
    uma, vic = tab_of("uma-thistle"), tab_of("vic-umber")
    uma.goes("all-staff")
    uma.types("Who has the timers?")
    vic.goes("grade-4")
    world = host.world

    host.lives(world.running.sandbox.comings.leave(world.accounts["vic-umber"], world.channel("grade-4")))

    expect(vic["channel-all-staff"]).to_have_attribute("aria-current", "page")
    vic.reads("Who has the timers?")
    # What it may have asked for in that very moment is refused, and a browser complains of that.
    vic.complaints = [one for one in vic.complaints if "status of 400" not in one]


def test_a_school_begun_anew_in_one_tab_is_new_in_every_other(tab_of: TabOf) -> None:
    uma, vic = tab_of("uma-thistle"), tab_of("vic-umber")
    vic.goes("dm")
    vic.types("/ilt")
    vic.reads("Only visible to you")

    uma["reset"].click()
    uma["confirm-yes"].click()

    expect(vic.messages).to_have_count(0)


def test_a_thread_that_is_still_asked_for_shows_nothing_of_another(tab_of: TabOf) -> None:
    tab = tab_of("uma-thistle")
    tab.goes("grade-4")
    for words in ("Timers", "Copies"):
        tab.types(words)
    opens_thread(tab, "Timers")
    tab["thread-composer"].fill("In the cupboard")
    tab["thread-composer"].press("Enter")
    expect(tab["thread"].get_by_test_id("message")).to_have_count(2)
    asked = f"**/messages?*thread_ts={tab.reads('Copies').get_attribute('data-ts')}"
    let_go = holds(tab, asked)
    with tab.page.expect_request(asked):
        opens_thread(tab, "Copies")

    expect(tab["thread"].get_by_test_id("message")).to_have_count(0)
    let_go()
    expect(tab["thread"].get_by_test_id("message")).to_contain_text(["Copies"])


def test_a_message_on_its_way_holds_up_none_elsewhere(tab_of: TabOf) -> None:
    tab = tab_of("uma-thistle")
    tab.goes("grade-4")
    let_go = holds(tab, SAY)
    with tab.page.expect_request(SAY):
        tab.composer.fill("Slowly")
        tab.composer.press("Enter")
    tab.composer.press("Enter")

    tab.goes("all-staff")
    tab.types("Quickly")
    let_go()

    tab.reads("Quickly")
    tab.goes("grade-4")
    tab.reads("Slowly")
    expect(tab["message"]).to_have_count(1)
    expect(tab.composer).to_have_value("")


def test_a_field_mended_before_the_answer_is_there_is_not_found_wrong_again(tab_of: TabOf) -> None:
    tab = tab_of("oli-nettle")
    answers: list[tuple[Route, APIResponse]] = []
    tab.page.route(SUBMIT, lambda route: answers.append((route, route.fetch())), times=1)
    tab.asks("/ilt decide Write before sharing")
    tab.fills({**DECISION, "changes.grade-4": "Write first."})
    tab["modal-submit"].click()
    wrong = tab["field-changes.grade-5"].locator(".field-error")
    expect(wrong).to_contain_text("Say what changes for Grade 5")
    tab.fills({"changes.grade-5": "Draw first."})
    expect(tab.modal).to_have_attribute("aria-busy", "true")

    route, answer = answers[0]
    route.fulfill(response=answer)

    expect(tab.modal).to_have_attribute("aria-busy", "false")
    expect(wrong).to_be_empty()
    tab.sends()
