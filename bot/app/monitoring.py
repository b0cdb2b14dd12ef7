"""What monitoring is told of the database, each time it asks."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.figures import Looked
from bot.ports import Clock
from storage import replicas
from storage.engine import Engines
from storage.trouble import TROUBLE
from storage.units_of_work import UnitsOfWork

WITHIN = 5.0
"""Seconds: whoever asks for figures waits no longer for a database that does not answer."""


def looking(
    units: UnitsOfWork, engines: Engines, clock: Clock, *, within: float = WITHIN
) -> Callable[[], Awaitable[Looked]]:
    """Looks for what waits and who runs; sees nothing while the database cannot be asked."""

    async def look() -> Looked:
        now = clock.now()
        try:
            async with asyncio.timeout(within):
                return await _looked(units, engines, now)
        except TROUBLE:
            return Looked()

    return look


async def _looked(units: UnitsOfWork, engines: Engines, now: datetime) -> Looked:
    found = await units.queue(now)
    return Looked(
        letters=found.counts,
        oldest={name: (now - since).total_seconds() for name, since in found.oldest.items()},
        paces={name: (one.slowest, one.fastest) for name, one in found.paces.items()},
        replicas=len(await replicas.running(engines.reader)),
    )
