"""Walkthrough windows and visits. No column says whom or which room was seen."""

from datetime import date

from sqlalchemy import Boolean, Column, Date, Integer, Named, String, Table, UniqueConstraint

from bot.model.walkthroughs import FirstVisit, Mark, Snapshot
from storage.columns import Encrypted, Value, choice
from storage.tables.base import Owned, metadata


class WindowColumns(Owned):
    key: Named[str] = Column(String(64))
    look_fors: Named[str] = Column(String(64))
    opens: Named[date] = Column(Date)
    closes: Named[date] = Column(Date)
    strategy: Named[str | None] = Column(String(64))
    goal: Named[int | None] = Column(Integer)
    published: Named[Snapshot | None] = Column(Value[Snapshot](Snapshot))
    is_closed: Named[bool] = Column(Boolean)


windows = Table("walkthrough_windows", metadata, WindowColumns, UniqueConstraint("school", "key"))


class VisitColumns(Owned):
    """`observer` and `day` are empty, and `notes` too, once the window is closed."""

    window: Named[str] = Column(String(32), index=True)
    band: Named[str] = Column(String(32))
    subject: Named[str] = Column(String(32))
    segment: Named[str | None] = Column(String(32))
    marks: Named[dict[str, Mark]] = Column(Value[dict[str, Mark]](dict[str, Mark]))
    first_visit: Named[FirstVisit] = Column(choice(FirstVisit))
    notes: Named[str] = Column(Encrypted)
    observer: Named[str | None] = Column(String(32))
    day: Named[date | None] = Column(Date)


visits = Table("walkthrough_visits", metadata, VisitColumns)
