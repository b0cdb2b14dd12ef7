"""What the forms of the setup are drawn from."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.model.people import Actor
from bot.model.prospects import Prospect
from bot.model.settings import Settings
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Question
from bot.routines.school_file import SchoolFile
from bot.routines.setup.rewriting import as_file
from storage.unit_of_work import UnitOfWork


class OpenPart(Question):
    """One part of the school, to be looked at or changed."""


@dataclass(frozen=True, slots=True)
class Known:
    """The school as it stands, and, while it is being set up, what its workspace has."""

    file: SchoolFile
    settings: Settings
    prospects: tuple[Prospect, ...]


Opens = Callable[..., Awaitable[Known]]


def opens(verb: str) -> Opens:
    """The question behind the form of this verb."""

    async def open_part(question: OpenPart, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Known:
        permit(actor, verb)
        settings = await work.settings.now()
        prospects = () if settings.live else tuple(await work.prospects.all())
        return Known(await as_file(actor, work, clock), settings, prospects)

    return open_part
