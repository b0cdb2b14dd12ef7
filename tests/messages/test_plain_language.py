"""What people read is plain: about grade 8, in short sentences (R-299)."""

import re

import pytest

from tests.phrases import phrases

SENTENCES = re.compile(r"[.!?:;]+(?:\s|$)")
WORDS = re.compile(r"[A-Za-z]+")
LONGEST = 36
GRADE = 8.0


def syllables(word: str) -> int:
    """A close guess: groups of vowels, without a silent e at the end."""
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee"))
    return max(1, groups - silent)


def grade(sentences: list[str]) -> float:
    """The Flesch-Kincaid grade level (Kincaid and others, 1975)."""
    words = [word for sentence in sentences for word in WORDS.findall(sentence)]
    per_sentence = len(words) / len(sentences)
    return 0.39 * per_sentence + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def spoken() -> list[str]:
    told = [phrase for phrase, place in phrases().items() if place.startswith("bot/messages")]
    sentences = [one for phrase in told for one in SENTENCES.split(phrase)]
    return [one for one in sentences if len(WORDS.findall(one)) > 3]


@pytest.mark.requirement("R-299")
def test_everything_together_reads_at_grade_eight_or_below(record_property):
    found = grade(spoken())
    record_property("grade", round(found, 1))
    assert found <= GRADE


def test_no_sentence_is_a_paragraph():
    assert [one for one in spoken() if len(WORDS.findall(one)) > LONGEST] == []
