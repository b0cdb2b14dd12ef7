"""How small a group may be shown, and whom to speak to about a child."""

from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import Field

from bot.errors import Refusal
from bot.model.people import Actor
from bot.permissions import permit
from bot.ports import Clock
from bot.routines.requests import Command
from bot.routines.setup.progress import progress
from bot.routines.setup.rewriting import Saved
from storage.unit_of_work import UnitOfWork


class SetPrivacy(Command):
    name_staff: ClassVar[frozenset[str]] = frozenset({"safety_contact"})

    k: Annotated[int, Field(ge=5, le=50)]
    safety_contact: Annotated[str, Field(max_length=200)] = ""


async def set_privacy(command: SetPrivacy, *, actor: Actor, work: UnitOfWork, clock: Clock) -> Saved:
    """Raise the smallest group of people of which anything is shown; it is never lowered again."""
    permit(actor, "set-privacy")
    before = await work.settings.now()
    if command.k < before.k:
        raise Refusal(
            f"This number only goes up: it is {before.k}. People have relied on it since.", field="k"
        )
    after = replace(before, k=command.k, safety_contact=command.safety_contact)
    changes = []
    if after.k != before.k:
        changes.append(f"Nothing is shown of fewer than {after.k} people.")
    if after.safety_contact != before.safety_contact:
        changes.append("Whom to speak to about a child: changed.")
    await work.settings.change(after, by=actor.person_id, at=clock.now(), about=tuple(changes))
    return Saved("privacy", tuple(changes), await progress(work))
