"""Who is away, and until when. There is no column for a reason."""

from datetime import date

from sqlalchemy import Boolean, Column, Date, Named, String, Table, UniqueConstraint

from storage.tables.base import Owned, metadata


class AwayColumns(Owned):
    person: Named[str] = Column(String(32))
    first: Named[date] = Column(Date)
    last: Named[date] = Column(Date)
    begun: Named[bool] = Column(Boolean)


away = Table("away", metadata, AwayColumns, UniqueConstraint("school", "person"))
