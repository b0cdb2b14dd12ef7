"""Questions about minutes, what stands under their items, and the addresses of documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.documents import OpenDocument
from bot.model.minutes import Excerpt, Minutes, MinutesState, PreRead
from storage import tables
from storage.recalled import recalled

minutes, excerpts = tables.minutes.minutes.c, tables.minutes.excerpts.c
pre_reads, open_documents = tables.minutes.pre_reads.c, tables.minutes.open_documents


@dataclass(frozen=True, slots=True)
class MinutesStore:
    session: AsyncSession
    school: str

    def add(self, entity: Minutes | Excerpt | PreRead) -> None:
        self.session.add(entity)

    async def of(self, day: date) -> Minutes | None:
        """The minutes of the meeting of a day as they are now, in their last version."""
        return (await self.session.scalars(self._newest_first().where(minutes.day == day).limit(1))).first()

    async def latest(self) -> Minutes | None:
        """The last minutes that there are."""
        return (await self.session.scalars(self._newest_first().limit(1))).first()

    async def versions(self, day: date) -> Sequence[Minutes]:
        """All versions of the minutes of a day, the first one first."""
        asked = select(Minutes).where(minutes.school == self.school, minutes.day == day)
        return (await self.session.scalars(asked.order_by(minutes.version))).all()

    @recalled
    async def drafts(self) -> Sequence[Minutes]:
        """The minutes that wait to be confirmed, oldest first."""
        asked = select(Minutes).where(minutes.school == self.school, minutes.state == MinutesState.DRAFT)
        return (await self.session.scalars(asked.order_by(minutes.day))).all()

    async def excerpts(self, day: date) -> Sequence[Excerpt]:
        """What was put under the items of a meeting, in that order."""
        asked = select(Excerpt).where(excerpts.school == self.school, excerpts.day == day)
        return (await self.session.scalars(asked.order_by(excerpts.added_at, excerpts.id))).all()

    async def pre_readers(self, day: date) -> frozenset[str]:
        """Who has said something about the agenda of a meeting before it."""
        asked = select(pre_reads.by).where(pre_reads.school == self.school, pre_reads.day == day)
        return frozenset((await self.session.scalars(asked)).all())

    async def open_document(self, opened: OpenDocument, now: datetime) -> None:
        """Let a document be read at its address; addresses that have run out are forgotten."""
        gone = delete(open_documents).where(
            open_documents.c.school == self.school, open_documents.c.expires_at <= now
        )
        await self.session.execute(gone)
        self.session.add(opened)

    async def document(self, token: str, now: datetime) -> OpenDocument | None:
        """The document of this school at an address that has not run out."""
        asked = select(OpenDocument).where(
            open_documents.c.school == self.school,
            open_documents.c.token == token,
            open_documents.c.expires_at > now,
        )
        return await self.session.scalar(asked)

    async def meetings_before(self, day: date) -> int:
        """How many meetings somebody started before the one of a day."""
        runs = tables.live.runs.c
        counted = select(func.count()).where(runs.school == self.school, runs.day < day)
        return int(await self.session.scalar(counted) or 0)

    def _newest_first(self) -> Select[Minutes]:
        asked = select(Minutes).where(minutes.school == self.school)
        return asked.order_by(minutes.day.desc(), minutes.version.desc())
