"""Questions about channels: what is known of them, and what they missed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages.vocabulary import Message
from bot.model.channels import ChannelHealth, KnownChannel
from bot.model.outbox import DIGEST, LetterState
from bot.model.platforms import Places
from storage import tables

known, health = tables.channels.known.c, tables.channels.health.c
outbox = tables.outbox.outbox.c


@dataclass(frozen=True, slots=True)
class Missed:
    """A letter that a channel did not get: when somebody else got it, what it says, and why it was sent."""

    at: datetime
    message: Message
    reason: str | None


@dataclass(frozen=True, slots=True)
class Channels:
    session: AsyncSession
    school: str

    def add(self, entity: KnownChannel | ChannelHealth) -> None:
        self.session.add(entity)

    async def known(self, platform: str) -> Sequence[KnownChannel]:
        """The channels that the bot is in or posts to, by name."""
        found = await self.session.scalars(
            select(KnownChannel)
            .where(known.school == self.school, known.platform == platform)
            .order_by(known.name, known.id)
        )
        return found.all()

    async def forget_known(self, platform: str, addresses: Collection[str]) -> None:
        await self.session.execute(
            delete(tables.channels.known).where(
                known.school == self.school, known.platform == platform, known.address.in_(addresses)
            )
        )

    async def on(self, platform: str) -> Sequence[ChannelHealth]:
        """How it stands with every audience's channel that was ever looked for on a platform."""
        found = await self.session.scalars(
            select(ChannelHealth).where(health.school == self.school, health.platform == platform)
        )
        return found.all()

    async def every(self, places: Places) -> Sequence[ChannelHealth]:
        """How it stands with every audience's channel, on the platform where the audience is spoken to."""
        found = await self.session.scalars(
            select(ChannelHealth).where(health.school == self.school).order_by(health.audience)
        )
        return [one for one in found if one.platform == places.of(one.where)]

    async def leave(self, platform: str) -> None:
        """Forget every channel of a platform."""
        for table in (tables.channels.known, tables.channels.health):
            here = (table.c.school == self.school, table.c.platform == platform)
            await self.session.execute(delete(table).where(*here))

    async def of(self, platform: str, audience: str) -> ChannelHealth | None:
        return await self.session.scalar(
            select(ChannelHealth).where(
                health.school == self.school, health.platform == platform, health.audience == audience
            )
        )

    async def numbered(self, id: str) -> ChannelHealth | None:
        return await self.session.scalar(
            select(ChannelHealth).where(health.school == self.school, health.id == id)
        )

    async def forget(self, one: ChannelHealth) -> None:
        await self.session.delete(one)

    async def missed(self, audience: str, since: datetime, until: datetime) -> list[Missed]:
        """The letters to an audience that somebody else got in between, oldest first.

        In the place of one that told several others together stand those others.
        """
        rows = await self.session.execute(
            select(outbox.key, outbox.settled_at, outbox.message, outbox.reason)
            .where(
                outbox.school == self.school,
                outbox.audience == audience,
                outbox.state == LetterState.REROUTED,
                outbox.settled_at >= since,
                outbox.settled_at <= until,
            )
            .order_by(outbox.settled_at, outbox.due_at, outbox.id)
        )
        found: list[Missed] = []
        for key, at, message, reason in rows:
            if at is None:
                continue
            if key.startswith(DIGEST):
                found += await self._told_in(key, at)
            else:
                found.append(Missed(at, message, reason))
        return found

    async def _told_in(self, key: str, at: datetime) -> list[Missed]:
        rows = await self.session.execute(
            select(outbox.message, outbox.reason)
            .where(outbox.school == self.school, outbox.told_in == key)
            .order_by(outbox.due_at, outbox.id)
        )
        return [Missed(at, message, reason) for message, reason in rows]

    async def rerouted(self, key: str) -> tuple[str, Message] | None:
        """The audience and the words of a letter that somebody else got in place of its channel."""
        asked = select(outbox.audience, outbox.message).where(
            outbox.school == self.school, outbox.key == key, outbox.state == LetterState.REROUTED
        )
        row = (await self.session.execute(asked)).one_or_none()
        return (row.audience, row.message) if row else None
