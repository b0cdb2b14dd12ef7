"""1:1 check-ins: the standing appointments, what deviates from them, and topics."""

from datetime import date, datetime, time

from sqlalchemy import Boolean, Column, Date, Integer, Named, String, Table, Time, UniqueConstraint

from bot.model.checkins import Cadence
from storage.columns import Encrypted, Utc, choice
from storage.tables.base import Owned, metadata


class SeriesColumns(Owned):
    leader: Named[str] = Column(String(32))
    lead: Named[str] = Column(String(32))
    cadence: Named[Cadence] = Column(choice(Cadence))
    first: Named[date] = Column(Date)
    at: Named[time] = Column(Time)
    minutes: Named[int] = Column(Integer)
    active: Named[bool] = Column(Boolean)
    only_on: Named[str | None] = Column(String(20))


series = Table("check_in_series", metadata, SeriesColumns, UniqueConstraint("school", "leader", "lead"))


class ChangeColumns(Owned):
    series: Named[str] = Column(String(32))
    day: Named[date] = Column(Date)
    by: Named[str] = Column(String(32))
    changed_at: Named[datetime] = Column(Utc)
    to: Named[date | None] = Column(Date)
    at: Named[time | None] = Column(Time)


changes = Table("check_in_changes", metadata, ChangeColumns, UniqueConstraint("school", "series", "day"))


class TopicColumns(Owned):
    series: Named[str] = Column(String(32), index=True)
    day: Named[date] = Column(Date)
    author: Named[str] = Column(String(32))
    text: Named[str] = Column(Encrypted)
    talk_only: Named[bool] = Column(Boolean)
    added_at: Named[datetime] = Column(Utc)


topics = Table("check_in_topics", metadata, TopicColumns)
