"""How fast a workspace is spoken to, so that its platform never has to say "wait"."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

SLOWER = 0.92
FASTER = 1.0005
SLOWEST = 0.2


@dataclass(slots=True)
class Bucket:
    """Lets `rate` a second through, after a burst of `burst` at once when it has rested."""

    rate: float
    burst: int
    free_at: float = field(default=0.0, init=False)

    def reserve(self, now: float) -> float:
        """Take the next place and return its moment, now or later."""
        gap = 1 / self.rate
        at = max(now, self.free_at - (self.burst - 1) * gap)
        self.free_at = max(now, self.free_at) + gap
        return at


@dataclass(frozen=True, slots=True)
class Pace:
    """What a platform allows: so many a second for a workspace and for a channel of it."""

    workspace: float = 5.0
    workspace_burst: int = 20
    channel: float = 1.0
    channel_burst: int = 3
    in_flight: int = 6


class Lane:
    """One workspace: its bucket, its channels' buckets, and the gate in front of them all."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.bucket = Bucket(pace.workspace, pace.workspace_burst)
        self.channels: dict[str, Bucket] = {}
        self.slots = asyncio.Semaphore(pace.in_flight)
        self.opens_at = float("-inf")

    def reserve(self, channel: str, now: float) -> float:
        """Take the next place in the workspace and in the channel, and return the later moment."""
        self.channels = {name: kept for name, kept in self.channels.items() if kept.free_at > now}
        bucket = self.channels.setdefault(channel, Bucket(self.pace.channel, self.pace.channel_burst))
        return max(self.bucket.reserve(now), bucket.reserve(now))


class Pacer:
    """Gives out turns to send. It goes by elapsed time, not by the school's clock, which may stand still.

    A workspace that asked to wait is left alone as a whole, then spoken to a little more slowly; the rate
    recovers with every message that goes through.
    """

    def __init__(
        self,
        pace: Pace | None = None,
        *,
        elapsed: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._pace = pace or Pace()
        self._elapsed = elapsed
        self._sleep = sleep
        self._lanes: dict[str, Lane] = {}

    def is_closed(self, workspace: str) -> bool:
        """Say whether the workspace is to be left alone for now."""
        return self._lane(workspace).opens_at > self._elapsed()

    def close(self, workspace: str, seconds: float) -> None:
        """Leave the workspace alone for so long, at least; many letters may say so at once."""
        lane = self._lane(workspace)
        if not self.is_closed(workspace):
            lane.bucket.rate = max(lane.bucket.rate * SLOWER, self._pace.workspace * SLOWEST)
        lane.opens_at = max(lane.opens_at, self._elapsed() + max(seconds, 1.0))

    def went_through(self, workspace: str) -> None:
        """The platform took a message: the rate may recover."""
        bucket = self._lane(workspace).bucket
        bucket.rate = min(bucket.rate * FASTER, self._pace.workspace)

    @asynccontextmanager
    async def turn(self, workspace: str, channel: str) -> AsyncIterator[bool]:
        """Wait for a turn and hold it; False when the workspace is, or has meanwhile been, closed."""
        lane = self._lane(workspace)
        async with lane.slots:
            if not self.is_closed(workspace):
                wait = lane.reserve(channel, self._elapsed()) - self._elapsed()
                if wait > 0:
                    await self._sleep(wait)
            yield not self.is_closed(workspace)

    def _lane(self, workspace: str) -> Lane:
        return self._lanes.setdefault(workspace, Lane(self._pace))
