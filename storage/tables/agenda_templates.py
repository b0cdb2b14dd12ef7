"""The copies a school has made of agenda templates."""

from collections.abc import Mapping

from sqlalchemy import Column, Integer, Named, String, Table, UniqueConstraint

from storage.columns import Value
from storage.tables.base import Owned, metadata

Prompts = Mapping[str, tuple[str, ...]]


class CopyColumns(Owned):
    key: Named[str] = Column(String(64))
    name: Named[str] = Column(String(120))
    minutes: Named[Mapping[str, int]] = Column(Value[Mapping[str, int]](Mapping[str, int]))
    prompts: Named[Prompts] = Column(Value[Prompts](Prompts))
    version: Named[int] = Column(Integer)


copies = Table("agenda_templates", metadata, CopyColumns, UniqueConstraint("school", "key"))
