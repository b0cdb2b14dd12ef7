"""The strategies a school works on."""

from datetime import date

from sqlalchemy import Boolean, Column, Date, Integer, Named, String, Table, UniqueConstraint

from storage.columns import Value
from storage.tables.base import Owned, metadata


class StrategyColumns(Owned):
    key: Named[str] = Column(String(64))
    name: Named[str] = Column(String(120))
    status: Named[str] = Column(String(300))
    position: Named[int] = Column(Integer)
    active: Named[bool] = Column(Boolean)
    last_dive: Named[date | None] = Column(Date)
    components: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]), server_default="[]")


strategies = Table("strategies", metadata, StrategyColumns, UniqueConstraint("school", "key"))
