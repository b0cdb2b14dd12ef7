"""How fast the connector lets a bot speak, and how long Teams waits for one.

The figures: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
"""

import math
import time
from collections import deque
from dataclasses import dataclass

Windows = tuple[tuple[int, float], ...]
"""At most so many operations in so many seconds, several such rules at once."""

WRITING: Windows = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
READING: Windows = ((14, 1.0), (16, 2.0), (120, 30.0), (3600, 3600.0))
ALTOGETHER: Windows = ((50, 1.0),)


@dataclass(frozen=True)
class Limits:
    """The figures; the defaults are ten times as generous as Teams', `Limits.like_teams()` are Teams'.

    The size of a message is the strictest that Teams ever documented: it was 28 KB, then 40, and is 100 now
    (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages).
    """

    generosity: int = 10
    answer_seconds: float = 10.0
    message_bytes: int = 28 * 1024

    @classmethod
    def like_teams(cls) -> "Limits":
        """Return what Teams documents."""
        return cls(generosity=1)


class Gate:
    """Counts what the bot does in each conversation and in the tenant, and says when it is too much."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._seen: dict[tuple[str, str], deque[float]] = {}

    def seconds_to_wait(self, method: str, thread: str) -> int:
        """Return 0 and count the operation, or the Retry-After of a refusal."""
        reads = method.startswith(("members.", "teams."))
        own = (method if reads else "write", thread)
        kinds = {("", ""): ALTOGETHER, own: READING if reads else WRITING}
        now = time.monotonic()
        wait = max(self._wait(key, rules, now) for key, rules in kinds.items())
        if wait > 0:
            return max(1, math.ceil(wait))
        for key in kinds:
            self._seen[key].append(now)
        return 0

    def _wait(self, key: tuple[str, str], rules: Windows, now: float) -> float:
        seen = self._seen.setdefault(key, deque())
        while seen and now - seen[0] > rules[-1][1]:
            seen.popleft()
        waits = [0.0]
        for most, seconds in rules:
            allowed = most * self.limits.generosity
            if len(seen) >= allowed:
                waits.append(seconds - (now - seen[-allowed]))
        return max(waits)
