"""Couriers, each with what it needs of the core."""

from dataclasses import replace
from datetime import timedelta

from bot.app.core import Core, reasons
from bot.courier import Courier
from bot.pacing import Pace, Pacer
from bot.ports import Messenger
from bot.watching import Watched


def courier_on(
    platform: str,
    core: Core,
    messenger: Messenger,
    *,
    pace: Pace | None,
    lease: timedelta,
    looks_up: bool = True,
) -> Courier:
    """What empties the outbox on a platform, at so many messages a second and with so long a lease.

    `looks_up`: the platform tells whether a letter is there.
    """
    return Courier(
        core.units,
        Watched(messenger, core.metrics.deliveries),
        core.clock,
        reasons=reasons(),
        pacer=Pacer(pace),
        platform=platform,
        lease=lease,
        looks_up=looks_up,
        watching=core.metrics.deliveries,
    )


def paced(pace: Pace, times: float) -> Pace:
    """So many times as fast."""
    return replace(
        pace, workspace=pace.workspace * times, most=pace.most * times, channel=pace.channel * times
    )
