"""Messages on their way."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages.vocabulary import Message
from bot.model.ids import new_id
from bot.model.outbox import LetterState
from bot.model.people import Audience
from bot.ports import IfUnknown
from storage import tables
from storage.columns import insert

outbox = tables.outbox.outbox.c


@dataclass(frozen=True, slots=True)
class Outbox:
    session: AsyncSession
    school: str

    async def post(
        self,
        audience: Audience,
        message: Message,
        *,
        key: str,
        due_at: datetime,
        stale_at: datetime | None = None,
        thread: str | None = None,
        reason: str | None = None,
        if_unknown: IfUnknown = "never",
        platform: str = "slack",
    ) -> bool:
        """Queue a message for delivery after the commit, once: a repeated key is ignored (False).

        It is sent from `due_at` on, not after `stale_at`, under the letter keyed `thread`, and only
        while `reason` still holds. `if_unknown` is said in `bot.ports.Letter`.
        """
        row = {
            "id": new_id(),
            "school": self.school,
            "key": key,
            "audience": audience.key,
            "message": message,
            "platform": platform,
            "state": LetterState.PENDING,
            "due_at": due_at,
            "stale_at": stale_at,
            "thread": thread,
            "reason": reason,
            "if_unknown": if_unknown,
            "attempts": 0,
        }
        adding = insert(self.session, tables.outbox.outbox).values(row).on_conflict_do_nothing()
        return await self.session.scalar(adding.returning(outbox.id)) is not None
