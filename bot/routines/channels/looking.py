"""Taking in how the channels look on the platform: names follow, and what is wrong is told."""

from collections.abc import Mapping
from datetime import datetime

from bot.model.audiences import Audience
from bot.model.channels import ChannelHealth, KnownChannel, Placed, SeenChannel, placed
from bot.model.everybody import Roster
from bot.model.people import Actor
from bot.ports import Clock
from bot.routines.channels.breaking import health_of, tell
from bot.routines.people import channels_of
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork

FIELDS = ("name", "is_private", "is_archived", "has_bot", "is_shared")


class Look(Command):
    """What was seen: everything there is (`is_whole`), or only these channels and those that are `gone`."""

    platform: str
    seen: tuple[SeenChannel, ...] = ()
    gone: tuple[str, ...] = ()
    is_whole: bool = False


class Where(Question):
    """The same, to be told where each audience's channel would be found."""

    platform: str
    seen: tuple[SeenChannel, ...]


async def where(question: Where, *, actor: Actor, work: UnitOfWork, clock: Clock) -> list[Placed]:
    """Where each audience's channel is found; nothing is written down."""
    known = await work.people.addresses(question.platform)
    return placed(
        await _wanted(question.platform, work), known, await _healths(question.platform, work), question.seen
    )


async def look(command: Look, *, actor: Actor, work: UnitOfWork, clock: Clock) -> list[Placed]:
    """Bring what is known of the channels up to date, and return where each audience's was found."""
    now = clock.now()
    await _keep(command, work, now)
    wanted = await _wanted(command.platform, work)
    known = await work.people.addresses(command.platform)
    healths = await _healths(command.platform, work)
    seen = command.seen
    if not command.is_whole:
        touched = {*command.gone, *(one.address for one in seen)}
        wanted = {key: name for key, name in wanted.items() if known.get(key) in touched}
    found = placed(wanted, known, healths, seen)
    for one in found:
        if one.address and known.get(one.audience) != one.address:
            await work.people.reach(command.platform, one.audience, one.address)
            await work.outbox.move(Audience(one.audience), command.platform)
        await _take_in(one, healths.get(one.audience), command.platform, work, now)
    if command.is_whole:
        await _forget_unwanted(healths, wanted, work)
    await _relabel(found, work)
    return found


async def _wanted(platform: str, work: UnitOfWork) -> dict[str, str]:
    """The names of the channels to be found here: a channel that lives on another platform is not."""
    roster, places = await work.people.roster(), await work.people.places()
    named = channels_of(roster.school, roster)
    return {key: name for key, name in named.items() if not places.is_elsewhere(Audience(key), platform)}


async def _healths(platform: str, work: UnitOfWork) -> dict[str, ChannelHealth]:
    return {one.audience: one for one in await work.channels.on(platform)}


async def _keep(command: Look, work: UnitOfWork, now: datetime) -> None:
    """Remember the channels that the bot is in or posts to, as they are now."""
    known = {one.address: one for one in await work.channels.known(command.platform)}
    for seen in command.seen:
        there = known.get(seen.address)
        if there is None:
            values = {field: getattr(seen, field) for field in FIELDS}
            work.channels.add(
                KnownChannel(
                    school=work.school, platform=command.platform, address=seen.address, seen_at=now, **values
                )
            )
            continue
        for field in FIELDS:
            if getattr(there, field) != getattr(seen, field) and (field != "name" or seen.name):
                setattr(there, field, getattr(seen, field))
    there_now = {one.address for one in command.seen}
    gone = set(known) - there_now if command.is_whole else set(command.gone)
    if gone:
        await work.channels.forget_known(command.platform, gone)


async def _take_in(
    one: Placed, health: ChannelHealth | None, platform: str, work: UnitOfWork, now: datetime
) -> None:
    """Write down how one audience's channel is. One that has never worked is told when a post needs it."""
    is_new = health is None
    if health is None:
        health = await health_of(Audience(one.audience), platform=platform, work=work, now=now)
    if one.address and one.address != health.address:
        health.address, health.allowed_external = one.address, False
    if one.address and not is_new and one.name not in (health.name, health.former):
        health.former = ""
    health.name = one.name
    if one.seen is not None and one.seen.name and one.seen.name != one.name:
        health.name, health.former = one.seen.name, one.name
    if health.is_seen(one.seen, now) is not None and not is_new:
        await tell(health, work=work, now=now)


async def _forget_unwanted(
    healths: Mapping[str, ChannelHealth], wanted: Mapping[str, str], work: UnitOfWork
) -> None:
    """A team that has given up its channel has nothing that could be wrong, unless a post needed one."""
    for audience, health in healths.items():
        if audience not in wanted and health.name:
            await work.channels.forget(health)


async def _relabel(found: list[Placed], work: UnitOfWork) -> None:
    """A renamed channel is the same channel: the school calls it by its new name too."""
    renamed = {
        one.audience: one.seen.name for one in found if one.seen and one.seen.name not in ("", one.name)
    }
    if renamed:
        roster = await work.people.to_change()
        for audience, name in renamed.items():
            call(Audience(audience), name, roster)


def call(audience: Audience, name: str, roster: Roster) -> None:
    """Give an audience's channel this name, in the school as it is written down."""
    if audience == Audience.ilt():
        roster.school.ilt_channel = name
    elif audience == Audience.all_staff():
        roster.school.all_staff_channel = name
    elif (team := roster.team(audience.key.removeprefix("team:"))) is not None:
        team.channel = name
