"""A Slack that is out of luck: it is slow, forgets to answer, hangs up, breaks, and asks to wait."""

import json
from collections import Counter, defaultdict
from datetime import UTC, datetime
from random import Random

from bot.sandbox.faults import Fault, Trouble
from bot.sandbox.teams.faults import ConnectorFaults
from bot.sandbox.wire import Json

POSTS = (
    *("chat.postMessage", "chat.update", "chat.delete"),
    *("activities.create", "activities.update", "activities.delete"),
)
SPEAKING: tuple[tuple[float, Trouble], ...] = (
    (0.03, "drop_after"),
    (0.015, "drop_before"),
    (0.005, "server_error"),
    (0.002, "rate_limited"),
)
"""How often each thing goes wrong with a message: three answers in a hundred are lost after the work."""
LOOKING: tuple[tuple[float, Trouble], ...] = ((0.02, "drop_after"), (0.01, "rate_limited"))
LOOKS = ("conversations.history", "conversations.replies", "views.open", "views.update")


class Unlucky(ConnectorFaults):
    """Lets things go wrong by chance until it is told to stop, and notes when each letter was handed over."""

    def __init__(self, chance: Random, slow: float) -> None:
        super().__init__()
        self.went_wrong: Counter[str] = Counter()
        self.handed_over: defaultdict[str, list[datetime]] = defaultdict(list)
        self._chance = chance
        self._slow = slow
        self._is_calm = False

    def calm(self) -> None:
        """Let nothing go wrong any more."""
        self._is_calm = True
        self.clear()

    def next_for(self, method: str, arguments: Json) -> Fault | None:
        if method == "chat.postMessage" and (letter := letter_of(arguments)):
            self.handed_over[letter].append(datetime.now(UTC))
        if self._is_calm or method not in (*POSTS, *LOOKS):
            return super().next_for(method, arguments)
        fault = self._drawn(SPEAKING if method in POSTS else LOOKING, method)
        if fault.trouble != "delay":
            self.went_wrong[fault.trouble] += 1
        return fault

    def _drawn(self, table: tuple[tuple[float, Trouble], ...], method: str) -> Fault:
        drawn = self._chance.random()
        for share, trouble in table:
            if drawn < share:
                return Fault(method, trouble, seconds=1.0)
            drawn -= share
        return Fault(method, "delay", seconds=self._chance.uniform(0.2, 1.8) * self._slow)


def letter_of(arguments: Json) -> str:
    """The id of the letter whose first page this call posts; empty when it posts none."""
    metadata = arguments.get("metadata")
    told = json.loads(metadata) if isinstance(metadata, str) else metadata or {}
    payload = told.get("event_payload", {})
    return str(payload.get("id", "")) if not payload.get("page") else ""
