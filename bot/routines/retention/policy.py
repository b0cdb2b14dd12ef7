"""For how long the school's shared records are kept."""

from dataclasses import replace
from typing import Annotated

from pydantic import Field

from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork


class KeepShared(Command):
    """Keep decisions, meetings and the like for so many years: the district's rule."""

    years: Annotated[int, Field(ge=1, le=50)]


async def keep_shared(command: KeepShared, *, actor: Actor, work: UnitOfWork, clock: Clock) -> int:
    """Keep them so long from now on; what is older goes the next night."""
    permit(actor, "keep-shared")
    settings = replace(await work.settings.now(), shared_years=command.years)
    await work.settings.change(settings, by=actor.person_id, at=clock.now())
    return command.years
