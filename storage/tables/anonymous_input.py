"""Anonymous input: no column says who, none says when, and the rows lie in no order of time."""

from datetime import date

from sqlalchemy import Column, Date, Named, String, Table, UniqueConstraint

from bot.model.staff_input import AnonymousState, DeclineReason, Need, Scope, Topic
from storage.columns import Encrypted, Value, choice
from storage.tables.base import Owned, metadata


class AnonymousInputColumns(Owned):
    receipt: Named[str] = Column(String(64))
    week: Named[date] = Column(Date)
    team: Named[str | None] = Column(String(64))
    topic: Named[Topic] = Column(choice(Topic))
    scope: Named[Scope] = Column(choice(Scope))
    see: Named[str] = Column(Encrypted)
    suggest: Named[str] = Column(Encrypted)
    state: Named[AnonymousState] = Column(choice(AnonymousState))
    more: Named[str] = Column(Encrypted)
    asked: Named[str] = Column(Encrypted)
    outcome: Named[str] = Column(Encrypted)
    reason: Named[DeclineReason | None] = Column(choice(DeclineReason))
    look_again: Named[date | None] = Column(Date)
    meeting_on: Named[date | None] = Column(Date)
    decision: Named[str | None] = Column(String(16))
    decision_id: Named[str | None] = Column(String(32))
    routed_to: Named[str | None] = Column(String(64))
    needs: Named[tuple[Need, ...]] = Column(Value[tuple[Need, ...]](tuple[Need, ...]))


anonymous_inputs = Table(
    "anonymous_inputs",
    metadata,
    AnonymousInputColumns,
    UniqueConstraint("school", "receipt"),
    sqlite_with_rowid=False,
)
