"""The days that are not ordinary school days."""

from datetime import date

from sqlalchemy import Column, Date, Named, String, Table, UniqueConstraint

from bot.model.calendar import DayKind
from storage.columns import choice
from storage.tables.base import Owned, metadata


class CalendarDayColumns(Owned):
    day: Named[date] = Column(Date)
    kind: Named[DayKind] = Column(choice(DayKind))
    note: Named[str] = Column(String(200))


calendar_days = Table("calendar_days", metadata, CalendarDayColumns, UniqueConstraint("school", "day"))
