"""`/ilt deliveries`: what became of the bot's messages."""

from typing import Any

from bot.messages import deliveries as wording
from bot.routines import deliveries
from handlers.interactions import Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="deliveries",
        help="See which messages arrived, and which did not",
        usage="deliveries",
        command=deliveries.SeeDeliveries,
        routine=deliveries.see,
        reply=wording.overview,
    ),
)
