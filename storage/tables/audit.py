"""Who did what to which thing, and who looked at what is named. Never what it said."""

from datetime import datetime

from sqlalchemy import Column, Index, Named, String, Table

from storage.columns import Utc
from storage.tables.base import Owned, metadata


class AuditColumns(Owned):
    """`actor` is a person's id, `clock` or `operator`; `object` names a thing by its number or id."""

    at: Named[datetime] = Column(Utc)
    actor: Named[str] = Column(String(32))
    action: Named[str] = Column(String(64))
    object: Named[str] = Column(String(80))
    outcome: Named[str] = Column(String(16))


audit = Table("audit", metadata, AuditColumns)
Index("ix_audit_at", audit.c.school, audit.c.at)
