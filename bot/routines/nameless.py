"""Texts that are about a practice and never about a person or a room."""

import re
from collections.abc import Mapping

from bot.errors import Refusal
from bot.model.everybody import Roster
from bot.model.staff_input import names_in

ROOM = re.compile(r"\b(?:room|rm\.?|salón|aula)\s*#?\d+", re.IGNORECASE)
NO_ROOM = "This names a room. Say the grade or the part of the lesson instead."


def name_nobody(texts: Mapping[str, str], roster: Roster) -> None:
    """Raise `Refusal` where a text names a colleague or a room."""
    for field, words in texts.items():
        named = next(iter(names_in(roster, words)), None)
        if named is not None:
            sentence = f"This names {named}. Name the team or the practice instead of a person."
            raise Refusal(sentence, field=field)
        if ROOM.search(words):
            raise Refusal(NO_ROOM, field=field)
