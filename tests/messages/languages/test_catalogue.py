"""Every phrase that the program can say stands in every other language, with the same values in it."""

import re

import pytest

from bot.messages.languages import message_in
from bot.messages.vocabulary import Message, paragraph
from bot.model.languages import Language
from tests.phrases import catalogue, phrases

OTHERS = [language for language in Language if language is not Language.ENGLISH]
VALUES = re.compile(r"\{(\w+)\}")


@pytest.mark.requirement("R-299")
@pytest.mark.parametrize("language", OTHERS)
def test_nothing_the_program_says_is_missing(language):
    known = {str(one.id): str(one.string) for one in catalogue(language) if one.id}
    missing = [phrase for phrase in phrases() if not known.get(phrase)]
    assert missing == [], "run `python -m tests.phrases`, then translate what waits"


@pytest.mark.parametrize("language", OTHERS)
def test_every_value_of_a_phrase_is_said(language):
    wrong = [
        one.id
        for one in catalogue(language)
        if one.id and one.string and set(VALUES.findall(str(one.id))) != set(VALUES.findall(str(one.string)))
    ]
    assert wrong == []


def test_a_message_is_read_in_spanish_and_the_words_of_people_as_they_wrote_them():
    said = message_in(Language.SPANISH, Message("x", (paragraph("Why: ", "Pairs talk before they write."),)))
    assert [span.text for span in said.parts[0].spans] == ["Por qué: ", "Pairs talk before they write."]
