"""Speaking for a team."""

from typing import Any

from bot.messages.staff_input import on_behalf as wording
from bot.routines.requests import Nothing
from bot.routines.staff_input import on_behalf
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="team-input",
        help="Say what your team sees, with how many agreed and without names",
        usage="team-input",
        command=on_behalf.GiveForTeam,
        routine=on_behalf.give,
        asking=Asking(Nothing, on_behalf.opening, wording.form),
        reply=wording.given,
    ),
)
