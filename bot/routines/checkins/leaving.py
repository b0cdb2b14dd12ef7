"""One of a pair has left: their 1:1s end, and what the two wrote stays closed to everybody else."""

from collections.abc import Collection
from datetime import datetime

from bot.messages import checkins as wording
from bot.model.audiences import Audience
from storage.unit_of_work import UnitOfWork


async def end_for(person: str, *, gone: Collection[str], work: UnitOfWork, now: datetime) -> None:
    """End every rhythm of somebody who has left; the other of the two is told unless they are `gone` too."""
    ended = await work.checkins.of_person(person)
    roster, calendar = await work.people.roster(), await work.calendar.whole()
    for series in ended:
        series.active = False
        other = series.other(person)
        if other not in gone:
            await work.outbox.post(
                Audience.person(other),
                wording.partner_left(roster.name(person)),
                key=f"checkin/{series.id}/left/{calendar.today(now)}",
                due_at=calendar.opening(now) or now,
                if_unknown="again",
            )
