"""Messages as Adaptive Cards: every part drawn, every word inert, nothing lost to a limit."""

import re
from collections.abc import Callable
from typing import assert_never

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
    Span,
    Table,
    bold,
)
from handlers.platform.figures import progress
from handlers.platform.words import DOTS, Json
from handlers.teams.buttons import Pressing
from handlers.teams.figures import chart_elements, table_elements
from handlers.teams.pages import Page, paged
from handlers.teams.rich import LARGE, QUIET, bullet_elements, paragraph_elements

SHORT = 300
"""Characters of a fact that stands in columns; a longer one takes lines of its own."""
TITLE = 150
MARKS = re.compile(r"[*_~`\[\]<>\\#{}|&]|^\s*([-+]|\d+[.)])\s")
"""What Teams might read as formatting in the one kind of text that screen readers know as a heading."""


class Cards:
    """Draws messages; `opens` says which verbs a button asks a form for."""

    def __init__(self, opens: Callable[[str], bool]) -> None:
        self._opens = opens

    def pages(self, message: Message, school: str | None = None) -> list[Page]:
        """The message in as few pages as it takes; its buttons name the school where several share."""
        return paged(message, elements(message, Pressing(self._opens, school)))

    def page_of_a_dialog(self, message: Message, school: str | None = None) -> Json:
        """The card of a message that is said in a dialog: the first page of it."""
        first, *_ = paged(message, elements(message, Pressing(self._opens, school, in_dialog=True)))
        return first.card


def elements(message: Message, pressing: Pressing) -> list[Json]:
    """All elements of a message in order; a message whose parts say nothing shows its summary."""
    found: list[Json] = []
    ruled = False
    for part in message.parts:
        drawn = elements_of(part, pressing)
        if drawn and ruled:
            drawn[0] = {**drawn[0], "separator": True}
        found += drawn
        ruled = isinstance(part, Divider) or (ruled and not drawn)
    return found or paragraph_elements((Span(message.summary),)) or paragraph_elements((Span(DOTS),))


def elements_of(part: Part, pressing: Pressing) -> list[Json]:
    """The elements of one part; a divider has none, it is a line above what follows it."""
    match part:
        case Heading(text):
            return _heading(text)
        case Paragraph(spans):
            return paragraph_elements(spans)
        case Context(spans):
            return paragraph_elements(spans, QUIET)
        case Bullets():
            return bullet_elements(part)
        case Facts(pairs):
            return [element for name, value in pairs for element in _fact(name, value)]
        case Table():
            return table_elements(part)
        case Chart():
            return chart_elements(part)
        case Progress():
            return paragraph_elements(progress(part))
        case Buttons():
            return list(pressing.rows(part))
        case Divider():
            return []
    assert_never(part)


def _heading(text: str) -> list[Json]:
    """A heading for screen readers, too, where nothing in it could be taken for formatting."""
    if not text.strip() or MARKS.search(text) or len(text) > TITLE or not text.isprintable():
        return paragraph_elements((Span(text),), LARGE)
    return [{"type": "TextBlock", "text": text, "wrap": True, "style": "heading", **LARGE}]


def _fact(name: str, value: str) -> list[Json]:
    """A name and its value side by side, or one after the other when they are long."""
    if len(name) + len(value) > SHORT:
        return paragraph_elements((bold(f"{name}: "), Span(value)), spacing="Small")
    cells = [paragraph_elements((bold(name),)), paragraph_elements((Span(value),))]
    columns = [
        {"type": "Column", "width": width, "items": said or paragraph_elements((Span(DOTS),))}
        for width, said in enumerate(cells, 1)
    ]
    return [{"type": "ColumnSet", "columns": columns, "spacing": "Small"}]
