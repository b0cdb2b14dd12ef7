"""Saying in another language what was worded in English.

What the bot says is kept in English, and put into a person's or a channel's language when it is shown: a
letter that waits follows whoever reads it. Every phrase of the program stands in one catalogue for each
language (`es.po`), with its placeholders by name; people's own words are never translated.
"""

from dataclasses import replace
from functools import cache, partial
from importlib.resources import files

from bot.messages.forms import Form
from bot.messages.languages.phrases import Phrasebook
from bot.messages.languages.saying import form_said, lines_said, message_said
from bot.messages.vocabulary import Message
from bot.model.languages import Language


def message_in(language: Language, message: Message) -> Message:
    """The same message in a language; what its catalogue does not know stays as it is."""
    return message if language is Language.ENGLISH else message_said(message, phrasebook(language).say)


def form_in(language: Language, form: Form) -> Form:
    """The same form in a language: its labels, hints and choices, never what was filled in."""
    return form if language is Language.ENGLISH else form_said(form, phrasebook(language).say)


def sentence_in(language: Language, sentence: str) -> str:
    return sentence if language is Language.ENGLISH else phrasebook(language).say(sentence)


def in_every_language(sentence: str) -> str:
    """A sentence for somebody of whom it cannot be known how they read: a line in each language."""
    return "\n".join(dict.fromkeys(sentence_in(language, sentence) for language in Language))


def message_in_every_language(message: Message) -> Message:
    """The same of a message, which is repeated in each language, one below the other."""
    said = [message_in(language, message) for language in Language]
    parts = (part for one in said for part in one.parts)
    return replace(message, summary=in_every_language(message.summary), parts=tuple(dict.fromkeys(parts)))


def as_it_came(written: str, ours: str) -> str:
    """Words of the program themselves where somebody left them as they read them, in any language; else what
    was written. So a default stays one, and everybody reads it in their own language."""
    said = "\n".join(line.strip() for line in written.splitlines())
    return ours if any(lines_said(ours, partial(sentence_in, one)) == said for one in Language) else written


@cache
def phrasebook(language: Language) -> Phrasebook:
    """The catalogue of a language, read once."""
    written = files("bot.messages.languages").joinpath(f"{language}.po").read_text(encoding="utf-8")
    return Phrasebook.read(written, language)
