"""Reading the audit."""

from typing import Any

from bot.messages import audit as wording
from bot.routines import audit
from handlers.interactions import Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="audit",
        help="See who did what with the bot, without what was said",
        usage="audit [kind]",
        text_fills="action",
        command=audit.SeeAudit,
        routine=audit.see,
        reply=wording.page,
    ),
)
