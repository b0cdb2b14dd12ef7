"""How fast a workspace may be spoken to: what its platform allows, and what has been learned of it.

All moments are seconds by one clock that every replica goes by; all rates are letters a second.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

SLOWER = 0.92
"""What is left of the rate once a platform has asked to wait."""
FASTER = 1.0005
"""How a rate recovers with each letter that goes through, once the platform has asked to wait before."""
SEARCHING = 1.005
"""The same, while the platform has never asked: nobody knows yet how much it takes."""
UNDER = 0.99
"""Of what a platform is known to take: where the rate ends once it has asked to wait all the same, since it
counts in another way than we do."""
SLOWEST = 0.2
"""Of the rate a workspace begins with: it is never spoken to more slowly than this."""
SHORTEST = 1.0
"""Seconds that a workspace is left alone at least, once it asks for it."""
RESERVE = 0.1
"""Of a burst: kept for letters that answer somebody who waits."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What a platform allows.

    A workspace begins with the rate `workspace`, after a rest with `workspace_burst` at once, and gets up to
    `most` while the platform takes it; not beyond `workspace` where that is higher. In one channel `channel`
    holds. Letters are given out for the next `ahead` seconds, and `in_flight` of them at once may wait for
    the platform's answer. The defaults are Slack's, which does not say how much a workspace takes:
    https://docs.slack.dev/apis/web-api/rate-limits
    """

    workspace: float = 4.0
    most: float = 15.0
    workspace_burst: int = 20
    channel: float = 1.0
    channel_burst: int = 3
    in_flight: int = 8
    ahead: float = 1.0

    @property
    def ceiling(self) -> float:
        return max(self.workspace, self.most)

    @property
    def reserve(self) -> int:
        """How many letters of a burst are kept for those who wait for an answer."""
        return min(math.ceil(self.workspace_burst * RESERVE), self.workspace_burst - 1)

    @property
    def unreserved(self) -> int:
        return self.workspace_burst - self.reserve


@dataclass(frozen=True, slots=True)
class Room:
    """How many letters may be taken now: of any kind, and (more) when they answer somebody who waits.

    `wait` is when there is room for any letter, in seconds from now.
    """

    anything: int
    answers: int
    wait: float


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of one workspace: its rate, and whether it has ever been asked to slow down.

    `free_at` is when its bucket will be full again. From `closed_at` until `opens_at` it is left alone.
    """

    rate: float
    has_slowed: bool = False
    free_at: float = 0.0
    closed_at: float = 0.0
    opens_at: float = 0.0

    def is_closed(self, now: float) -> bool:
        """Whether it is to be left alone. A gate that was closed later than now is none: the clock jumped."""
        return self.closed_at <= now < self.opens_at

    def at(self, now: float, pace: Pace) -> "Learned":
        """The same, as it stands now: no faster than is allowed, and with no more given out than can be."""
        rate = min(self.rate if self.has_slowed else max(self.rate, pace.workspace), self._most(pace))
        from_now = max(now, self.opens_at) if self.is_closed(now) else now
        latest = from_now + pace.ahead + pace.workspace_burst / rate
        return replace(self, rate=rate, free_at=min(max(self.free_at, now), latest))

    def room(self, now: float, pace: Pace) -> Room:
        """How much may be taken now, to be sent within the next `pace.ahead` seconds.

        What answers somebody who waits may use the whole burst, everything else all but the reserve: so
        there is always room for an answer at once, however much else waits.
        """
        here = self.at(now, pace)
        if self.is_closed(now):
            return Room(0, 0, self.opens_at - now)
        free = math.floor((now + pace.ahead - here.free_at) * here.rate + 1e-6)
        first = here.free_at - pace.ahead - (pace.unreserved - 1) / here.rate - now
        return Room(max(0, free + pace.unreserved), max(0, free + pace.workspace_burst), max(0.0, first))

    def spend(self, now: float, pace: Pace, answers: Sequence[bool]) -> tuple["Learned", list[float]]:
        """Take a place for each of some letters, of which these answer somebody who waits; in how many
        seconds each one's turn is."""
        here = self.at(now, pace)
        bursts = [pace.workspace_burst if is_answer else pace.unreserved for is_answer in answers]
        full = here.free_at - now
        waits = [max(0.0, full + (place - burst + 1) / here.rate) for place, burst in enumerate(bursts)]
        return replace(here, free_at=here.free_at + len(bursts) / here.rate), waits

    def took(self, letters: int, now: float, pace: Pace) -> "Learned":
        """The platform took so many: it may take more. That is only learned while it is really asked much."""
        here = self.at(now, pace)
        is_busy = (here.free_at - now) * here.rate >= pace.unreserved / 2
        if not is_busy:
            return here
        faster: float = (FASTER if self.has_slowed else SEARCHING) ** letters
        return replace(here, rate=min(here.rate * faster, self._most(pace)))

    def asked_to_wait(self, seconds: float, now: float, pace: Pace) -> "Learned":
        """Leave it alone for so long, and go more slowly after that; many letters may hear so at once.

        When it opens again there is no burst: the platform has only just room for one.
        """
        here = self.at(now, pace)
        if self.is_closed(now):
            opens_at = max(self.opens_at, now + seconds)
        else:
            slower = max(here.rate * SLOWER, pace.workspace * SLOWEST)
            opens_at = now + max(seconds, SHORTEST)
            here = replace(here, rate=slower, has_slowed=True, closed_at=now)
        empty = opens_at + (pace.workspace_burst - 1) / here.rate
        return replace(here, opens_at=opens_at, free_at=empty)

    def _most(self, pace: Pace) -> float:
        return pace.ceiling * UNDER if self.has_slowed else pace.ceiling
