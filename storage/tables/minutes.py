"""The minutes of meetings and what stands under their items; the closing question; rounds of voices."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Boolean, Column, Date, Integer, Named, String, Table, Text, UniqueConstraint

from bot.model.closing import ClosingMeans, ClosingState, Touched
from bot.model.languages import Language
from bot.model.minutes import MinutesState
from storage.columns import Encrypted, EncryptedValue, Utc, Value, choice
from storage.tables.base import Owned, metadata


class MinutesColumns(Owned):
    day: Named[date] = Column(Date)
    version: Named[int] = Column(Integer)
    drafted_at: Named[datetime] = Column(Utc)
    state: Named[MinutesState] = Column(choice(MinutesState))
    notes: Named[Mapping[str, str]] = Column(Value[Mapping[str, str]](dict[str, str]))
    remarks: Named[str] = Column(Text)
    asked: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    by: Named[str | None] = Column(String(32))
    settled_at: Named[datetime | None] = Column(Utc)
    why: Named[str] = Column(Text)


minutes = Table("minutes", metadata, MinutesColumns, UniqueConstraint("school", "day", "version"))


class ExcerptColumns(Owned):
    day: Named[date] = Column(Date, index=True)
    place: Named[str] = Column(String(160))
    words: Named[str] = Column(Text)
    link: Named[str] = Column(String(500))
    by: Named[str] = Column(String(32))
    added_at: Named[datetime] = Column(Utc)


excerpts = Table("minutes_excerpts", metadata, ExcerptColumns)


class PreReadColumns(Owned):
    day: Named[date] = Column(Date, index=True)
    place: Named[str] = Column(String(160))
    words: Named[str] = Column(Text)
    by: Named[str] = Column(String(32))
    added_at: Named[datetime] = Column(Utc)


pre_reads = Table("meeting_pre_reads", metadata, PreReadColumns)


class OpenDocumentColumns(Owned):
    token: Named[str] = Column(String(64), unique=True)
    what: Named[str] = Column(String(120))
    language: Named[Language] = Column(choice(Language))
    expires_at: Named[datetime] = Column(Utc)


open_documents = Table("open_documents", metadata, OpenDocumentColumns)


class ClosingColumns(Owned):
    day: Named[date] = Column(Date)
    closes_at: Named[datetime] = Column(Utc)
    state: Named[ClosingState] = Column(choice(ClosingState))
    means: Named[ClosingMeans | None] = Column(Value[ClosingMeans](ClosingMeans))
    plus: Named[tuple[str, ...]] = Column(EncryptedValue[tuple[str, ...]](tuple[str, ...]))
    delta: Named[tuple[str, ...]] = Column(EncryptedValue[tuple[str, ...]](tuple[str, ...]))
    pledge: Named[str] = Column(Text)
    touched: Named[Touched | None] = Column(Value[Touched](Touched))


closings = Table("meeting_closings", metadata, ClosingColumns, UniqueConstraint("school", "day"))


class ClosingAnswerColumns(Owned):
    """An answer without a name: nobody, no moment, and in no order of time."""

    closing: Named[str] = Column(String(32))
    worth: Named[int] = Column(Integer)
    change: Named[int] = Column(Integer)
    plus: Named[str] = Column(Encrypted)
    delta: Named[str] = Column(Encrypted)


closing_answers = Table("closing_answers", metadata, ClosingAnswerColumns, sqlite_with_rowid=False)


class ClosingParticipantColumns(Owned):
    closing: Named[str] = Column(String(32))
    person: Named[str] = Column(String(32))


closing_participants = Table(
    "closing_participants",
    metadata,
    ClosingParticipantColumns,
    UniqueConstraint("school", "closing", "person"),
    sqlite_with_rowid=False,
)


class VoiceRoundColumns(Owned):
    day: Named[date] = Column(Date)
    line: Named[int] = Column(Integer)
    eligible: Named[int] = Column(Integer)
    spoke: Named[int] = Column(Integer)
    passed: Named[int] = Column(Integer)
    is_open: Named[bool] = Column(Boolean)


voice_rounds = Table("voice_rounds", metadata, VoiceRoundColumns, UniqueConstraint("school", "day", "line"))


class VoiceTapColumns(Owned):
    """Who has had their turn while an item is open; not whether they spoke."""

    round: Named[str] = Column(String(32))
    person: Named[str] = Column(String(32))


voice_taps = Table(
    "voice_taps",
    metadata,
    VoiceTapColumns,
    UniqueConstraint("school", "round", "person"),
    sqlite_with_rowid=False,
)
