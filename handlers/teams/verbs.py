"""Typed words, read as verbs."""

import re

from handlers.platform.verbs import MENU

SLASH = re.compile(r"^/(?:ilt\b[ -]*)?", re.IGNORECASE)
"""What those type who know the bot from Slack, or expect a command to begin like one."""
ENDS = ".!?,;:…¡¿"
GREETINGS = frozenset(
    {"hello", "hi", "hey", "hello there", "hi there", "good morning", "hola", "buenos días", "buenas"}
)


def spoken(words: str) -> tuple[str, str]:
    """Return the verb and the words after it; nothing at all, or a greeting, is the menu."""
    said = SLASH.sub("", words.strip())
    if not said or said.strip(ENDS).casefold() in GREETINGS:
        return MENU, ""
    verb, *rest = said.split(maxsplit=1)
    return verb.strip(ENDS) or verb, rest[0].strip() if rest else ""
