"""`/ilt away`: nothing reaches one until one is back."""

from typing import Any

from bot.messages import away as wording
from bot.routines.away import saying
from handlers.interactions import Interaction

AWAY = Interaction(
    verb="away",
    help="Say that you are away: nothing reaches you, others stand in, no reason asked",
    usage="away [3 days | until Friday | back]",
    text_fills="when",
    command=saying.SayAway,
    routine=saying.say,
    reply=wording.answered,
)

BACK = Interaction(
    verb="back",
    help="Say that you are back",
    command=saying.SayBack,
    routine=saying.back,
    reply=wording.answered,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (AWAY, BACK)
