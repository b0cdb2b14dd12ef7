"""What the school asks of its district: support, or room to do something in another way (R-045)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.model.ids import new_id

LATE = 15
"""School days without an answer after which it stands on the next draft of an agenda."""


class AskState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    DROPPED = "dropped"


@dataclass(eq=False, kw_only=True)
class DistrictAsk:
    """One request to the district. `chased_on` is the day on which it was last asked again; its time without
    an answer counts from there. `response` is what the district said, or why the ILT dropped it."""

    school: str
    number: int
    what: str
    why: str
    asked_by: str
    asked_on: date
    needed_by: date | None = None
    strategy: str | None = None
    state: AskState = AskState.OPEN
    response: str = ""
    chased_on: date | None = None
    settled_on: date | None = None
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return f"A-{self.number:03d}"

    @property
    def is_open(self) -> bool:
        return self.state is AskState.OPEN

    @property
    def waits_since(self) -> date:
        return self.chased_on or self.asked_on

    def settle(self, state: AskState, words: str, on: date) -> bool:
        """Answered, or dropped; False when that was so already."""
        if not self.is_open:
            return False
        self.state, self.response, self.settled_on = state, words, on
        return True

    def chase(self, on: date) -> bool:
        """Note that it was asked again; False when it has come to its end."""
        if self.is_open:
            self.chased_on = on
        return self.is_open
