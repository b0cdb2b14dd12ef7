"""The time on the database server's clock, which all programs that share it can go by."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine


async def server_time(engine: AsyncEngine) -> datetime | None:
    """The moment on the server's clock; None for a file, which has no clock of its own."""
    if engine.dialect.name != "postgresql":
        return None
    async with engine.connect() as connection:
        found: datetime = (await connection.execute(text("SELECT clock_timestamp()"))).scalar_one()
    return found
