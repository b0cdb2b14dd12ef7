"""The meeting series, its meetings, what is on their agendas and who has which role."""

from collections.abc import Mapping
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

from bot.model.agenda_items import DataBrought, Focus, ItemKind, ItemState, Outcome, Provenance, Split
from bot.model.meeting_series import Every
from bot.model.meetings import MeetingState
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
    objectives: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]), server_default="[]")
    template: Named[str | None] = Column(String(64))
    scope: Named[str] = Column(String(64), server_default="")
    direction: Named[str] = Column(String(300), server_default="")
    returned: Named[int] = Column(Integer, server_default="0")
    trimmed: Named[Mapping[str, int]] = Column(
        Value[Mapping[str, int]](Mapping[str, int]), server_default="{}"
    )
    settled: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]), server_default="[]")
    thread_until: Named[date | None] = Column(Date)
    split: Named[Split | None] = Column(Value[Split](Split))
    unlinked_why: Named[str] = Column(String(300), server_default="")
    reason: Named[str] = Column(String(200), server_default="")
    purpose: Named[str] = Column(String(200), server_default="")


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
    kind: Named[ItemKind] = Column(choice(ItemKind), server_default=ItemKind.INSTRUCTIONAL.value)
    focus: Named[Focus | None] = Column(choice(Focus))
    example: Named[str] = Column(Text, server_default="")
    students: Named[str] = Column(Text, server_default="")
    problem: Named[str | None] = Column(String(32))
    strategy: Named[str | None] = Column(String(64))
    memo: Named[bool] = Column(Boolean, server_default=false())
    hard: Named[bool] = Column(Boolean, server_default=false())
    touched_on: Named[date | None] = Column(Date)
    why: Named[str] = Column(Text, server_default="")
    team: Named[str | None] = Column(String(64))
    standards: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]), server_default="[]")
    brought: Named[DataBrought | None] = Column(Value[DataBrought](DataBrought))


items = Table("agenda_items", metadata, ItemColumns)
Index("ix_agenda_items_open", items.c.school, items.c.state)


class RoleHolderColumns(Owned):
    day: Named[date] = Column(Date)
    role: Named[MeetingRole] = Column(choice(MeetingRole))
    person: Named[str] = Column(String(32))
    passed: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    asked: Named[str | None] = Column(String(32))
    offered: Named[str | None] = Column(String(32))


role_holders = Table("meeting_roles", metadata, RoleHolderColumns, UniqueConstraint("school", "day", "role"))
