"""How long a letter is one courier's, so that nobody looks for what may still be on its way.

Whoever took a letter may hand it over for a while, then lets go of it whatever happens; only later does
anybody look whether it is there. What is looked for too early is not there yet, and would be sent twice.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.ports import Clock
from storage.claims import Lease

LEASE = timedelta(seconds=60)
"""From when a letter is taken until it is looked up."""
LANDING = timedelta(seconds=10)
"""How long a platform may take to act on what reached it: as long as its answers are waited for."""
ALL_HAVE_LOOKED = 20.0
"""Seconds in which each program has looked at the clock that all go by (`bot.app.timekeeping.EVERY`)."""


@dataclass(frozen=True, slots=True)
class Held:
    """What one courier took at one moment, and how long it may still do something with it.

    `begun` is that moment in seconds of elapsed time, `own` how long from then on it is the courier's.
    """

    lease: Lease
    clock: Clock
    begun: float
    own: timedelta

    @property
    def is_too_late(self) -> bool:
        """Whether nothing may be begun any more: half of the time is for seeing through what was begun."""
        return self._gone() > self.own / 2

    @property
    def left(self) -> float:
        """Seconds until it has to be let go of, whether there was an answer or not."""
        return max(0.0, (self.own - self._gone()).total_seconds())

    def _gone(self) -> timedelta:
        """By the clock or by what elapsed, whichever is more: a clock may be set, a computer may sleep."""
        elapsed = timedelta(seconds=time.monotonic() - self.begun)
        return max(self.clock.now() - self.lease.now, elapsed)


@dataclass(frozen=True, slots=True)
class Leases:
    """Begins leases for one owner. However short they are asked to be, `LANDING` of each is kept free."""

    owner: str
    clock: Clock
    length: timedelta = LEASE

    def begin(self) -> Held:
        """From now on; begun before anything is taken."""
        own = max(self.length - LANDING, min(self.length, LANDING))
        now = self.clock.now()
        return Held(Lease(self.owner, now, now + own + LANDING), self.clock, time.monotonic(), own)


class Truce:
    """After the clock was set that several programs go by: some of them have not looked at it yet.

    Whose time is ahead takes the fresh leases of the others for over. So whoever has seen it waits until all
    have looked before anything is taken, and until what was taken by the old time is over before anything is
    looked up.
    """

    def __init__(self, lease: timedelta, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._lease = lease.total_seconds()
        self._elapsed = elapsed
        self._since: float | None = None

    def begin(self) -> None:
        """The clock was set, by whoever it was."""
        self._since = self._elapsed()

    @property
    def may_take(self) -> bool:
        return self._lasts() > ALL_HAVE_LOOKED

    @property
    def may_look_up(self) -> bool:
        return self._lasts() > ALL_HAVE_LOOKED + self._lease

    def _lasts(self) -> float:
        return math.inf if self._since is None else self._elapsed() - self._since
