"""`/ilt thread`, and asking for evidence."""

from typing import Any

from bot.messages.threads import asked, shown
from bot.messages.vocabulary import Message
from bot.routines import threads
from bot.routines.threads.collecting import Collecting
from handlers.interactions import Interaction


def _collecting(found: Collecting) -> Message:
    return asked.collecting(found.decision, found.asked)


THREAD = Interaction(
    verb="thread",
    help="See how one thing led to another: from input and trend to a decision and what came of it",
    usage="thread [number]",
    text_fills="about",
    command=threads.ShowThread,
    routine=threads.show,
    reply=shown.thread,
)

COLLECT = Interaction(
    verb="collect-evidence",
    help="Ask the teams of a decision how it goes",
    command=threads.CollectEvidence,
    routine=threads.collect,
    reply=_collecting,
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (THREAD, COLLECT)
