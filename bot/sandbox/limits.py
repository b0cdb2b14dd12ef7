"""How fast the sandbox lets a bot speak, and how long it waits for one.

Slack's own figures: https://docs.slack.dev/apis/web-api/rate-limits
"""

import math
import time
from dataclasses import dataclass, field

POSTS = frozenset({"chat.postMessage", "chat.postEphemeral"})
TIER_2 = frozenset({"conversations.list", "users.list"})
TIER_3 = frozenset(
    {
        "chat.update",
        "chat.delete",
        "conversations.history",
        "conversations.replies",
        "conversations.info",
        "conversations.open",
        "conversations.join",
        "users.conversations",
        "users.lookupByEmail",
        "team.info",
        "bots.info",
    }
)


@dataclass(frozen=True)
class Limits:
    """The figures; the defaults are ten times as generous as Slack, `Limits.like_slack()` are Slack's.

    Rates are calls a second and the most that may come at once. `posts` holds for one channel, `all_posts`
    for the workspace, where None is no limit. `retry_events_after` are the seconds between an event that
    failed and each further try.
    """

    posts: tuple[float, int] = (10.0, 40)
    all_posts: tuple[float, int] | None = None
    tier_2: tuple[float, int] = (200 / 60, 200)
    tier_3: tuple[float, int] = (500 / 60, 500)
    tier_4: tuple[float, int] = (1000 / 60, 1000)
    answer_seconds: float = 3.0
    trigger_seconds: float = 3.0
    retry_events_after: tuple[float, ...] = (0.0, 60.0, 300.0)
    sockets: int = 10

    @classmethod
    def like_slack(cls) -> "Limits":
        """Return Slack's documented rates. How much comes at once is not documented and assumed small; of a
        workspace it is only said that it takes several hundred messages a minute."""
        return cls(
            posts=(1.0, 4),
            all_posts=(525 / 60, 20),
            tier_2=(20 / 60, 20),
            tier_3=(50 / 60, 50),
            tier_4=(100 / 60, 100),
        )


@dataclass
class Bucket:
    """What is left of a burst, filling up again as time goes by."""

    rate: float
    burst: int
    left: float = field(init=False)
    seen: float = field(init=False)

    def __post_init__(self) -> None:
        self.left, self.seen = float(self.burst), time.monotonic()

    def take(self) -> int:
        """Take one; return 0, or the whole seconds to wait when there is none left."""
        now = time.monotonic()
        self.left = min(float(self.burst), self.left + (now - self.seen) * self.rate)
        self.seen = now
        if self.left >= 1:
            self.left -= 1
            return 0
        return max(1, math.ceil((1 - self.left) / self.rate))


class Gate:
    """Counts calls and says when one comes too soon."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._buckets: dict[tuple[str, str], Bucket] = {}

    def seconds_to_wait(self, method: str, channel: str) -> int:
        """Return 0 and count the call, or the Retry-After of a refusal."""
        if method in POSTS:
            wait = self._taken(method, "", self.limits.all_posts) if self.limits.all_posts else 0
            return wait or self._taken(method, channel, self.limits.posts)
        if method in TIER_2:
            return self._taken(method, "", self.limits.tier_2)
        if method in TIER_3:
            return self._taken(method, "", self.limits.tier_3)
        return self._taken(method, "", self.limits.tier_4)

    def _taken(self, method: str, where: str, rate: tuple[float, int]) -> int:
        return self._buckets.setdefault((method, where), Bucket(*rate)).take()
