"""Paragraphs and lists as rich text, in which Teams reads no Markdown: anybody's words stay words.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.messages.vocabulary import Bullets, Span, Text
from handlers.platform.pieces import pieces
from handlers.platform.words import Json

QUIET: Json = {"size": "Small", "isSubtle": True}
ALARMED: Json = {"color": "Attention"}
LARGE: Json = {"size": "Large", "weight": "Bolder"}
STYLES: dict[str, Json] = {
    "plain": {},
    "bold": {"weight": "Bolder"},
    "italic": {"italic": True},
    "code": {"fontType": "Monospace"},
}
NEW_LINE = re.compile(r"\r\n|[\r\n\u2028\u2029]")


def paragraph_elements(spans: Text, look: Json | None = None, spacing: str = "Default") -> list[Json]:
    """A paragraph in as many elements as it has lines, since Teams does not break a line inside of one.

    None when it says nothing. `spacing` is the room above it; an empty line in it leaves some, too.
    """
    found: list[Json] = []
    above = spacing
    for line in _lines(spans):
        if not "".join(span.text for span in line).strip():
            above = "Default"
            continue
        for piece in pieces(line):
            found.append(_rich(piece, look or {}, above))
            above = "None"
    return found


def bullet_elements(bullets: Bullets) -> list[Json]:
    """A list, each item in a line of its own, with a dot or its number before it."""
    marks = (f"{place}. " if bullets.ordered else "• " for place in range(1, len(bullets.items) + 1))
    return [
        element
        for place, (mark, item) in enumerate(zip(marks, bullets.items, strict=True))
        for element in paragraph_elements((Span(mark), *item), spacing="Small" if place else "Default")
    ]


def _lines(spans: Text) -> Iterator[Text]:
    line: list[Span] = []
    for span in spans:
        first, *more = NEW_LINE.split(span.text)
        line.append(replace(span, text=first))
        for words in more:
            yield tuple(line)
            line = [replace(span, text=words)]
    yield tuple(line)


def _to(span: Span) -> Json:
    return {"selectAction": {"type": "Action.OpenUrl", "url": span.url}} if span.url else {}


def _rich(spans: Text, look: Json, above: str) -> Json:
    inlines = [
        {"type": "TextRun", "text": span.text, **look, **STYLES[span.style], **_to(span)} for span in spans
    ]
    shown: Json = {"type": "RichTextBlock", "inlines": inlines}
    return shown if above == "Default" else {**shown, "spacing": above}
