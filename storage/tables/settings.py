"""What each school has decided about the bot, version by version."""

from datetime import datetime

from sqlalchemy import Column, Integer, Named, String, Table, TypedColumns

from bot.model.settings import Settings
from storage.columns import Utc, Value
from storage.tables.base import metadata


class SettingsColumns(TypedColumns):
    """`changed_by` is a person's id, or `operator` for the command line."""

    school: Named[str] = Column(String(64), primary_key=True)
    version: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    settings: Named[Settings] = Column(Value[Settings](Settings))
    changed_by: Named[str] = Column(String(32))
    changed_at: Named[datetime] = Column(Utc)


versions = Table("settings_versions", metadata, SettingsColumns)
