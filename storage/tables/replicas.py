"""Programs that run on this database, and which of them may."""

from datetime import datetime

from sqlalchemy import Column, Named, String, Table, TypedColumns

from storage.columns import Utc
from storage.tables.base import metadata


class ReplicaColumns(TypedColumns):
    id: Named[str] = Column(String(32), primary_key=True)
    name: Named[str] = Column(String(40))
    version: Named[str] = Column(String(32))
    head: Named[str] = Column(String(32))
    started_at: Named[datetime] = Column(Utc)
    seen_at: Named[datetime] = Column(Utc)


replicas = Table("replicas", metadata, ReplicaColumns)


class WorksFromColumns(TypedColumns):
    head: Named[str] = Column(String(32), primary_key=True)


works_from = Table("works_from", metadata, WorksFromColumns)
"""One row: the last migration that a program must know to run on the database as it is."""
