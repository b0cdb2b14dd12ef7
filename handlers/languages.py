"""Languages: in which one the bot writes to somebody."""

from typing import Any

from bot.messages import language as wording
from bot.routines import languages
from handlers.interactions import Interaction

LANGUAGE = Interaction(
    verb="language",
    help="Choose the language I write to you in",
    usage="language",
    command=languages.MyLanguage,
    routine=languages.mine,
    reply=lambda chosen: wording.spoken(chosen.language),
)

CHOOSE = Interaction(
    verb="choose-language",
    help="Read in this language",
    command=languages.ChooseLanguage,
    routine=languages.choose,
    reply=lambda chosen: wording.spoken(chosen.language),
)

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (LANGUAGE, CHOOSE)
"""What everybody can do about languages."""
