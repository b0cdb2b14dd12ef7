"""Things that go wrong on purpose, so that tests can see what the bot makes of them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.wire import Json

Trouble = Literal[
    "drop_before", "drop_after", "server_error", "rate_limited", "error", "delay", "other", "silent"
]
Kind = Literal["slash_commands", "interactive", "events_api"]
Matches = Callable[[Json], bool]


def always(_arguments: Json) -> bool:
    """Match every call."""
    return True


@dataclass(frozen=True)
class Raw:
    """An answer that need not be one of Slack's: any bytes, with any headers."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})

    @classmethod
    def said(cls, body: object, status: int = 200, **headers: str) -> "Raw":
        """Something in JSON; headers are named with `_` for `-`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return cls(json.dumps(body).encode(), status, {"Content-Type": "application/json", **named})


@dataclass
class Fault:
    """One thing that goes wrong with calls of one method, `times` times. `*` is any, `response_url` an answer
    at a response address, `socket` a new connection. With an `answer` that is said in place of Slack's;
    `done`: after doing the work."""

    method: str
    trouble: Trouble
    times: int = 1
    seconds: float = 0.0
    error: str = ""
    matches: Matches = always
    answer: Raw | None = None
    done: bool = False


class Faults:
    """The faults that are waiting to happen."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._twice: dict[Kind, int] = {}

    def add(self, fault: Fault) -> None:
        """Let this go wrong from now on, for as many calls as it says."""
        self._waiting.append(fault)

    def delay(self, method: str, seconds: float, *, times: int = 1, matches: Matches = always) -> None:
        """Do the work and answer late."""
        self.add(Fault(method, "delay", times, seconds, matches=matches))

    def drop_before(self, method: str, *, times: int = 1, matches: Matches = always) -> None:
        """Hang up without doing the work."""
        self.add(Fault(method, "drop_before", times, matches=matches))

    def drop_after(self, method: str, *, times: int = 1, matches: Matches = always) -> None:
        """Do the work and hang up without an answer."""
        self.add(Fault(method, "drop_after", times, matches=matches))

    def server_error(self, method: str, *, times: int = 1, matches: Matches = always) -> None:
        """Answer 500 without doing the work."""
        self.add(Fault(method, "server_error", times, matches=matches))

    def rate_limit(
        self, method: str, retry_after: float, *, times: int = 1, matches: Matches = always
    ) -> None:
        """Answer 429 and when to come again."""
        self.add(Fault(method, "rate_limited", times, retry_after, matches=matches))

    def refuse(self, method: str, error: str, *, times: int = 1, matches: Matches = always) -> None:
        """Answer with an error of Slack's by its name."""
        self.add(Fault(method, "error", times, error=error, matches=matches))

    def answer(
        self, method: str, raw: Raw, *, times: int = 1, done: bool = False, matches: Matches = always
    ) -> None:
        """Answer with this instead, whether the work is `done` or not."""
        self.add(Fault(method, "other", times, matches=matches, answer=raw, done=done))

    def say_nothing(self, *, times: int = 1) -> None:
        """Take the next connections, and say nothing over them."""
        self.add(Fault("socket", "silent", times))

    def deliver_twice(self, kind: Kind, *, times: int = 1) -> None:
        """Send the next requests of this kind to the bot twice, as an unlucky network does."""
        self._twice[kind] = times

    def clear(self) -> None:
        """Let nothing go wrong any more."""
        self._waiting.clear()
        self._twice.clear()

    def next_for(self, method: str, arguments: Json) -> Fault | None:
        """Return the fault that befalls this call, oldest first, and use it up."""
        for fault in self._waiting:
            if fault.method in (method, "*") and fault.matches(arguments):
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None

    def is_sent_twice(self, kind: Kind) -> bool:
        """Say whether this delivery happens twice, and use that up."""
        left = self._twice.get(kind, 0)
        self._twice[kind] = max(0, left - 1)
        return left > 0
