"""What follows a relay: rounds on how it goes, help, office hours, talks in teams, and two documents."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Column, Date, Integer, Named, String, Table, Text, UniqueConstraint

from bot.model.going import Going, GoingResult
from bot.model.relaying import DocumentState
from storage.columns import Encrypted, Utc, Value, choice
from storage.tables.base import Owned, metadata


class RoundColumns(Owned):
    decision: Named[str] = Column(String(32))
    teams: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    opens_on: Named[date] = Column(Date)
    closes_on: Named[date] = Column(Date)
    result: Named[GoingResult | None] = Column(Value[GoingResult](GoingResult))


rounds = Table("going_rounds", metadata, RoundColumns, UniqueConstraint("school", "decision", "opens_on"))


class GoingAnswerColumns(Owned):
    round: Named[str] = Column(String(32))
    team: Named[str] = Column(String(64))
    mark: Named[Going] = Column(choice(Going))


answers = Table("going_answers", metadata, GoingAnswerColumns, sqlite_with_rowid=False)


class GoingParticipantColumns(Owned):
    round: Named[str] = Column(String(32))
    person: Named[str] = Column(String(32))


participants = Table(
    "going_participants",
    metadata,
    GoingParticipantColumns,
    UniqueConstraint("school", "round", "person"),
    sqlite_with_rowid=False,
)


class HelpColumns(Owned):
    decision: Named[str] = Column(String(32))
    to: Named[str | None] = Column(String(32))
    person: Named[str | None] = Column(String(32))
    words: Named[str] = Column(Encrypted)
    week: Named[date] = Column(Date)


helps = Table("help_requests", metadata, HelpColumns, sqlite_with_rowid=False)


class SlotColumns(Owned):
    decision: Named[str] = Column(String(32))
    coach: Named[str] = Column(String(32))
    starts_at: Named[datetime] = Column(Utc)
    minutes: Named[int] = Column(Integer)
    place: Named[str] = Column(Text)
    booked_by: Named[str | None] = Column(String(32))


slots = Table("office_slots", metadata, SlotColumns, UniqueConstraint("school", "coach", "starts_at"))


class TalkColumns(Owned):
    day: Named[date] = Column(Date)
    team: Named[str] = Column(String(64))
    rep: Named[str] = Column(String(32))
    discussed_on: Named[date | None] = Column(Date)
    questions: Named[int] = Column(Integer)


talks = Table("team_talks", metadata, TalkColumns, UniqueConstraint("school", "day", "team"))


class FamilyColumns(Owned):
    decision: Named[str] = Column(String(32))
    words: Named[str] = Column(Text)
    of: Named[str] = Column(String(80))
    state: Named[DocumentState] = Column(choice(DocumentState))
    approved_by: Named[str | None] = Column(String(32))
    approved_on: Named[date | None] = Column(Date)


families = Table("family_summaries", metadata, FamilyColumns, UniqueConstraint("school", "decision"))


class DigestColumns(Owned):
    month: Named[date] = Column(Date)
    words: Named[str] = Column(Text)
    strategies: Named[Mapping[str, str]] = Column(Value[Mapping[str, str]](Mapping[str, str]))
    made_at: Named[datetime] = Column(Utc)
    state: Named[DocumentState] = Column(choice(DocumentState))
    approved_by: Named[str | None] = Column(String(32))
    approved_on: Named[date | None] = Column(Date)


digests = Table("team_digests", metadata, DigestColumns, UniqueConstraint("school", "month"))
