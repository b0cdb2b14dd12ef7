"""Messages on their way, and what became of each."""

from datetime import datetime

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    Named,
    String,
    Table,
    UniqueConstraint,
    and_,
    case,
    column,
    false,
)

from bot.messages.vocabulary import Message
from bot.model.outbox import SHAPE, LetterAct, LetterState, Priority
from storage.columns import EncryptedValue, Utc, choice
from storage.tables.base import Owned, metadata

RESHAPED = case((column("shape") > SHAPE, column("shape")), else_=SHAPE)
"""Whoever changes a letter may have put it in their own shape; what a newer program wrote stays newer."""


class OutboxColumns(Owned):
    key: Named[str] = Column(String(255))
    audience: Named[str] = Column(String(120))
    message: Named[Message] = Column(EncryptedValue[Message](Message))
    platform: Named[str] = Column(String(16))
    act: Named[LetterAct] = Column(choice(LetterAct), server_default=LetterAct.POST.value)
    state: Named[LetterState] = Column(choice(LetterState))
    due_at: Named[datetime] = Column(Utc)
    stale_at: Named[datetime | None] = Column(Utc)
    thread: Named[str | None] = Column(String(255))
    reason: Named[str | None] = Column(String(120))
    if_unknown: Named[str] = Column(String(8))
    attempts: Named[int] = Column(Integer)
    lease_until: Named[datetime | None] = Column(Utc)
    lease_owner: Named[str | None] = Column(String(64))
    first_tried_at: Named[datetime | None] = Column(Utc)
    settled_at: Named[datetime | None] = Column(Utc)
    address: Named[str | None] = Column(String(255))
    reference: Named[str | None] = Column(String(255))
    trouble: Named[str | None] = Column(String(120))
    held_at: Named[datetime | None] = Column(Utc)
    weight: Named[int | None] = Column(Integer)
    let_go_at: Named[datetime | None] = Column(Utc)
    is_gathered: Named[bool] = Column(Boolean, server_default=false())
    told_in: Named[str | None] = Column(String(255))
    link: Named[str | None] = Column(String(500))
    priority: Named[int] = Column(Integer, server_default=str(Priority.DEADLINE.value))
    shape: Named[int] = Column(Integer, default=SHAPE, server_default="1", onupdate=RESHAPED)


outbox = Table("outbox", metadata, OutboxColumns, UniqueConstraint("school", "key"))
pending = outbox.c.state == LetterState.PENDING
Index("ix_outbox_waiting", outbox.c.school, outbox.c.due_at, sqlite_where=pending, postgresql_where=pending)
free = and_(pending, outbox.c.held_at.is_(None))
Index(
    "ix_outbox_ready",
    outbox.c.platform,
    outbox.c.due_at,
    outbox.c.school,
    outbox.c.priority,
    outbox.c.weight,
    outbox.c.let_go_at,
    sqlite_where=free,
    postgresql_where=free,
)
Index(
    "ix_outbox_queue",
    outbox.c.school,
    outbox.c.platform,
    outbox.c.priority,
    outbox.c.due_at,
    outbox.c.id,
    sqlite_where=free,
    postgresql_where=free,
)
Index("ix_outbox_turns", outbox.c.school, outbox.c.audience, outbox.c.state, outbox.c.due_at)
Index("ix_outbox_leases", outbox.c.state, outbox.c.lease_until)
Index("ix_outbox_told_in", outbox.c.school, outbox.c.told_in)
