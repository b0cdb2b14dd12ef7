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
    case,
    column,
    false,
)

from bot.messages.vocabulary import Message
from bot.model.outbox import SHAPE, LetterAct, LetterState
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
    shape: Named[int] = Column(Integer, default=SHAPE, server_default="1", onupdate=RESHAPED)


outbox = Table("outbox", metadata, OutboxColumns, UniqueConstraint("school", "key"))
Index(
    "ix_outbox_waiting",
    outbox.c.school,
    outbox.c.due_at,
    sqlite_where=outbox.c.state == LetterState.PENDING,
    postgresql_where=outbox.c.state == LetterState.PENDING,
)
Index("ix_outbox_turns", outbox.c.school, outbox.c.audience, outbox.c.state, outbox.c.due_at)
Index("ix_outbox_leases", outbox.c.state, outbox.c.lease_until)
Index("ix_outbox_told_in", outbox.c.school, outbox.c.told_in)
