"""What time it is: by the database server where several programs share one, by this computer on a file.

Between two looks at that clock time goes by what elapses, so that two computers whose clocks differ agree on
what is due and whose lease is over, and a clock that is set does so at one place.
"""

import time
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime, timedelta

import structlog

from storage.engine import Engines
from storage.server_time import server_time
from storage.trouble import TROUBLE
from storage.units_of_work import UnitsOfWork

log = structlog.stdlib.get_logger(__name__)

EVERY = 15.0
"""Seconds between two looks at the clock that is gone by."""

A_JUMP = timedelta(seconds=5)
"""A clock that moved by more than this was set; by less, it runs a little fast or slow."""


def elapsed() -> float:
    """Seconds that went by since some moment, while the computer slept too where it can tell."""
    counting_sleep: int = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return time.clock_gettime(counting_sleep)


class SteadyClock:
    """Shows the moment it was last told, and what has elapsed since."""

    def __init__(self, moment: datetime, elapsed: Callable[[], float] = elapsed) -> None:
        self._elapsed = elapsed
        self._moment, self._told_at = moment, elapsed()

    def now(self) -> datetime:
        return self._moment + timedelta(seconds=self._elapsed() - self._told_at)

    def tell(self, moment: datetime) -> timedelta:
        """Go on from this moment; how far that is ahead of what it showed."""
        moved = moment - self.now()
        self._moment, self._told_at = moment, self._elapsed()
        return moved


async def moment_of(engines: Engines) -> datetime:
    """What the clock says that all who share this database go by.

    The way of a server's answer is not made up for: behind by that much, nobody sends anything too early.
    """
    moment = await server_time(engines.reader)
    return datetime.now(UTC) if moment is None else moment.astimezone(UTC)


class Timekeeper:
    """Calling it tells a clock the time, and sees to what waits for a moment that a wrong clock named: when
    the clock was set, and at first, since it may have been set while the program was down.

    `tell` is called when the clock was set.
    """

    def __init__(
        self,
        clock: SteadyClock,
        units: UnitsOfWork,
        look: Callable[[], Awaitable[datetime]],
        *,
        tell: Iterable[Callable[[], None]] = (),
    ) -> None:
        self._clock = clock
        self._units = units
        self._look = look
        self._tell = tuple(tell)
        self._unsettled = True

    async def __call__(self) -> None:
        """While the database cannot be asked, time goes on by what elapses."""
        try:
            moved = self._clock.tell(await self._look())
            if abs(moved) > A_JUMP:
                log.warning("the clock was set", seconds=round(moved.total_seconds(), 1))
                for tell in self._tell:
                    tell()
                self._unsettled = True
            if self._unsettled:
                await self._units.after_a_jump(self._clock.now())
                self._unsettled = False
        except TROUBLE:
            return
