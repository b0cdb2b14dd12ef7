"""What staff are asked to do, and the initiatives behind it."""

from typing import Any

from bot.messages import initiatives as wording
from bot.routines.initiatives import looking, moving
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="load",
        help="See what staff are asked to do now, and what ended",
        usage="load",
        command=Nothing,
        routine=looking.load,
        reply=wording.load,
    ),
    Interaction(
        verb="new-initiative",
        help="Begin an initiative for a strategy",
        command=moving.NewInitiative,
        routine=moving.begin,
        asking=Asking(Nothing, moving.prepare_new, wording.new),
        reply=wording.load,
        keeps_draft=True,
    ),
    Interaction(
        verb="move-initiative",
        help="Move an initiative to its next stage",
        command=moving.MoveInitiative,
        routine=moving.move,
        asking=Asking(moving.AboutInitiative, moving.prepare_move, wording.move),
        reply=wording.load,
    ),
    Interaction(
        verb="end-initiative",
        help="End an initiative with what was learned",
        command=moving.EndInitiative,
        routine=moving.end,
        asking=Asking(moving.AboutInitiative, moving.prepare_end, wording.end),
        reply=wording.load,
    ),
)
