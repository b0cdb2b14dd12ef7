"""The platform's channels as they were last seen, and how it stands with each audience's."""

from datetime import datetime

from sqlalchemy import Boolean, Column, Named, String, Table, UniqueConstraint

from bot.model.channels import ChannelState, Wrong
from storage.columns import Utc, choice
from storage.tables.base import Owned, metadata


class KnownColumns(Owned):
    platform: Named[str] = Column(String(16))
    address: Named[str] = Column(String(255))
    name: Named[str] = Column(String(80))
    is_private: Named[bool] = Column(Boolean)
    is_archived: Named[bool] = Column(Boolean)
    has_bot: Named[bool] = Column(Boolean)
    is_shared: Named[bool] = Column(Boolean)
    seen_at: Named[datetime] = Column(Utc)


known = Table("known_channels", metadata, KnownColumns, UniqueConstraint("school", "platform", "address"))


class HealthColumns(Owned):
    platform: Named[str] = Column(String(16))
    audience: Named[str] = Column(String(120))
    since: Named[datetime] = Column(Utc)
    checked_at: Named[datetime] = Column(Utc)
    state: Named[ChannelState] = Column(choice(ChannelState))
    wrong: Named[Wrong | None] = Column(choice(Wrong))
    name: Named[str] = Column(String(80))
    former: Named[str] = Column(String(80))
    address: Named[str] = Column(String(255))
    is_shared: Named[bool] = Column(Boolean)
    allowed_external: Named[bool] = Column(Boolean)
    lead_instead: Named[bool] = Column(Boolean)
    broken_at: Named[datetime | None] = Column(Utc)
    mended_at: Named[datetime | None] = Column(Utc)


health = Table("channel_health", metadata, HealthColumns, UniqueConstraint("school", "platform", "audience"))
