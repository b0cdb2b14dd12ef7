"""The answer to the private hint about wording: use the other words, or keep one's own (R-012)."""

from typing import Literal

from bot.errors import NotFound
from bot.messages.meetings.fields import TITLE
from bot.messages.meetings.forms import Worded
from bot.model.agenda_items import ItemState
from bot.model.language import kinder
from bot.model.people import Actor, Relation
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command
from storage.unit_of_work import UnitOfWork

GONE = "This item is not on the agenda any more."


class ChooseWording(Command):
    item: str
    use: Literal["theirs", "mine"]


async def choose_wording(command: ChooseWording, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Worded:
    """Take the suggested words for one's own item, or keep one's own; nothing is kept of the choice."""
    found = [one for one in await work.meetings.open_items() if one.id == command.item]
    item = found[0] if found and found[0].is_own(actor.person_id) else None
    if item is None or item.state is not ItemState.OPEN:
        raise NotFound(GONE)
    permit(actor, "choose-wording", Relation.AUTHOR)
    instead = kinder(item.title) if command.use == "theirs" else None
    if instead is not None:
        item.title = instead[:TITLE]
    return Worded(item.title)
