"""How easily words are read: the Flesch-Kincaid grade, estimated from sentences, words and syllables."""

import re

SENTENCE = re.compile(r"[.!?]+(?=\s|$)|\n+")
WORD = re.compile(r"[A-Za-z']+")
SYLLABLE = re.compile(r"[aeiouy]+")
FAMILY_GRADE = 6
"""Families read comfortably up to here (R-103)."""


def grade(words: str) -> int:
    """The US school grade whose readers follow an English text, zero and more; a silent e is not counted."""
    found = WORD.findall(words)
    if not found:
        return 0
    sentences = sum(1 for one in SENTENCE.split(words) if WORD.search(one))
    sounds = sum(syllables(word.lower()) for word in found)
    return max(0, round(0.39 * len(found) / sentences + 11.8 * sounds / len(found) - 15.59))


def syllables(word: str) -> int:
    heard = word.removesuffix("e") if len(word) > 3 and not word.endswith("le") else word
    return max(1, len(SYLLABLE.findall(heard)))
