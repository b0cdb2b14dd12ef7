"""Words taken out of sight because somebody said that they name a student, until a person has looked."""

from collections.abc import Mapping

from sqlalchemy import Column, Named, String, Table, UniqueConstraint

from storage.columns import EncryptedValue
from storage.tables.base import Owned, metadata


class QuarantinedColumns(Owned):
    kind: Named[str] = Column(String(32))
    thing: Named[str] = Column(String(32))
    words: Named[Mapping[str, str]] = Column(EncryptedValue[Mapping[str, str]](Mapping[str, str]))


quarantined = Table("quarantined", metadata, QuarantinedColumns, UniqueConstraint("school", "kind", "thing"))
