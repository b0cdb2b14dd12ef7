"""What a school has decided about the bot, and what it decided before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.settings import Settings
from storage import remembered, tables

versions = tables.settings.versions


@dataclass(frozen=True, slots=True)
class Version:
    """What was decided once: by whom (a person's id, or `operator`) and when."""

    number: int
    settings: Settings
    changed_by: str
    changed_at: datetime
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsStore:
    session: AsyncSession
    school: str

    async def now(self) -> Settings:
        """What holds now; every default when the school never said anything."""
        known = await remembered.known(self.session, self.school)
        if known.settings is None:
            found = await self.history(limit=1)
            known.settings = found[0].settings if found else Settings()
        return known.settings

    async def change(
        self, settings: Settings, *, by: str, at: datetime, about: Sequence[str] = (), anyway: bool = False
    ) -> int:
        """Keep a new version and return its number; when nothing differs, keep nothing and return 0.

        `about` says in sentences what changed. With `anyway` the change is somewhere else in the school,
        and is a version all the same.
        """
        latest = await self.history(limit=1)
        if not anyway and settings == (latest[0].settings if latest else Settings()):
            return 0
        number = latest[0].number + 1 if latest else 1
        row = {"school": self.school, "version": number, "settings": settings, "changed_by": by}
        await self.session.execute(insert(versions).values(row | {"changed_at": at, "about": tuple(about)}))
        await remembered.change(self.session, self.school)
        return number

    async def history(self, limit: int = 20) -> Sequence[Version]:
        """The latest versions, newest first."""
        asked = (
            select(
                versions.c.version,
                versions.c.settings,
                versions.c.changed_by,
                versions.c.changed_at,
                versions.c.about,
            )
            .where(versions.c.school == self.school)
            .order_by(versions.c.version.desc())
            .limit(limit)
        )
        return [Version(*row) for row in await self.session.execute(asked)]
