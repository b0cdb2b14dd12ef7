"""The catalogue, looked up the ways people and platforms name an interaction."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from handlers.interactions import Interaction

AnyInteraction = Interaction[Any, Any]

MENU = "menu"
INPUT = "input"


class Verbs:
    """Interactions by verb."""

    def __init__(self, catalogue: Iterable[AnyInteraction]) -> None:
        self._known = {interaction.verb: interaction for interaction in catalogue}

    def find(self, verb: str) -> AnyInteraction | None:
        return self._known.get(verb)

    def opens(self, verb: str) -> bool:
        """Whether a button with this verb opens a form."""
        found = self._known.get(verb)
        return found is not None and found.asking is not None

    def typed(self, word: str) -> AnyInteraction | None:
        """The interaction a person may type, however it is capitalised."""
        found = self._known.get(word.casefold())
        return found if found and found.usage is not None else None

    @property
    def typable(self) -> list[str]:
        """Every verb that a person may type."""
        return [verb for verb, interaction in self._known.items() if interaction.usage is not None]

    def nearest(self, word: str) -> str | None:
        """The verb a person may have meant."""
        return next(iter(get_close_matches(word.casefold(), self.typable, n=1)), None)
