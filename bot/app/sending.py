"""Couriers, each with what it needs of the core."""

from datetime import timedelta

from bot.app.core import Core, reasons
from bot.courier import Courier
from bot.pacing import Pace, Pacer
from bot.ports import Messenger


def courier_on(
    platform: str, core: Core, messenger: Messenger, *, pace: Pace | None, lease: timedelta
) -> Courier:
    """What empties the outbox on a platform, at so many messages a second and with so long a lease."""
    return Courier(
        core.units,
        messenger,
        core.clock,
        reasons=reasons(),
        pacer=Pacer(pace),
        platform=platform,
        lease=lease,
    )
