"""Whether what is shown says everything that a message says."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from bot.messages.plain import words
from bot.messages.vocabulary import (
    Bullets,
    Buttons,
    Chart,
    Context,
    Divider,
    Facts,
    Heading,
    Message,
    Paragraph,
    Part,
    Progress,
    Table,
)


def strings(part: Part) -> Iterator[str]:
    """Every piece of text in a part of a message."""
    match part:
        case Heading(text):
            yield text
        case Paragraph(spans) | Context(spans):
            yield words(spans)
        case Bullets(items):
            yield from map(words, items)
        case Facts(pairs):
            yield from (one for pair in pairs for one in pair)
        case Table(title, columns, rows):
            yield from (title, *columns, *(cell for row in rows for cell in row))
        case Chart(title, categories, series):
            yield from (title, *categories, *(one.name for one in series))
        case Progress(label):
            yield label
        case Buttons(pressable):
            yield from (one.label for one in pressable)
        case Divider():
            return
        case _:
            assert_never(part)


def unsaid(message: Message, shown: Iterable[str]) -> list[str]:
    """What a message says and its pages do not."""
    read = " ".join(" ".join(shown).split())
    said = [one for part in message.parts for one in strings(part)] or [message.summary]
    return [one for one in said if " ".join(one.split()) not in read]
