"""The agenda templates of a school: the defaults, and what it has made its own."""

from bot.content.agendas import agenda_templates
from bot.model.agenda_templates import Templates, by_key
from storage.unit_of_work import UnitOfWork


async def templates_of(work: UnitOfWork) -> Templates:
    """Every template as this school has it."""
    return Templates(agenda_templates(), by_key(await work.agenda_templates.copies()))
