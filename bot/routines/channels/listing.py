"""How every channel is, for those who look after the bot."""

from datetime import datetime

from bot.messages.channels import listing as wording
from bot.messages.channels.listing import Listed, Overview
from bot.messages.delivery import place
from bot.messages.home import HomeShare
from bot.model.audiences import Audience
from bot.model.calendar import SchoolCalendar
from bot.model.channels import ChannelHealth, ChannelState, speaks_for
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.permissions import may, permit
from bot.ports import Clock
from bot.routines.channels.choosing import capital
from bot.routines.people import channels_of
from bot.routines.reaching import out_of_reach
from bot.routines.requests import Question
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


class SeeChannels(Question):
    """Every channel and how it is."""


async def see(question: SeeChannels, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Overview:
    """The ILT's channel, all staff's, then each team's, in the school's own order; who is out of reach."""
    permit(actor, "channels")
    found = await _every(await work.people.roster(), await work.calendar.whole(), work, clock.now())
    return Overview(found, await out_of_reach(work))


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """Channels that need somebody, on the Home of who looks after the bot."""
    if not may(viewer.actor, "channels"):
        return HomeShare()
    return wording.home(await _every(viewer.roster, viewer.calendar, work, viewer.now))


async def _every(roster: Roster, calendar: SchoolCalendar, work: UnitOfWork, now: datetime) -> list[Listed]:
    places = await work.people.places()
    healths = {one.audience: one for one in await work.channels.every(places)}
    named = channels_of(roster.school, roster)
    school = [one for one in (Audience.ilt(), Audience.all_staff()) if one.key in named]
    found: list[Listed] = []
    for audience in (*school, *(Audience.team(team.key) for team in roster.teams)):
        health = healths.get(audience.key) or _unseen(audience, places.of(audience), named, work.school, now)
        reader = speaks_for(audience, roster)
        standing = health.standing(now)
        since = health.checked_at if standing is ChannelState.UNVERIFIED else health.since
        found.append(
            Listed(
                capital(place(audience, roster)),
                health,
                standing,
                calendar.today(since),
                reader.name if reader else None,
                places.platforms,
            )
        )
    return found


def _unseen(
    audience: Audience, platform: str, named: dict[str, str], school: str, now: datetime
) -> ChannelHealth:
    """A channel that nobody has looked at yet, or none at all."""
    name = named.get(audience.key, "")
    return ChannelHealth(
        school=school, platform=platform, audience=audience.key, since=now, checked_at=now, name=name
    )
