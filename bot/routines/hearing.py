"""What a platform tells of its own accord is heard once, by whichever replica it is told first."""

from bot.model.people import Actor
from bot.ports import Clock
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork


class Hear(Command):
    """Something that was told, under the id that the platform sends it again with."""

    id: str


async def is_new(command: Hear, *, actor: Actor, work: UnitOfWork, clock: Clock) -> bool:
    """Say whether nobody has heard it before, and remember that it was heard."""
    return await work.is_first(f"event/{command.id}", clock.now())
