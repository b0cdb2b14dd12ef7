"""A channel cannot be spoken in: it is written down, and who can mend it is told, once."""

from datetime import datetime

from bot.messages.channels import telling as wording
from bot.model.audiences import Audience
from bot.model.calendar import NoSchoolAhead
from bot.model.channels import ChannelHealth, Wrong, admin_of, speaks_for, team_of, wrong_of
from bot.model.everybody import Roster
from bot.model.people import Person
from bot.ports import Clock, IfUnknown
from bot.routines.people import channels_of
from storage.unit_of_work import UnitOfWork

NEVER: IfUnknown = "never"


async def refused(audience: Audience, code: str, *, platform: str, work: UnitOfWork, now: datetime) -> None:
    """The platform did not let the bot post there; `code` is its word for why."""
    wrong = wrong_of(code)
    if wrong is None:
        return
    health = await health_of(audience, platform=platform, work=work, now=now)
    health.breaks(wrong, now)
    await tell(health, work=work, now=now)


async def health_of(
    audience: Audience, *, work: UnitOfWork, now: datetime, platform: str | None = None
) -> ChannelHealth:
    """How it stands with an audience's channel, where that lives or on the platform that is meant; until
    somebody has looked, as the school has it."""
    platform = platform or (await work.people.places()).of(audience)
    found = await work.channels.of(platform, audience.key)
    if found is None:
        roster = await work.people.roster()
        found = ChannelHealth(
            school=work.school,
            platform=platform,
            audience=audience.key,
            since=now,
            checked_at=now,
            name=channels_of(roster.school, roster).get(audience.key, ""),
            address=(await work.people.addresses(platform)).get(audience.key, ""),
        )
        work.channels.add(found)
    return found


async def tell(health: ChannelHealth, *, work: UnitOfWork, now: datetime) -> None:
    """Tell who looks after the bot, and of a removal the team's own speaker too; each once.

    Who wanted the posts to go to the lead has chosen already.
    """
    if health.lead_instead:
        return
    roster = await work.people.roster()
    reader = speaks_for(health.where, roster)
    for person in _told(health, reader, roster):
        await work.outbox.post(
            Audience.person(person.id),
            wording.broken(health, reader, person, roster),
            key=f"channel/{health.id}/{health.since.isoformat()}/{person.id}",
            due_at=await opening(work, now),
            reason=f"channel-broken:{health.id}",
            if_unknown=NEVER,
        )


def _told(health: ChannelHealth, reader: Person | None, roster: Roster) -> list[Person]:
    admin = admin_of(roster)
    people = [admin] if admin else []
    to_the_team = health.wrong is Wrong.REMOVED and team_of(health.where) is not None
    return people + ([reader] if to_the_team and reader and reader is not admin else [])


async def opening(work: UnitOfWork, now: datetime) -> datetime:
    """When the bot may next begin to speak; now, when the calendar holds no school day to come."""
    try:
        return (await work.calendar.whole()).next_open(now)
    except NoSchoolAhead:
        return now


async def still_broken(health_id: str, work: UnitOfWork, clock: Clock) -> bool:
    """Whether somebody still has to choose what becomes of a channel."""
    health = await work.channels.numbered(health_id)
    return health is not None and health.is_broken and not health.lead_instead
