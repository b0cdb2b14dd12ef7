"""What the ILT's people said they would do."""

from datetime import date

from sqlalchemy import Column, Date, Index, Named, String, Table, Text

from bot.model.commitments import CommitmentState
from storage.columns import Value, choice
from storage.tables.base import Owned, metadata


class CommitmentColumns(Owned):
    text: Named[str] = Column(Text)
    owner: Named[str] = Column(String(32))
    by: Named[str] = Column(String(32))
    made_on: Named[date] = Column(Date)
    due_on: Named[date] = Column(Date)
    others: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    day: Named[date | None] = Column(Date)
    waits_on: Named[str | None] = Column(String(32))
    waits_since: Named[date | None] = Column(Date)
    state: Named[CommitmentState] = Column(choice(CommitmentState))
    note: Named[str] = Column(Text)
    said_on: Named[date | None] = Column(Date)
    ended_on: Named[date | None] = Column(Date)


commitments = Table("commitments", metadata, CommitmentColumns)
Index("ix_commitments_state", commitments.c.school, commitments.c.state)
