"""Forms that somebody has begun and not sent."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Named, String, Table, TypedColumns

from storage.columns import EncryptedValue, Utc
from storage.tables.base import metadata


class DraftColumns(TypedColumns):
    """`about` tells forms of one verb apart: which decision, which cycle."""

    school: Named[str] = Column(String(64), primary_key=True)
    person: Named[str] = Column(String(32), primary_key=True)
    verb: Named[str] = Column(String(40), primary_key=True)
    about: Named[str] = Column(String(64), primary_key=True)
    given: Named[dict[str, Any]] = Column(EncryptedValue[dict[str, Any]](dict[str, Any]))
    saved_at: Named[datetime] = Column(Utc, index=True)


drafts = Table("drafts", metadata, DraftColumns)
