"""What staff told the ILT, and what became of each."""

from datetime import date, datetime

from sqlalchemy import Boolean, Column, Date, Index, Integer, Named, String, Table, UniqueConstraint

from bot.model.staff_input import DeclineReason, InputState, Mode, Need, Passage, Scope, Topic
from storage.columns import Encrypted, Utc, Value, choice
from storage.tables.base import Owned, metadata


class StaffInputColumns(Owned):
    number: Named[int] = Column(Integer)
    author: Named[str] = Column(String(32))
    team: Named[str | None] = Column(String(64))
    carrier: Named[str | None] = Column(String(32))
    mode: Named[Mode] = Column(choice(Mode))
    topic: Named[Topic] = Column(choice(Topic))
    scope: Named[Scope] = Column(choice(Scope))
    see: Named[str] = Column(Encrypted)
    suggest: Named[str] = Column(Encrypted)
    credit: Named[bool] = Column(Boolean)
    received_at: Named[datetime] = Column(Utc)
    state: Named[InputState] = Column(choice(InputState))
    passed_see: Named[str] = Column(Encrypted)
    passed_suggest: Named[str] = Column(Encrypted)
    passed_at: Named[datetime | None] = Column(Utc)
    outcome: Named[str] = Column(Encrypted)
    outcome_by: Named[str | None] = Column(String(32))
    outcome_at: Named[datetime | None] = Column(Utc)
    reason: Named[DeclineReason | None] = Column(choice(DeclineReason))
    look_again: Named[date | None] = Column(Date)
    meeting_on: Named[date | None] = Column(Date)
    decision: Named[str | None] = Column(String(16))
    decision_id: Named[str | None] = Column(String(32))
    agreed: Named[int | None] = Column(Integer)
    present: Named[int | None] = Column(Integer)
    routed_to: Named[str | None] = Column(String(64))
    needs: Named[tuple[Need, ...]] = Column(Value[tuple[Need, ...]](tuple[Need, ...]))
    triaged_at: Named[datetime | None] = Column(Utc)
    asked: Named[str] = Column(Encrypted)
    replied: Named[str] = Column(Encrypted)
    steps: Named[tuple[Passage, ...]] = Column(Value[tuple[Passage, ...]](tuple[Passage, ...]))


staff_input = Table("staff_input", metadata, StaffInputColumns, UniqueConstraint("school", "number"))
Index("ix_staff_input_author", staff_input.c.school, staff_input.c.author)
