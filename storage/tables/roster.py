"""Who has left, and how that is known."""

from datetime import date

from sqlalchemy import Boolean, Column, Date, Named, String, Table

from bot.model.roster.leaving import Cause
from storage.columns import choice
from storage.tables.base import Owned, metadata


class DepartureColumns(Owned):
    person: Named[str] = Column(String(32), index=True)
    left_on: Named[date] = Column(Date)
    cause: Named[Cause] = Column(choice(Cause))
    is_back: Named[bool] = Column(Boolean)


departures = Table("departures", metadata, DepartureColumns)
