"""Where somebody is written to: the platform they use, and whom a platform does not let the bot write to."""

from datetime import datetime

from bot.messages import reaching as wording
from bot.messages.home import HomeShare
from bot.messages.reaching import OutOfReach
from bot.model.audiences import Audience
from bot.model.channels import admin_of
from bot.model.people import Actor, Relation
from bot.model.platforms import Places
from bot.model.reaching import UNKNOWN_HERE, Unreached
from bot.ports import Clock
from bot.routines.requests import Command, Nothing, Question
from bot.routines.viewer import Viewer
from storage.unit_of_work import UnitOfWork


class WasElsewhere(Question):
    """Whether somebody (by id) who is linked on several platforms used another one than this last."""

    platform: str
    person: str


class UsePlatform(Command):
    """From now on somebody is written to on this platform. The clock says so, and no audit keeps it."""

    platform: str
    person: str


async def was_elsewhere(question: WasElsewhere, *, actor: Actor, work: UnitOfWork, clock: Clock) -> bool:
    """Whether `use_platform` would change anything; never for who is linked on one platform."""
    audience, places = Audience.person(question.person), await work.people.places()
    return len(places.with_(audience)) > 1 and places.of(audience) != question.platform


async def use_platform(command: UsePlatform, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    """Write to them there, if they are known there."""
    asked = WasElsewhere(platform=command.platform, person=command.person)
    if await was_elsewhere(asked, actor=actor, work=work, clock=clock):
        await work.people.use(command.platform, Audience.person(command.person))


async def refused(person: str, code: str, *, platform: str, work: UnitOfWork, now: datetime) -> None:
    """Remember that a platform did not let the bot write to somebody it had found there."""
    if code != UNKNOWN_HERE:
        await work.unreached.add(Unreached(person, platform, code, now))


def elsewhere(audience: Audience, platform: str, places: Places) -> str | None:
    """Another platform on which somebody is known."""
    return next((one for one in places.with_(audience) if one != platform), None)


async def unreached(question: Nothing, *, actor: Actor, work: UnitOfWork, clock: Clock) -> list[OutOfReach]:
    """Everybody of the school whom a platform does not let the bot write to, the longest first."""
    return await out_of_reach(work)


async def out_of_reach(work: UnitOfWork) -> list[OutOfReach]:
    found = await work.unreached.all()
    if not found:
        return []
    roster, places = await work.people.roster(), await work.people.places()
    active = {one.id: one.name for one in roster.people if one.active}
    return [
        OutOfReach(active[one.person], one, elsewhere(Audience.person(one.person), one.platform, places))
        for one in found
        if one.person in active
    ]


async def home(viewer: Viewer, *, work: UnitOfWork) -> HomeShare:
    """Who cannot be written to, on the Home of who looks after the bot, or else leads the school."""
    admin = admin_of(viewer.roster)
    is_theirs = admin is not None and admin.id == viewer.actor.person_id
    if not (is_theirs or viewer.actor.is_any(Relation.BOT_ADMIN)):
        return HomeShare()
    return wording.share(await out_of_reach(work))
