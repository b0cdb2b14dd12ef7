"""A message that is more than Teams takes at once, divided so that it can be read on.

A message with everything around it may take 28 KB:
https://learn.microsoft.com/microsoftteams/platform/resources/bot-v3/bots-create#message-size-limits
"""

from dataclasses import dataclass

from bot.messages.plain import plain
from bot.messages.vocabulary import Message
from handlers.platform.words import Json, cut
from handlers.teams.shapes import attachment, card, size

BODY = 24_000
"""Bytes of a page's elements; what stands around them is cut to fit beside."""
SUMMARY = 250
FALLBACK = 500


@dataclass(frozen=True, slots=True)
class Page:
    """What one message in Teams says: the line a notification shows, and a card."""

    summary: str
    card: Json

    @property
    def activity(self) -> Json:
        return {"type": "message", "summary": self.summary, "attachments": [attachment(self.card)]}


def paged(message: Message, elements: list[Json]) -> list[Page]:
    """The elements of a message in as few pages as they take, at least one."""
    first, *rest = divided(elements)
    instead = message.summary if message.private else plain(message)
    more = cut(f"(continued) {message.summary}", SUMMARY)
    return [
        Page(cut(message.summary, SUMMARY), _card(first, instead)),
        *(Page(more, _card(elements, more)) for elements in rest),
    ]


def _card(elements: list[Json], instead: str) -> Json:
    return {**card(elements), "fallbackText": cut(instead, FALLBACK)}


def divided(elements: list[Json]) -> list[list[Json]]:
    """Fill one page after the other; a heading goes with what it is about."""
    found: list[list[Json]] = [[]]
    filled = 0
    for element in elements:
        page, takes = found[-1], size(element) + 1
        if page and filled + takes > BODY:
            found.append([page.pop()] if len(page) > 1 and is_heading(page[-1]) else [])
            filled = sum(size(one) + 1 for one in found[-1])
        found[-1].append(element)
        filled += takes
    return found


def is_heading(element: Json) -> bool:
    if element["type"] == "RichTextBlock":
        return all(run.get("size") == "Large" for run in element["inlines"])
    return element.get("style") == "heading"
