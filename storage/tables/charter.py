"""The charter in its versions, who signed them, and the quarterly question about trust."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import (
    Column,
    Date,
    Float,
    Integer,
    Named,
    String,
    Table,
    TypedColumns,
    UniqueConstraint,
)

from bot.model.cadence import Cadence
from bot.model.charter import CharterState, Part
from bot.model.protocol import Protocol
from bot.model.settings import Authority
from bot.model.trust import RoundState
from storage.columns import Utc, Value, choice
from storage.tables.base import Owned, metadata


class CharterColumns(Owned):
    number: Named[int] = Column(Integer)
    drafted_by: Named[str] = Column(String(32))
    sections: Named[Mapping[Part, str]] = Column(Value[Mapping[Part, str]](dict[Part, str]))
    ilt_only: Named[tuple[Part, ...]] = Column(Value[tuple[Part, ...]](tuple[Part, ...]))
    cadence: Named[Cadence] = Column(Value[Cadence](Cadence))
    protocol: Named[Protocol] = Column(Value[Protocol](Protocol))
    authority: Named[tuple[Authority, ...]] = Column(Value[tuple[Authority, ...]](tuple[Authority, ...]))
    state: Named[CharterState] = Column(choice(CharterState))
    proposed_at: Named[datetime | None] = Column(Utc)
    adopted_at: Named[datetime | None] = Column(Utc)
    adopted_by: Named[str | None] = Column(String(32))
    review_on: Named[date | None] = Column(Date)


charters = Table("charters", metadata, CharterColumns, UniqueConstraint("school", "number"))


class SignatureColumns(Owned):
    charter: Named[str] = Column(String(32))
    person: Named[str] = Column(String(32))
    signed_on: Named[date] = Column(Date)


signatures = Table("charter_signatures", metadata, SignatureColumns, UniqueConstraint("charter", "person"))


class RoundColumns(Owned):
    opened_on: Named[date] = Column(Date)
    closes_at: Named[datetime] = Column(Utc)
    state: Named[RoundState] = Column(choice(RoundState))
    average: Named[float | None] = Column(Float)
    spread: Named[float | None] = Column(Float)


rounds = Table("trust_rounds", metadata, RoundColumns, UniqueConstraint("school", "opened_on"))


class ParticipantColumns(TypedColumns):
    """Who has answered in a round that is open; neither when nor what."""

    round: Named[str] = Column(String(32), primary_key=True)
    person: Named[str] = Column(String(32), primary_key=True)
    school: Named[str] = Column(String(64), index=True)


participants = Table("trust_participants", metadata, ParticipantColumns)


class AnswerColumns(TypedColumns):
    """How many gave each answer in a round that is open: a number, and no row for anybody."""

    round: Named[str] = Column(String(32), primary_key=True)
    rating: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    school: Named[str] = Column(String(64), index=True)
    many: Named[int] = Column(Integer)


answers = Table("trust_answers", metadata, AnswerColumns)
