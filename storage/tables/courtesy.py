"""How often people wish to be written to."""

from datetime import datetime

from sqlalchemy import Column, Named, String, Table, UniqueConstraint

from bot.model.courtesy import Wish
from storage.columns import Utc, choice
from storage.tables.base import Owned, metadata


class WishColumns(Owned):
    person: Named[str] = Column(String(32))
    routine: Named[str] = Column(String(32))
    wish: Named[Wish] = Column(choice(Wish))


wishes = Table("courtesy_wishes", metadata, WishColumns, UniqueConstraint("school", "person", "routine"))


class PauseColumns(Owned):
    person: Named[str] = Column(String(32))
    back_at: Named[datetime] = Column(Utc)


pauses = Table("courtesy_pauses", metadata, PauseColumns, UniqueConstraint("school", "person"))
