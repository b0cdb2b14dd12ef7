"""How fast each workspace may be spoken to."""

from sqlalchemy import Boolean, Column, Double, Named, String, Table, TypedColumns

from storage.tables.base import metadata


class PaceColumns(TypedColumns):
    platform: Named[str] = Column(String(16), primary_key=True)
    workspace: Named[str] = Column(String(255), primary_key=True)
    rate: Named[float] = Column(Double)
    has_slowed: Named[bool] = Column(Boolean)
    free_at: Named[float] = Column(Double)
    closed_at: Named[float] = Column(Double)
    opens_at: Named[float] = Column(Double)


paces = Table("paces", metadata, PaceColumns)
