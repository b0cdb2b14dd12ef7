"""When it is worth looking at each school."""

from datetime import datetime

from sqlalchemy import Column, Named, String, Table, TypedColumns

from storage.columns import Utc
from storage.tables.base import metadata


class LookColumns(TypedColumns):
    """`look_at` is when something may be due; before `idle_until` nobody looks all the same."""

    school: Named[str] = Column(String(64), primary_key=True)
    look_at: Named[datetime] = Column(Utc, index=True)
    idle_until: Named[datetime] = Column(Utc)


looks = Table("looks", metadata, LookColumns)
