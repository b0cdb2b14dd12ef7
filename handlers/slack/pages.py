"""A message that is more than Slack takes at once, divided so that it can be read on in the thread."""

import json
from dataclasses import dataclass

from bot.messages.vocabulary import Message
from handlers.platform.words import Json
from handlers.slack.blocks import render, text_of
from handlers.slack.shapes import escape

BLOCKS = 50
CHARACTERS = 12_000
"""Measured as JSON; Slack refuses at about 13,200."""
AT_MOST = {"data_visualization": 2, "table": 1}


@dataclass(frozen=True, slots=True)
class Page:
    """What one call to Slack says: words for notifications and screen readers, and blocks."""

    text: str
    blocks: list[Json]

    @property
    def content(self) -> Json:
        return {"text": self.text, "blocks": self.blocks}


def pages(message: Message) -> list[Page]:
    """The message in as few pages as it takes, at least one; the first has the words of all of them."""
    first, *rest = divided(render(message))
    more = f"(continued) {escape(message.summary)}"
    return [Page(text_of(message), first), *(Page(more, blocks) for blocks in rest)]


def divided(blocks: list[Json]) -> list[list[Json]]:
    """Fill one page after the other; a heading goes with what it is about."""
    found: list[list[Json]] = [[]]
    for block in blocks:
        page = found[-1]
        if page and not _fits([*page, block]):
            found.append([page.pop()] if len(page) > 1 and page[-1]["type"] == "header" else [])
        found[-1].append(block)
    return found


def _fits(page: list[Json]) -> bool:
    kinds = [block["type"] for block in page]
    return (
        len(page) <= BLOCKS
        and all(kinds.count(kind) <= most for kind, most in AT_MOST.items())
        and len(json.dumps(page, ensure_ascii=False)) <= CHARACTERS
    )
