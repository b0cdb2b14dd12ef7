"""Which kind of item a few words sound like, suggested to whoever adds it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.model.agenda_items import ItemKind
from bot.model.staff_input import Topic

WORD = re.compile(r"[^\W\d_]+")


OF_TOPICS = {
    Topic.TIME: ItemKind.OPERATIONAL,
    Topic.COMMUNICATION: ItemKind.PEOPLE,
    Topic.CLIMATE: ItemKind.PEOPLE,
    Topic.THANKS: ItemKind.PEOPLE,
}
"""What staff input of a topic is about; any other is about instruction."""


@dataclass(frozen=True)
class ItemWords:
    """Words that speak for a kind: whole words, or beginnings of words that end with a star."""

    speaks_for: Mapping[ItemKind, tuple[str, ...]]

    def kind_of(self, text: str) -> ItemKind:
        """The kind most of the words speak for. An ILT is there for instruction, so a draw goes to that."""
        said = [word.lower() for word in WORD.findall(text)]
        counts = {
            kind: sum(_is_among(word, words) for word in said) for kind, words in self.speaks_for.items()
        }
        most = max(counts.values(), default=0)
        found = [kind for kind, count in counts.items() if count == most and most]
        return found[0] if len(found) == 1 else ItemKind.INSTRUCTIONAL


def _is_among(word: str, words: tuple[str, ...]) -> bool:
    return any(word.startswith(one[:-1]) if one.endswith("*") else word == one for one in words)
