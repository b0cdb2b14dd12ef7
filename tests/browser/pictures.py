"""The pictures in the README, taken from the sandbox: `python -m tests.browser.pictures`."""

import logging
import sys
from pathlib import Path

from playwright.sync_api import Browser, expect

from bot import logs
from tests.browser.host import NO_CHROMIUM, chromium_path, hosted, launched
from tests.browser.tab import Tab
from tests.world import World

IMAGES = Path(__file__).parents[2] / "docs" / "images"
WIDTH = 1200
HEIGHTS = {"decision": 560, "home": 720}

DECISION = {
    "students": "explain their reasoning to a partner before the class hears it",
    "why": "In our walkthroughs few students explained their thinking to a peer, and two teachers asked for "
    "a lighter routine.",
    "teams": ["Grade 4", "Grade 5"],
    "changes.grade-4": "Three minutes of writing, then talk to a partner, then share.",
    "changes.grade-5": "Write or draw for three minutes, then talk to a partner.",
    "stops": "Writing in full sentences before every share-out.",
    "helper": "Dale Clover",
    "inputs": ["I-001"],
}
CYCLE = {
    "other": "Tea Sage",
    "goal": "Every student explains an answer to a partner",
    "baseline": "1 in 4",
    "target": "3 in 4",
    "measure": "Look-fors in two visits",
}


def live_a_week(tab: Tab) -> None:
    """A teacher's sentence becomes a decision, and things begin to wait for the Grade 4 lead."""
    tab.goes("grade-4")
    tab.asks("/ilt-input Writing before sharing takes too long in math")
    tab.sends({"topic": "Teaching and learning", "mode": "Named"})
    tab.becomes("Noel Mint")
    tab.goes("dm")
    tab.presses("Put on the agenda", saying="I-001")
    tab.reads("On the ILT agenda")
    tab.becomes("Oli Nettle")
    tab.goes("ilt")
    tab.asks("/ilt decide Three minutes of writing, then a partner, then sharing")
    tab.sends(DECISION)
    tab.lets_time_pass("2026-10-20")
    tab.becomes("Vic Umber")
    tab.goes("grade-4")
    tab.reads("ILT decision D-001")


def fill_the_home_of_a_lead(tab: Tab) -> None:
    tab.presses("Ask", saying="D-001")
    tab.sends({"text": "Does drawing count as writing?"})
    tab.asks("/ilt-input Recess duty eats the planning time of two of us")
    tab.sends({"topic": "Schedule and time", "mode": "Through my rep"})
    tab.becomes("Mina Linden")
    tab.goes("dm")
    tab.types("/ilt cycle")
    tab.presses("Open a learning cycle")
    tab.sends(CYCLE)
    tab.becomes("Tea Sage")
    tab.goes("home")
    expect(tab["home"]).to_contain_text("Waiting for you")


def take(browser: Browser, school: World) -> list[Path]:
    """Take both pictures and return where they are."""
    page = browser.new_page(reduced_motion="reduce")
    tab = Tab(page, school).opens("uma-thistle")
    tab["tour-close"].click()
    live_a_week(tab)
    taken = [shot(tab, "decision")]
    fill_the_home_of_a_lead(tab)
    return [*taken, shot(tab, "home")]


def shot(tab: Tab, name: str) -> Path:
    tab.page.set_viewport_size({"width": WIDTH, "height": HEIGHTS[name]})
    tab.page.evaluate("() => document.activeElement?.blur()")
    tab.page.mouse.move(0, 0)
    path = IMAGES / f"{name}.png"
    tab.page.screenshot(path=path)
    return path


def main() -> int:
    path = chromium_path()
    if path is None:
        print(NO_CHROMIUM, file=sys.stderr)
        return 1
    logs.configure(level=logging.WARNING, pretty=True)
    IMAGES.mkdir(exist_ok=True)
    with hosted() as host, launched(path) as browser:
        for taken in take(browser, host.world):
            print(f"{taken.name}: {taken.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
