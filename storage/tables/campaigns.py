"""What the ILT asks: campaigns and their answers, and the staff pulse, with who answered kept apart."""

from datetime import date

from sqlalchemy import Column, Date, Index, Integer, Named, String, Table, Text, UniqueConstraint

from bot.model.campaigns import CampaignState, Theme
from bot.model.pulses import PulseResult
from bot.model.staff_input import Mode
from storage.columns import Encrypted, Value, choice
from storage.tables.base import Owned, metadata


class CampaignColumns(Owned):
    number: Named[int] = Column(Integer)
    question: Named[str] = Column(Text)
    teams: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    days: Named[int] = Column(Integer)
    asked_by: Named[str] = Column(String(32))
    drafted_on: Named[date] = Column(Date)
    opened_on: Named[date | None] = Column(Date)
    closes_on: Named[date | None] = Column(Date)
    themes: Named[tuple[Theme, ...]] = Column(Value[tuple[Theme, ...]](tuple[Theme, ...]))
    next_step: Named[str] = Column(Text)
    answers: Named[int] = Column(Integer)
    state: Named[CampaignState] = Column(choice(CampaignState))


campaigns = Table("campaigns", metadata, CampaignColumns, UniqueConstraint("school", "number"))


class CampaignAnswerColumns(Owned):
    campaign: Named[str] = Column(String(32))
    author: Named[str] = Column(String(32))
    team: Named[str | None] = Column(String(64))
    carrier: Named[str | None] = Column(String(32))
    mode: Named[Mode] = Column(choice(Mode))
    words: Named[str] = Column(Encrypted)
    answered_on: Named[date] = Column(Date)


answers = Table(
    "campaign_answers", metadata, CampaignAnswerColumns, UniqueConstraint("school", "campaign", "author")
)


class CampaignWordsColumns(Owned):
    """An answer without a name: nobody, no moment, and in no order of time."""

    campaign: Named[str] = Column(String(32))
    words: Named[str] = Column(Encrypted)
    until: Named[date] = Column(Date)


nameless = Table("campaign_words", metadata, CampaignWordsColumns, sqlite_with_rowid=False)
Index("ix_campaign_words_campaign", nameless.c.school, nameless.c.campaign)


class PulseColumns(Owned):
    opens_on: Named[date] = Column(Date)
    closes_on: Named[date] = Column(Date)
    result: Named[PulseResult | None] = Column(Value[PulseResult](PulseResult))


pulses = Table("pulses", metadata, PulseColumns, UniqueConstraint("school", "opens_on"))


class PulseAnswerColumns(Owned):
    pulse: Named[str] = Column(String(32))
    mark: Named[int] = Column(Integer)


pulse_answers = Table("pulse_answers", metadata, PulseAnswerColumns, sqlite_with_rowid=False)


class PulseParticipantColumns(Owned):
    pulse: Named[str] = Column(String(32))
    person: Named[str] = Column(String(32))


participants = Table(
    "pulse_participants",
    metadata,
    PulseParticipantColumns,
    UniqueConstraint("school", "pulse", "person"),
    sqlite_with_rowid=False,
)
