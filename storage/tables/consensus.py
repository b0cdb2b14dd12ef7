"""Consensus checks with the votes of the round that is open, and the faculty's votes on decisions."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Boolean, Column, Date, Index, Integer, Named, String, Table, Text, UniqueConstraint

from bot.model.consensus import CheckState, Risk, Tally, Voice
from bot.model.decisions import Authority
from bot.model.protocol import Protocol
from bot.model.ratification import RatificationState
from storage.columns import Encrypted, EncryptedValue, Utc, Value, choice
from storage.tables.base import Owned, metadata


class CheckColumns(Owned):
    number: Named[int] = Column(Integer)
    proposal: Named[str] = Column(Text)
    why: Named[str] = Column(Text)
    authority: Named[Authority] = Column(choice(Authority))
    teams: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    opened_by: Named[str] = Column(String(32))
    opened_at: Named[datetime] = Column(Utc)
    protocol: Named[Protocol] = Column(Value[Protocol](Protocol))
    version: Named[int] = Column(Integer)
    state: Named[CheckState] = Column(choice(CheckState))
    round: Named[int] = Column(Integer)
    voters: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    guests: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    problem: Named[str | None] = Column(String(32))
    review_on: Named[date | None] = Column(Date)
    voices: Named[Mapping[str, Voice]] = Column(Value[Mapping[str, Voice]](dict[str, Voice]))
    gaps: Named[str] = Column(Text)
    switched: Named[str] = Column(Text)
    risks: Named[Mapping[Risk, int]] = Column(Value[Mapping[Risk, int]](dict[Risk, int]))
    risk_lines: Named[tuple[str, ...]] = Column(EncryptedValue[tuple[str, ...]](tuple[str, ...]))
    mitigation: Named[str] = Column(Text)
    concerns: Named[tuple[str, ...]] = Column(EncryptedValue[tuple[str, ...]](tuple[str, ...]))
    tallies: Named[tuple[Tally, ...]] = Column(Value[tuple[Tally, ...]](tuple[Tally, ...]))
    leader_last: Named[bool] = Column(Boolean)
    leader_reason: Named[str] = Column(Text)
    meeting: Named[date | None] = Column(Date)
    waits_until: Named[datetime | None] = Column(Utc)
    decision: Named[str | None] = Column(String(32))


checks = Table("consensus_checks", metadata, CheckColumns, UniqueConstraint("school", "number"))
Index("ix_consensus_checks_state", checks.c.school, checks.c.state)


class VoteColumns(Owned):
    check: Named[str] = Column(String(32))
    person: Named[str] = Column(String(32))
    value: Named[int] = Column(EncryptedValue[int](int))
    reason: Named[str] = Column(Encrypted)


votes = Table(
    "consensus_votes",
    metadata,
    VoteColumns,
    UniqueConstraint("school", "check", "person"),
    sqlite_with_rowid=False,
)


class TapColumns(Owned):
    check: Named[str] = Column(String(32))
    person: Named[str] = Column(String(32))


taps = Table(
    "consensus_taps",
    metadata,
    TapColumns,
    UniqueConstraint("school", "check", "person"),
    sqlite_with_rowid=False,
)


class VoiceColumns(Owned):
    check: Named[str] = Column(String(32), index=True)
    team: Named[str] = Column(String(64))
    words: Named[str] = Column(Encrypted)


voices = Table("consensus_voices", metadata, VoiceColumns, sqlite_with_rowid=False)


class RatificationColumns(Owned):
    decision: Named[str] = Column(String(32))
    opens_at: Named[datetime] = Column(Utc)
    closes_at: Named[datetime] = Column(Utc)
    share: Named[int] = Column(Integer)
    yes: Named[int] = Column(Integer)
    no: Named[int] = Column(Integer)
    abstain: Named[int] = Column(Integer)
    eligible: Named[int] = Column(Integer)
    state: Named[RatificationState] = Column(choice(RatificationState))


ratifications = Table("ratifications", metadata, RatificationColumns, UniqueConstraint("school", "decision"))


class RatifierColumns(Owned):
    ratification: Named[str] = Column(String(32))
    person: Named[str] = Column(String(32))


ratifiers = Table(
    "ratifiers",
    metadata,
    RatifierColumns,
    UniqueConstraint("school", "ratification", "person"),
    sqlite_with_rowid=False,
)
