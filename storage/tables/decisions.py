"""Decisions, the questions staff ask about them, and who has read them."""

from datetime import date, datetime

from sqlalchemy import Boolean, Column, Date, Index, Integer, Named, String, Table, Text, UniqueConstraint

from bot.model.decisions import Authority, Basis, DecisionState, Step
from bot.model.decisions_questions import QuestionKind, QuestionState
from bot.model.decisions_support import Support
from storage.columns import Encrypted, Utc, Value, choice
from storage.tables.base import Owned, metadata


class DecisionColumns(Owned):
    number: Named[int] = Column(Integer)
    statement: Named[str] = Column(Text)
    why: Named[str] = Column(Text)
    teams: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    starts_on: Named[date] = Column(Date)
    helper: Named[str] = Column(String(32))
    decided_by: Named[str] = Column(String(32))
    decided_at: Named[datetime] = Column(Utc)
    students: Named[str] = Column(Text)
    changes: Named[dict[str, str]] = Column(Value[dict[str, str]](dict[str, str]))
    change: Named[str] = Column(Text)
    stops: Named[str] = Column(Text)
    authority: Named[Authority] = Column(choice(Authority))
    review_on: Named[date | None] = Column(Date)
    inputs: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    from_trend: Named[bool] = Column(Boolean)
    replaces: Named[str | None] = Column(String(32))
    state: Named[DecisionState] = Column(choice(DecisionState))
    relayed_at: Named[datetime | None] = Column(Utc)
    withdrawn_at: Named[datetime | None] = Column(Utc)
    corrections: Named[int] = Column(Integer, server_default="0")
    corrected_on: Named[date | None] = Column(Date)
    reviews: Named[int] = Column(Integer, server_default="0")
    news: Named[Step | None] = Column(choice(Step))
    news_on: Named[date | None] = Column(Date)
    basis: Named[Basis | None] = Column(Value[Basis](Basis))
    proposed_at: Named[datetime | None] = Column(Utc)
    ratified_at: Named[datetime | None] = Column(Utc)
    minutes: Named[int | None] = Column(Integer)
    minutes_for: Named[dict[str, int]] = Column(Value[dict[str, int]](dict[str, int]), server_default="{}")
    stops_for: Named[dict[str, str]] = Column(Value[dict[str, str]](dict[str, str]), server_default="{}")
    alternatives: Named[str] = Column(Text, server_default="")
    student_need: Named[str] = Column(Text, server_default="")
    teacher_need: Named[str] = Column(Text, server_default="")
    none: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]), server_default="[]")
    sponsor: Named[str | None] = Column(String(32))
    support: Named[Support] = Column(Value[Support](Support), server_default="{}")
    supported_on: Named[date | None] = Column(Date)
    support_checks: Named[dict[str, bool]] = Column(
        Value[dict[str, bool]](dict[str, bool]), server_default="{}"
    )
    reviewer: Named[str | None] = Column(String(32))
    window: Named[str | None] = Column(String(32))
    not_shared: Named[str] = Column(Text, server_default="")
    asks: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]), server_default="[]")


decisions = Table("decisions", metadata, DecisionColumns, UniqueConstraint("school", "number"))
Index("ix_decisions_state", decisions.c.school, decisions.c.state)


class DecisionQuestionColumns(Owned):
    decision: Named[str] = Column(String(32), index=True)
    kind: Named[QuestionKind] = Column(choice(QuestionKind))
    text: Named[str] = Column(Encrypted)
    asked_by: Named[str] = Column(String(32))
    asked_at: Named[datetime] = Column(Utc)
    team: Named[str | None] = Column(String(64))
    state: Named[QuestionState] = Column(choice(QuestionState))
    answer: Named[str] = Column(Encrypted)
    answered_by: Named[str | None] = Column(String(32))
    answered_at: Named[datetime | None] = Column(Utc)


decision_questions = Table("decision_questions", metadata, DecisionQuestionColumns)
Index("ix_decision_questions_state", decision_questions.c.school, decision_questions.c.state)


class DecisionReceiptColumns(Owned):
    decision: Named[str] = Column(String(32))
    person: Named[str] = Column(String(32))


decision_receipts = Table(
    "decision_receipts",
    metadata,
    DecisionReceiptColumns,
    UniqueConstraint("school", "decision", "person"),
)


class DecisionChangeColumns(Owned):
    decision: Named[str] = Column(String(32), index=True)
    step: Named[Step] = Column(choice(Step))
    by: Named[str] = Column(String(32))
    at: Named[datetime] = Column(Utc)
    reason: Named[str] = Column(Text)
    now_do: Named[str] = Column(Text)
    before: Named[str] = Column(Text)
    review_on: Named[date | None] = Column(Date)


decision_changes = Table("decision_changes", metadata, DecisionChangeColumns)


class FirstStepColumns(Owned):
    decision: Named[str] = Column(String(32))
    person: Named[str] = Column(String(32))
    words: Named[str] = Column(Text)
    at: Named[datetime] = Column(Utc)


first_steps = Table(
    "first_steps", metadata, FirstStepColumns, UniqueConstraint("school", "decision", "person")
)


class DecisionTellerColumns(Owned):
    decision: Named[str] = Column(String(32))
    to: Named[str] = Column(String(80))
    person: Named[str] = Column(String(32))


decision_tellers = Table(
    "decision_tellers", metadata, DecisionTellerColumns, UniqueConstraint("school", "decision", "to")
)
