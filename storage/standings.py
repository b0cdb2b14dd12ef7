"""What has become of letters: a letter that is told in another stands as that one does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.model.audiences import Audience
from bot.model.outbox import LetterState
from storage import tables

table = tables.outbox.outbox
outbox, whole = table.c, table.alias("whole")


@dataclass(frozen=True, slots=True)
class Standing:
    """What has become of one letter: `trouble` is the platform's word for what went wrong, if any.

    `told_in` is the key of the letter that tells it together with others; `link` opens it where it stands.
    """

    key: str
    audience: Audience
    state: LetterState
    trouble: str | None
    settled_at: datetime | None
    told_in: str | None = None
    link: str | None = None


async def standings(session: AsyncSession, school: str, of: ColumnElement[bool]) -> Sequence[Standing]:
    """The letters of a school that fit, in the order of their keys."""
    merged = outbox.state == LetterState.MERGED
    told_in = and_(merged, whole.c.school == outbox.school, whole.c.key == outbox.told_in)
    rows = await session.execute(
        select(
            outbox.key,
            outbox.audience,
            case((whole.c.id.is_not(None), whole.c.state), else_=outbox.state),
            case((whole.c.id.is_not(None), whole.c.trouble), else_=outbox.trouble),
            case((whole.c.id.is_not(None), whole.c.settled_at), else_=outbox.settled_at),
            whole.c.key,
            case((whole.c.id.is_not(None), whole.c.link), else_=outbox.link),
        )
        .select_from(table.outerjoin(whole, told_in))
        .where(outbox.school == school, of)
        .order_by(outbox.key)
    )
    return [Standing(key, Audience(to), *became) for key, to, *became in rows]
