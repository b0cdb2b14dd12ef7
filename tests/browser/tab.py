"""A tab of the sandbox's page, and the things a person does in it."""

import re
from collections.abc import Mapping, Sequence

from playwright.sync_api import ConsoleMessage, Error, Locator, Page, expect

from tests.world import World

Given = str | Sequence[str]


class Tab:
    """One browser tab, in which somebody acts as one person of the sample school."""

    def __init__(self, page: Page, world: World) -> None:
        self.page = page
        self._world = world
        self.complaints: list[str] = []
        page.on("console", self._note)
        page.on("pageerror", self._note_error)

    def leaves(self) -> Page:
        """Leave the page, and return it for somebody else to use."""
        self.page.goto("about:blank")
        self.page.remove_listener("console", self._note)
        self.page.remove_listener("pageerror", self._note_error)
        return self.page

    def _note(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.complaints.append(said.text)

    def _note_error(self, error: Error) -> None:
        self.complaints.append(str(error))

    def __getitem__(self, testid: str) -> Locator:
        return self.page.get_by_test_id(testid)

    @property
    def modal(self) -> Locator:
        return self["modal"]

    @property
    def composer(self) -> Locator:
        return self["composer"]

    @property
    def messages(self) -> Locator:
        """What everybody in the place that is open can read, and what only this person can."""
        return self.page.locator("#place-body [data-testid=message], #place-body [data-testid=ephemeral]")

    def opens(self, key: str | None = None) -> "Tab":
        """Open the page, as somebody of the school when `key` names them."""
        person = f"/#as={self._world.accounts[key]}" if key else ""
        self.page.goto(f"{self._world.running.url}{person}")
        expect(self["person-switcher"]).to_have_attribute("aria-label", re.compile("Acting as"))
        expect(self["clock-now"]).to_contain_text("2026")
        return self

    def becomes(self, name: str) -> None:
        """Act as somebody else, found by name."""
        self["person-switcher"].click()
        self["person-search"].fill(name)
        self["person-search"].press("Enter")
        expect(self["person-switcher"]).to_contain_text(name)

    def goes(self, place: str) -> None:
        """Open a channel, `dm` or `home`."""
        testid = {"dm": "dm-bot", "home": "home-tab"}.get(place, f"channel-{place}")
        self[testid].click()
        expect(self[testid]).to_have_attribute("aria-current", "page")

    def types(self, text: str) -> None:
        """Write something here and send it."""
        self.composer.fill(text)
        self.composer.press("Enter")
        expect(self.composer).to_have_value("")

    def asks(self, text: str) -> None:
        """Type a command that opens a form."""
        self.types(text)
        expect(self.modal).to_be_visible()

    def presses(self, label: str, *, saying: str = "") -> None:
        """Press a button of the newest message here that has it (and says `saying`)."""
        button = self.page.get_by_role("button", name=label, exact=True)
        self.messages.filter(has=button).filter(has_text=saying).last.locator(button).click()

    def fills(self, values: Mapping[str, Given]) -> None:
        """Fill in fields of the form that is open, by name: words, the label of a choice, or several."""
        for name, value in values.items():
            self._fill(self[f"field-{name}"], value)

    def _fill(self, field: Locator, value: Given) -> None:
        expect(field).to_be_visible()
        if not isinstance(value, str):
            for one in value:
                field.get_by_role("combobox").fill(one)
                self.modal.get_by_role("option", name=one).first.click()
            return
        chosen = re.compile(rf"^{re.escape(value)}")
        if field.locator("select").count():
            field.locator("select").select_option(value)
        elif field.locator("input[type=radio], input[type=checkbox]").count():
            field.locator("label.tick").filter(has_text=chosen).locator("input").check()
        else:
            field.locator("input, textarea").fill(value)

    def sends(self, values: Mapping[str, Given] | None = None) -> None:
        """Fill in the form, send it, and see it close."""
        self.fills(values or {})
        self["modal-submit"].click()
        expect(self.modal).to_be_hidden()

    def reads(self, *words: str) -> Locator:
        """Wait until a message here says all of this; return the newest that does."""
        found = self.messages
        for each in words:
            found = found.filter(has_text=each)
        expect(found.last).to_be_visible()
        return found.last

    def lets_time_pass(self, day: str, wall: str = "07:45") -> None:
        """Move the clock to a moment, and wait until it is there."""
        self["clock-goto"].click()
        self["clock-date"].fill(day)
        self["clock-time"].fill(wall)
        self["clock-go"].click()
        self.waits_for_the_clock()

    def waits_for_the_clock(self) -> None:
        """Wait until the clock, which was told to move, stands still, and dismiss what it says of that."""
        expect(self["clock-dialog"]).to_be_hidden()
        expect(self.page.locator("#clock")).to_have_attribute("aria-busy", "false")
        self.page.locator(".toast.status button").evaluate_all("all => all.forEach(one => one.click())")

    def focused(self) -> str:
        """The test id of what has the focus, empty when it has none."""
        found = self.page.evaluate("() => document.activeElement?.dataset.testid ?? ''")
        return str(found)
