"""What the school asks of its district."""

from typing import Any

from bot.messages import asks as wording
from bot.routines import asks
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="ask-district",
        help="Note what we ask of the district, and follow the answer",
        usage="ask-district [what we need]",
        text_fills="what",
        command=asks.AskDistrict,
        routine=asks.ask,
        asking=Asking(Nothing, asks.prepare, wording.form),
        reply=wording.asks,
        keeps_draft=True,
    ),
    Interaction(
        verb="district-asks",
        help="See what we asked of the district",
        command=Nothing,
        routine=asks.see,
        reply=wording.asks,
    ),
    Interaction(
        verb="chase-ask",
        help="Ask the district again",
        command=asks.ChaseAsk,
        routine=asks.chase,
        reply=wording.asks,
    ),
    Interaction(
        verb="answer-ask",
        help="Note what the district said",
        command=asks.AnswerAsk,
        routine=asks.answer,
        asking=Asking(asks.AboutAsk, asks.prepare_answer, wording.answer),
        reply=wording.asks,
    ),
    Interaction(
        verb="drop-ask",
        help="Drop what was asked of the district",
        command=asks.DropAsk,
        routine=asks.drop,
        asking=Asking(asks.AboutAsk, asks.prepare_drop, wording.drop),
        reply=wording.asks,
    ),
)
