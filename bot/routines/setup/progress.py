"""How far a school is with its setup."""

from bot.model.setup import Progress
from storage.unit_of_work import UnitOfWork


async def progress(work: UnitOfWork) -> Progress:
    settings, roster = await work.settings.now(), await work.people.roster()
    return Progress(roster.school.name, settings.steps, settings.live, settings.on)
