"""Cards as words: what a person would read aloud from top to bottom, and the buttons they could press."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox.teams.tenant import Message
from bot.sandbox.wire import Json

HELD = ("body", "items", "columns", "images", "actions", "card")
"""Where a card holds further elements, in the order in which Teams draws them."""


@dataclass(frozen=True)
class Seen:
    """One message as a person sees it; `root` is the message its thread began with."""

    id: str
    conversation: str
    root: str
    sender: str
    text: str
    cards: list[Json]
    summary: str
    edited: bool
    activity: Json

    @property
    def card(self) -> Json:
        """Its first card, empty when it has none."""
        return self.cards[0] if self.cards else {}

    @property
    def words(self) -> str:
        """Everything that can be read in it: its text, and each card from top to bottom."""
        return "\n".join(each for each in (self.text, *map(plain_text, self.cards)) if each)

    @property
    def buttons(self) -> list[str]:
        """The words on its buttons, top to bottom, those in cards that a button opens included."""
        return [str(button["title"]) for card in self.cards for button in buttons(card)]


def seen(message: Message, person: str) -> Seen:
    """Return a message as this person sees it: with the card that only they got, if there is one."""
    activity = message.activity
    own = message.own.get(person)
    cards = [own] if own else [each["content"] for each in activity.get("attachments", []) if _is_card(each)]
    return Seen(
        message.id,
        message.conversation,
        message.root,
        message.sender,
        str(activity.get("text") or ""),
        cards,
        str(activity.get("summary") or ""),
        message.edited,
        activity,
    )


def _is_card(attachment: Json) -> bool:
    return isinstance(attachment.get("content"), dict)


def buttons(part: object) -> Iterator[Json]:
    """Return every button of a card, top to bottom, and those in the cards that they open."""
    if isinstance(part, list):
        for each in part:
            yield from buttons(each)
    elif isinstance(part, dict) and part.get("isVisible", True):
        if str(part.get("type", "")).startswith("Action.") and "title" in part:
            yield part
        for name in ("selectAction", "inlineAction", *HELD, "rows", "cells"):
            if name in part:
                yield from buttons(part[name])


def plain_text(card: Json) -> str:
    """Return the words of a card, one line for each piece of text and each row of a table."""
    return "\n".join(line for line in lines(card) if line)


def lines(part: object) -> Iterator[str]:
    """Return the words of a part of a card, line by line; what is hidden or a fallback is left out."""
    if isinstance(part, list):
        for each in part:
            yield from lines(each)
    elif isinstance(part, dict) and part.get("isVisible", True):
        yield from _of(str(part.get("type", "")), part)


def _of(kind: str, part: Json) -> Iterator[str]:
    if kind == "RichTextBlock":
        yield "".join(each if isinstance(each, str) else each["text"] for each in part["inlines"])
    elif kind == "FactSet":
        yield from (f"{fact['title']} | {fact['value']}" for fact in part["facts"])
    elif kind == "Table":
        for row in part["rows"]:
            yield " | ".join(" ".join(lines(cell)) for cell in row["cells"])
    elif kind.startswith("Chart."):
        yield from _chart(part)
    else:
        named = (part.get(name) for name in ("label", "title", "text", "altText"))
        yield from (words for words in named if isinstance(words, str))
        yield from (choice["title"] for choice in part.get("choices", []))
        for name in ("cells", "rows", *HELD):
            yield from lines(part.get(name))


def _chart(chart: Json) -> Iterator[str]:
    yield chart.get("title", "")
    for entry in [*chart.get("data", []), *chart.get("segments", [])]:
        named = entry.get("legend") or entry.get("title") or ""
        if "values" in entry or "data" in entry:
            yield from _series(named, entry.get("values") or entry["data"])
        else:
            yield " | ".join(_point(entry))
    if chart.get("type") == "Chart.Gauge":
        yield str(chart["value"])


def _series(named: str, points: list[Json]) -> Iterator[str]:
    for point in points:
        yield " | ".join((named, *_point(point)))


def _point(point: Json) -> list[str]:
    return [str(point[name]) for name in ("legend", "x", "y", "value", "size") if name in point]
