"""Paragraphs and lists as Slack's rich text, which reads no commands and no marks into anybody's words."""

from collections.abc import Iterable

from bot.messages.vocabulary import Bullets, Span, Text
from handlers.platform.pieces import PIECE, pieces
from handlers.platform.words import Json

ITEMS = 40
"""Of each list, because Slack counts what surrounds the words as well."""


def runs(spans: Text) -> list[Json]:
    """The words of one line or paragraph, each run in its style."""
    return [_run(span) for span in spans if span.text]


def _run(span: Span) -> Json:
    if span.url:
        return {"type": "link", "url": span.url, "text": span.text}
    words: Json = {"type": "text", "text": span.text}
    return words if span.style == "plain" else {**words, "style": {span.style: True}}


def paragraph_blocks(spans: Text) -> list[Json]:
    """A paragraph in as many blocks as it needs; none when it says nothing."""
    return [_rich([_section(piece)]) for piece in pieces(spans)]


def bullet_blocks(bullets: Bullets) -> list[Json]:
    """A list in as many blocks as it needs; numbers go on where the block before stopped."""
    blocks: list[Json] = []
    listed: list[Text] = []
    room, number = PIECE, 0
    for item in bullets.items:
        first, *rest = pieces(item) or [()]
        size = sum(len(span.text) for span in first)
        if listed and (size > room or len(listed) == ITEMS):
            blocks.append(_listing(listed, bullets.ordered, number))
            number, listed, room = number + len(listed), [], PIECE
        listed.append(first)
        room -= size
        if rest:
            blocks += [_listing(listed, bullets.ordered, number), *paragraph_blocks_of(rest)]
            number, listed, room = number + len(listed), [], PIECE
    return [*blocks, _listing(listed, bullets.ordered, number)] if listed else blocks


def paragraph_blocks_of(texts: Iterable[Text]) -> list[Json]:
    return [_rich([_section(spans)]) for spans in texts]


def _rich(elements: list[Json]) -> Json:
    return {"type": "rich_text", "elements": elements}


def _section(spans: Text) -> Json:
    return {"type": "rich_text_section", "elements": runs(spans)}


def _listing(items: list[Text], ordered: bool, before: int) -> Json:
    style = "ordered" if ordered else "bullet"
    listing: Json = {
        "type": "rich_text_list",
        "style": style,
        "elements": [_section(item) for item in items],
    }
    return _rich([{**listing, "offset": before} if ordered and before else listing])
