"""What each school has decided about the bot, version by version."""

from datetime import datetime

from sqlalchemy import Boolean, Column, Integer, Named, String, Table, TypedColumns

from bot.model.settings import Settings
from storage.columns import Utc, Value
from storage.tables.base import metadata


class SettingsColumns(TypedColumns):
    """`changed_by` is a person's id, or `operator` for the command line; `about` says what changed."""

    school: Named[str] = Column(String(64), primary_key=True)
    version: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    settings: Named[Settings] = Column(Value[Settings](Settings))
    changed_by: Named[str] = Column(String(32))
    changed_at: Named[datetime] = Column(Utc)
    about: Named[tuple[str, ...]] = Column(Value[tuple[str, ...]](tuple[str, ...]))


versions = Table("settings_versions", metadata, SettingsColumns)


class ProspectColumns(TypedColumns):
    """A person or channel of the workspace, kept only while the school is being set up, to choose from."""

    school: Named[str] = Column(String(64), primary_key=True)
    platform: Named[str] = Column(String(16), primary_key=True)
    address: Named[str] = Column(String(255), primary_key=True)
    is_channel: Named[bool] = Column(Boolean)
    name: Named[str] = Column(String(120))
    email: Named[str | None] = Column(String(254))
    title: Named[str] = Column(String(120))


prospects = Table("prospects", metadata, ProspectColumns)
