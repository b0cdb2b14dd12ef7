"""Guests of one meeting."""

from datetime import date

from sqlalchemy import Column, Date, Index, Named, String, Table

from bot.model.guests import GuestKind, GuestState
from storage.columns import choice
from storage.tables.base import Owned, metadata


class GuestColumns(Owned):
    day: Named[date] = Column(Date)
    kind: Named[GuestKind] = Column(choice(GuestKind))
    invited_by: Named[str] = Column(String(32))
    item: Named[str] = Column(String(32))
    person: Named[str | None] = Column(String(32))
    state: Named[GuestState] = Column(choice(GuestState))


guests = Table("meeting_guests", metadata, GuestColumns)
Index("ix_meeting_guests_day", guests.c.school, guests.c.day)
