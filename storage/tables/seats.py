"""The ILT's seats, suggestions for it, and the days on which teams meet."""

from datetime import date, datetime

from sqlalchemy import Boolean, Column, Date, Named, String, Table, UniqueConstraint

from bot.model.seats import SeatKind, SeatState
from storage.columns import Encrypted, Utc, Value, choice
from storage.tables.base import Owned, metadata


class SeatColumns(Owned):
    person: Named[str] = Column(String(32))
    kind: Named[SeatKind] = Column(choice(SeatKind))
    teams: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))
    why: Named[str] = Column(String(300))
    perspective: Named[str] = Column(String(300))
    starts: Named[date | None] = Column(Date)
    ends: Named[date | None] = Column(Date)
    state: Named[SeatState] = Column(choice(SeatState))
    invited_by: Named[str | None] = Column(String(32))
    invited_at: Named[datetime | None] = Column(Utc)
    accepted_at: Named[datetime | None] = Column(Utc)
    extended_because: Named[str] = Column(String(300))
    reps: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))


seats = Table("ilt_seats", metadata, SeatColumns)


class SuggestionColumns(Owned):
    """`by` is forgotten as soon as the suggested person has answered."""

    person: Named[str] = Column(String(32))
    by: Named[str | None] = Column(String(32))
    strength: Named[str] = Column(String(64))
    example: Named[str] = Column(Encrypted)
    asked_at: Named[datetime] = Column(Utc)
    agreed: Named[bool] = Column(Boolean)


suggestions = Table("ilt_suggestions", metadata, SuggestionColumns)


class TeamMeetingColumns(Owned):
    team: Named[str] = Column(String(64))
    day: Named[date] = Column(Date)
    happened: Named[bool] = Column(Boolean)


team_meetings = Table(
    "team_meetings", metadata, TeamMeetingColumns, UniqueConstraint("school", "team", "day")
)
