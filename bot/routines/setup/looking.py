"""What a workspace has, kept while a school is being set up, so that there is something to choose from."""

from typing import ClassVar

from bot.model.people import Actor
from bot.model.prospects import Prospect
from bot.ports import Clock
from bot.routines.requests import Command, Question
from storage.unit_of_work import UnitOfWork


class WantsProspects(Question):
    """Whether this school is being set up."""


async def wants_prospects(question: WantsProspects, *, actor: Actor, work: UnitOfWork, clock: Clock) -> bool:
    return not (await work.settings.now()).live


class KeepProspects(Command):
    """Everybody and every channel of a platform's workspace, in place of those known there before."""

    name_staff: ClassVar[frozenset[str]] = frozenset({"found"})

    platform: str
    found: tuple[Prospect, ...]


async def keep_prospects(command: KeepProspects, *, actor: Actor, work: UnitOfWork, clock: Clock) -> None:
    """Keep them for as long as the school is being set up, and no longer."""
    found = () if (await work.settings.now()).live else command.found
    await work.prospects.replace(found, on=command.platform)
