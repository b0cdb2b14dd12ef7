"""What is stored about somebody, and what they can do about it."""

from typing import Any

from bot.messages import privacy as wording
from bot.routines import privacy
from bot.routines.requests import Nothing
from handlers.interactions import Asking, Interaction

INTERACTIONS: tuple[Interaction[Any, Any], ...] = (
    Interaction(
        verb="privacy",
        help="See what is stored about you, and who can see it",
        usage="privacy",
        command=Nothing,
        routine=privacy.see,
        reply=wording.page,
    ),
    Interaction(
        verb="my-words",
        help="See your own words",
        command=privacy.MyWords,
        routine=privacy.my_words,
        reply=wording.words,
    ),
    Interaction(
        verb="keep-pair",
        help="Keep what you and somebody wrote to each other for another year, or not",
        command=privacy.KeepPair,
        routine=privacy.keep_pair,
        reply=wording.page,
    ),
    Interaction(
        verb="erase-mine",
        help="Erase your own words",
        asking=Asking(Nothing, privacy.before_erasing, wording.erasing_form),
        command=privacy.EraseMine,
        routine=privacy.erase_mine,
        reply=wording.erased,
    ),
)
