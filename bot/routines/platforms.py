"""Giving up a platform: nobody is looked for there any more, and what waits goes the other way."""

from dataclasses import dataclass

from bot.errors import NotFound, Refusal
from bot.messages.delivery import place
from bot.model.audiences import Audience
from bot.model.people import Actor, in_words
from bot.model.platforms import NAMES, named
from bot.ports import Clock
from bot.routines.people import channels_of
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork


class LeavePlatform(Command):
    """The school is not on this platform any more."""

    platform: str


@dataclass(frozen=True, slots=True)
class LeftPlatform:
    """How many letters wait for the other platforms now, and whose channels have to be chosen anew."""

    letters: int
    without_channel: tuple[str, ...]


async def leave(command: LeavePlatform, *, actor: Actor, work: UnitOfWork, clock: Clock) -> LeftPlatform:
    """Forget where the school was reached there, and let what waits go where its readers are now."""
    platform, places = command.platform, await work.people.places()
    if platform not in places.platforms:
        raise NotFound(f"The school is not on {NAMES[platform]}. It is on {named(places.platforms, 'and')}.")
    if not places.are_several:
        raise Refusal(
            f"The school is on {NAMES[platform]} alone. Set another platform up first, and run ilt-bot serve "
            "once, so that people are known there."
        )
    roster = await work.people.roster()
    known = await work.people.addresses(platform)
    lost = [Audience(key) for key in channels_of(roster.school, roster) if key in known]
    await work.people.leave(platform)
    await work.channels.leave(platform)
    moved = await work.outbox.leave(platform, clock.now())
    return LeftPlatform(moved, tuple(place(one, roster) for one in lost))


def said(left: LeftPlatform, platform: str) -> list[str]:
    """What came of it, in sentences for an administrator."""
    lines = [
        f"The school is not on {NAMES[platform]} any more. Messages that go another way: {left.letters}."
    ]
    if left.without_channel:
        lines.append(f"Choose channels with /ilt channels for {in_words(left.without_channel)}.")
    return lines
