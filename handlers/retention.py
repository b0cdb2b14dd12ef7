"""Holding things from deletion."""

from typing import Any

from bot.messages import retention as wording
from bot.routines import retention
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="hold",
        help="Keep a decision, or a class of what is stored, from being deleted",
        usage="hold [D-014]",
        text_fills="object",
        asking=Asking(Nothing, retention.see, wording.form),
        command=retention.PlaceHold,
        routine=retention.place,
        reply=wording.page,
    ),
    Interaction(
        verb="lift-hold",
        help="Hold something no longer",
        command=retention.LiftHold,
        routine=retention.lift,
        reply=wording.page,
    ),
)
