"""When a meeting ends, its minutes are drafted and its recorder is asked to confirm them."""

from datetime import datetime

from bot.messages.minutes import cards
from bot.model.audiences import Audience
from bot.model.live_room import Room
from bot.model.meeting_plan import Plan
from bot.model.minutes import Minutes
from bot.model.people import Role
from bot.model.rotation import MeetingRole
from bot.routines.meetings.by_clock import key_of
from bot.routines.minutes.record import record_of, soon
from storage.unit_of_work import UnitOfWork


async def draft(room: Room, plan: Plan, work: UnitOfWork, now: datetime) -> None:
    """Draft the minutes, once, and ask the recorder; the facilitator where nobody records.

    A meeting whose day lost its school leaves none.
    """
    if not plan.takes_place(room.run.day) or await work.minutes.of(room.run.day) is not None:
        return
    asked = room.holders.get(MeetingRole.RECORDER) or room.facilitator or await _leader(work)
    minutes = Minutes(school=work.school, day=room.run.day, drafted_at=now, asked=(asked,) if asked else ())
    work.minutes.add(minutes)
    await work.flush()
    if asked:
        await ask(minutes, asked, soon(room.run, plan, now), work)


async def ask(
    minutes: Minutes, person: str, at: datetime | None, work: UnitOfWork, *, is_backup: bool = False
) -> None:
    """Send somebody the card with which minutes are confirmed."""
    if at is None:
        return
    await work.outbox.post(
        Audience.person(person),
        cards.card(await record_of(minutes, work), is_backup=is_backup),
        key=card_key(minutes, person),
        due_at=at,
        reason=f"minutes:{minutes.day.isoformat()}",
        counts=is_backup,
    )


def card_key(minutes: Minutes, person: str) -> str:
    return key_of(minutes.day, f"minutes/{person}")


async def _leader(work: UnitOfWork) -> str | None:
    leader = (await work.people.roster()).first_of(Role.SCHOOL_LEADER, Role.ACTING_LEADER)
    return leader.id if leader else None
