"""A round of voices in a meeting that runs."""

from typing import Any

from bot.messages.live import rounds as wording
from bot.routines.live import rounds
from handlers.interactions import Interaction

OPEN = Interaction(
    verb="open-round",
    help="Let everybody speak or pass once on an agenda item",
    command=rounds.OpenRound,
    routine=rounds.begin,
    reply=wording.opened,
)

TURN = Interaction(
    verb="take-turn",
    help="Say that you spoke in a round, or pass",
    command=rounds.TakeTurn,
    routine=rounds.take,
    reply=wording.had,
)

CLOSE = Interaction(
    verb="close-round",
    help="Close a round, and see how many voices are left",
    command=rounds.CloseRound,
    routine=rounds.close,
    reply=wording.ended,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (OPEN, TURN, CLOSE)
