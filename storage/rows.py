"""Writing rows that nobody waits for, so that whatever depends on what is written hears of it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.dml import Insert

from storage.later import take_along
from storage.looks import written
from storage.recalled import forget_answers


async def write(session: AsyncSession, statement: Insert, row: Mapping[str, Any]) -> None:
    """Write a row with the next trip to the database (`storage.later`)."""
    forget_answers(session.sync_session)
    written(session.sync_session, statement.table)
    await take_along(session, statement, row)
