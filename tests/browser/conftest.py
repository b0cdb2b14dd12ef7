"""A sample school begun anew for each test, and tabs of a real browser that look at it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

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
def school() -> Iterator[World]:
    with hosted() as world:
        yield world


@pytest.fixture
def tab_of(chromium: Browser, school: World) -> Iterator[TabOf]:
    """Open tabs of the school begun anew; in the end none of them has complained, nor has the platform."""
    opened: list[Tab] = []

    def open_tab(key: str | None = None, *, width: int = 1280, height: int = 860, dark: bool = False) -> Tab:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        tab = Tab(context.new_page(), school)
        opened.append(tab)
        return tab.opens(key)

    begun_anew(chromium, school)
    yield open_tab
    for tab in opened:
        tab.page.context.close()
    assert [tab.complaints for tab in opened] == [[]] * len(opened)
    assert school.misspoken() == []


@pytest.fixture
def tab(tab_of: TabOf) -> Tab:
    return tab_of()


def begun_anew(chromium: Browser, school: World) -> None:
    context = chromium.new_context()
    answer = context.request.post(f"{school.running.url}/sandbox/reset", data={})
    assert answer.ok, answer.text()
    context.close()
