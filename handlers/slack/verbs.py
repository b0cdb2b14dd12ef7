"""The catalogue, looked up the ways Slack names an interaction."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from handlers.interactions import Interaction

AnyInteraction = Interaction[Any, Any]

COMMAND = "/ilt"
MENU = "menu"


class Verbs:
    """Interactions by verb."""

    def __init__(self, catalogue: Iterable[AnyInteraction]) -> None:
        self._known = {interaction.verb: interaction for interaction in catalogue}

    def find(self, verb: str) -> AnyInteraction | None:
        return self._known.get(verb)

    def typed(self, word: str) -> AnyInteraction | None:
        """The interaction a person may type, however it is capitalised."""
        found = self._known.get(word.casefold())
        return found if found and found.usage is not None else None

    def nearest(self, word: str) -> str | None:
        """The verb a person may have meant."""
        known = [verb for verb, interaction in self._known.items() if interaction.usage is not None]
        return next(iter(get_close_matches(word.casefold(), known, n=1)), None)


def spoken(command: str, text: str) -> tuple[str, str]:
    """Return the verb and the words of a slash command.

    `/ilt-input x` is `/ilt input x`, and `/ilt` alone is the menu.
    """
    verb = command.removeprefix(COMMAND).lstrip("-")
    if verb:
        return verb, text.strip()
    word, *rest = text.split(maxsplit=1) or [MENU]
    return word, rest[0].strip() if rest else ""
