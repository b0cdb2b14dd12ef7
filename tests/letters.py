"""Reading what the bot has to say, straight from the database."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.messages.plain import plain
from bot.messages.vocabulary import Button, Buttons, Message
from bot.model.outbox import LetterState
from storage import tables
from storage.units_of_work import UnitsOfWork

outbox = tables.outbox.outbox.c


@dataclass(frozen=True, slots=True)
class Posted:
    """One letter in the outbox; `text` is its message in plain words."""

    audience: str
    text: str
    due_at: datetime
    key: str
    message: Message
    state: LetterState
    reason: str | None
    stale_at: datetime | None
    thread: str | None = None

    @property
    def verbs(self) -> list[str]:
        return [button.verb for button in buttons_of(self.message)]


async def letters(
    units: UnitsOfWork, school: str = "sample-elementary", *, skipping: int = 0
) -> list[Posted]:
    """Everything in the outbox of a school, the oldest first; without so many of the oldest."""
    names = (
        outbox.audience,
        outbox.message,
        outbox.due_at,
        outbox.key,
        outbox.state,
        outbox.reason,
        outbox.stale_at,
        outbox.thread,
    )
    async with units.reading(school) as work:
        asked = select(*names).where(outbox.school == school).order_by(outbox.id)
        rows = await work.session.execute(asked.offset(skipping) if skipping else asked)
        return [
            Posted(
                audience=row.audience,
                text=plain(row.message),
                due_at=row.due_at,
                key=row.key,
                message=row.message,
                state=row.state,
                reason=row.reason,
                stale_at=row.stale_at,
                thread=row.thread,
            )
            for row in rows
        ]


def buttons_of(message: Message) -> list[Button]:
    return [button for part in message.parts if isinstance(part, Buttons) for button in part.buttons]
