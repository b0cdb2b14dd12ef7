"""After the clock was set: nothing waits for a moment that a wrong clock named."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import tables
from storage.outcomes import IN_FLIGHT

outbox = tables.outbox.outbox.c

A_LEASE_AT_MOST = timedelta(minutes=2)
"""As long as a letter is ever left to one courier; `bot.settings` lets nobody ask for more."""


async def shorten_leases(session: AsyncSession, now: datetime) -> None:
    """Let no letter be left to its courier for longer than a lease, as a clock that was ahead has said."""
    latest = now + A_LEASE_AT_MOST
    held = update(tables.outbox.outbox).where(outbox.state.in_(IN_FLIGHT), outbox.lease_until > latest)
    await session.execute(held.values(lease_until=latest))
