"""The meeting series, its meetings, what is on their agendas and who has which role."""

from datetime import date, datetime, time

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    Named,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
    false,
)

from bot.model.meetings import Every, ItemState, MeetingState, Outcome, Provenance
from bot.model.rotation import MeetingRole
from storage.columns import Utc, Value, choice
from storage.tables.base import Owned, metadata


class SeriesColumns(Owned):
    title: Named[str] = Column(String(120))
    every: Named[Every] = Column(choice(Every))
    first: Named[date] = Column(Date)
    at: Named[time] = Column(Time)
    minutes: Named[int] = Column(Integer)
    call_at: Named[time] = Column(Time)
    draft_at: Named[time] = Column(Time)
    publish_at: Named[time] = Column(Time)
    only_on: Named[str | None] = Column(String(20))


series = Table("meeting_series", metadata, SeriesColumns, UniqueConstraint("school"))


class MeetingColumns(Owned):
    day: Named[date] = Column(Date)
    starts_at: Named[datetime] = Column(Utc)
    minutes: Named[int] = Column(Integer)
    title: Named[str] = Column(String(120))
    state: Named[MeetingState] = Column(choice(MeetingState))
    deep_dive: Named[str | None] = Column(String(64))
    moved_to: Named[date | None] = Column(Date)
    skipped: Named[bool] = Column(Boolean, server_default=false())


meetings = Table("meetings", metadata, MeetingColumns, UniqueConstraint("school", "day"))


class ItemColumns(Owned):
    day: Named[date] = Column(Date)
    title: Named[str] = Column(String(300))
    minutes: Named[int] = Column(Integer)
    provenance: Named[Provenance] = Column(choice(Provenance))
    added_at: Named[datetime] = Column(Utc)
    outcome: Named[Outcome] = Column(choice(Outcome))
    source: Named[str] = Column(String(64))
    label: Named[str] = Column(String(120))
    detail: Named[str] = Column(Text)
    by: Named[str | None] = Column(String(32))
    state: Named[ItemState] = Column(choice(ItemState))


items = Table("agenda_items", metadata, ItemColumns)
Index("ix_agenda_items_open", items.c.school, items.c.state)


class RoleHolderColumns(Owned):
    day: Named[date] = Column(Date)
    role: Named[MeetingRole] = Column(choice(MeetingRole))
    person: Named[str] = Column(String(32))
    passed: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))


role_holders = Table("meeting_roles", metadata, RoleHolderColumns, UniqueConstraint("school", "day", "role"))
