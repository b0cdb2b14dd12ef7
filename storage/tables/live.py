"""Meetings as they really went, and what they parked."""

from datetime import date, datetime

from sqlalchemy import Boolean, Column, Date, Index, Integer, Named, String, Table, UniqueConstraint

from bot.model.live import Ask, Met, RunLine, RunState
from bot.model.parking import ParkedState
from storage.columns import Utc, Value, choice
from storage.tables.base import Owned, metadata


class RunColumns(Owned):
    day: Named[date] = Column(Date)
    planned_start: Named[datetime] = Column(Utc)
    planned_end: Named[datetime] = Column(Utc)
    started_at: Named[datetime] = Column(Utc)
    lines: Named[tuple[RunLine, ...]] = Column(Value[tuple[RunLine, ...]](tuple[RunLine, ...]))
    facilitator: Named[str | None] = Column(String(32))
    state: Named[RunState] = Column(choice(RunState))
    at: Named[int] = Column(Integer)
    ended_at: Named[datetime | None] = Column(Utc)
    more: Named[int] = Column(Integer)
    was_left: Named[bool] = Column(Boolean)
    asks: Named[tuple[Ask, ...]] = Column(Value[tuple[Ask, ...]](tuple[Ask, ...]))
    met: Named[tuple[Met, ...]] = Column(Value[tuple[Met, ...]](tuple[Met, ...]))
    changes: Named[int] = Column(Integer)


runs = Table("meeting_runs", metadata, RunColumns, UniqueConstraint("school", "day"))
Index("ix_meeting_runs_state", runs.c.school, runs.c.state)


class ParkedColumns(Owned):
    item: Named[str] = Column(String(32))
    day: Named[date] = Column(Date)
    parked_on: Named[date] = Column(Date)
    owner: Named[str | None] = Column(String(32))
    group: Named[str] = Column(String(300))
    due_on: Named[date | None] = Column(Date)
    state: Named[ParkedState] = Column(choice(ParkedState))
    settled_on: Named[date | None] = Column(Date)


parked = Table("parked", metadata, ParkedColumns)
Index("ix_parked_state", parked.c.school, parked.c.state)
