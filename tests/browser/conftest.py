"""A sample school begun anew for each test, and tabs of a real browser that look at it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.host import NO_CHROMIUM, chromium_path, hosted, launched
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


@pytest.fixture(scope="package")
def visitor(chromium: Browser) -> BrowserContext:
    """What one visitor's browser remembers; shared, so that the page's files are fetched once."""
    context = chromium.new_context()
    context.set_default_timeout(10_000)
    return context


@pytest.fixture(scope="package")
def school() -> Iterator[World]:
    with hosted() as world:
        yield world


@pytest.fixture
def tab_of(visitor: BrowserContext, school: World) -> Iterator[TabOf]:
    """Open tabs of the school begun anew; in the end none of them has complained, nor has the platform."""
    opened: list[Tab] = []

    def open_tab(key: str | None = None, *, width: int = 1280, height: int = 860, dark: bool = False) -> Tab:
        page = visitor.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="reduce")
        tab = Tab(page, school)
        opened.append(tab)
        return tab.opens(key)

    answer = visitor.request.post(f"{school.running.url}/sandbox/reset", data={})
    assert answer.ok, answer.text()
    yield open_tab
    for tab in opened:
        tab.page.close()
    assert [tab.complaints for tab in opened] == [[]] * len(opened)
    assert school.misspoken() == []


@pytest.fixture
def tab(tab_of: TabOf) -> Tab:
    return tab_of()
