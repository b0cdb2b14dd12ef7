"""The days that are not ordinary school days, how they came to be, and where they can be subscribed to."""

from datetime import date, datetime, time

from sqlalchemy import Column, Date, Named, String, Table, Time, TypedColumns, UniqueConstraint

from bot.model.calendar import DayKind
from bot.model.calendar_changes import ChangeState, DayEntry, Postponed
from storage.columns import Utc, Value, choice
from storage.tables.base import Owned, metadata


class CalendarDayColumns(Owned):
    day: Named[date] = Column(Date)
    kind: Named[DayKind] = Column(choice(DayKind))
    note: Named[str] = Column(String(200))
    opens: Named[time | None] = Column(Time)
    closes: Named[time | None] = Column(Time)


calendar_days = Table("calendar_days", metadata, CalendarDayColumns, UniqueConstraint("school", "day"))


class CalendarChangeColumns(Owned):
    made_by: Named[str] = Column(String(32))
    made_at: Named[datetime] = Column(Utc)
    days: Named[tuple[DayEntry, ...]] = Column(Value[tuple[DayEntry, ...]](tuple[DayEntry, ...]))
    state: Named[ChangeState] = Column(choice(ChangeState))
    before: Named[tuple[DayEntry, ...]] = Column(Value[tuple[DayEntry, ...]](tuple[DayEntry, ...]))
    postponed: Named[tuple[Postponed, ...]] = Column(Value[tuple[Postponed, ...]](tuple[Postponed, ...]))


calendar_changes = Table("calendar_changes", metadata, CalendarChangeColumns)


class CalendarFeedColumns(TypedColumns):
    """The secret part of the address at which a school's dates can be subscribed to."""

    school: Named[str] = Column(String(64), primary_key=True)
    token: Named[str] = Column(String(64), unique=True)


calendar_feeds = Table("calendar_feeds", metadata, CalendarFeedColumns)
