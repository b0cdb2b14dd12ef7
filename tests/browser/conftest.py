"""A sample school begun anew for each test, and tabs of a real browser that look at it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.host import NO_CHROMIUM, PATIENCE, Host, chromium_path, hosted, launched
from tests.browser.tab import Tab
from tests.world import World

TabOf = Callable[..., Tab]


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """A real Chromium without a window. Closed with this folder's tests: its loop would be in others' way."""
    path = chromium_path()
    if path is None:
        pytest.skip(NO_CHROMIUM)
    with launched(path) as browser:
        yield browser


@dataclass
class Visitor:
    """One visitor's browser, and its tabs that nobody uses just now: a new one takes long to open."""

    context: BrowserContext
    idle: list[Page] = field(default_factory=list)

    def page(self) -> Page:
        return self.idle.pop() if self.idle else self.context.new_page()


@pytest.fixture(scope="package")
def visitor(chromium: Browser) -> Visitor:
    context = chromium.new_context()
    context.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    return Visitor(context)


@pytest.fixture(scope="package")
def host() -> Iterator[Host]:
    with hosted() as running:
        yield running


@pytest.fixture(scope="package")
def school(host: Host) -> World:
    return host.world


@pytest.fixture
def tab_of(visitor: Visitor, school: World) -> Iterator[TabOf]:
    """Open tabs of the school begun anew; in the end none of them has complained, nor has the platform."""
    opened: list[Tab] = []

    def open_tab(key: str | None = None, *, width: int = 1280, height: int = 860, dark: bool = False) -> Tab:
        page = visitor.page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="reduce")
        tab = Tab(page, school)
        opened.append(tab)
        return tab.opens(key)

    answer = visitor.context.request.post(
        f"{school.running.url}/sandbox/reset", data={}, timeout=PATIENCE * 1000
    )
    assert answer.ok, answer.text()
    yield open_tab
    for tab in opened:
        visitor.idle.append(tab.leaves())
    assert [tab.complaints for tab in opened] == [[]] * len(opened)
    assert school.misspoken() == []


@pytest.fixture
def tab(tab_of: TabOf) -> Tab:
    return tab_of()


@pytest.fixture
def as_wes(school: World) -> str:
    """The address at which a tab asks what Wes Violet sees, to hold its answer back."""
    return f"**/sandbox/state?as={school.accounts['wes-violet']}"
