"""Forgetting everything: for the sandbox, which may start its school again."""

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.tables import metadata


async def empty(engine: AsyncEngine) -> None:
    """Delete every row of every table, in one transaction."""
    async with engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            await connection.execute(delete(table))
