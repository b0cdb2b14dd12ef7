"""A message as Markdown: its summary is the title. Nobody's own words can become marks."""

import re
from collections.abc import Iterable
from typing import assert_never

from bot.messages.plain import lines_of
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
    Text,
)

MARKS = re.compile(r"([\\`*_\[\]<>|~])")
AT_START = re.compile(r"^(\s*\d*)([#+.)-])", re.MULTILINE)
STYLES = {"plain": "", "bold": "**", "italic": "_", "code": "`"}


def markdown(said: Message) -> str:
    """The whole message as one Markdown text that ends with a line break; its buttons are left out."""
    blocks = [f"# {_escaped(said.summary)}", *(_block(part) for part in said.parts)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _block(part: Part) -> str:
    match part:
        case Heading(text):
            return f"## {_escaped(text)}"
        case Paragraph(spans):
            return _begun(_inline(spans))
        case Context(spans):
            return f"*{_on_one_line(_inline(spans))}*"
        case Bullets(items, ordered):
            marks = (f"{place}." if ordered else "-" for place in range(1, len(items) + 1))
            return "\n".join(
                f"{mark} {_on_one_line(_inline(item))}" for mark, item in zip(marks, items, strict=True)
            )
        case Facts(pairs):
            return "\n".join(
                f"- **{_escaped(name)}:** {_on_one_line(_escaped(value))}" for name, value in pairs
            )
        case Table(title, columns, rows):
            return "\n".join((f"**{_escaped(title)}**", "", *_rows(columns, rows)))
        case Chart() | Progress():
            return "\n".join(f"- {_escaped(line)}" for line in lines_of(part))
        case Divider():
            return "---"
        case Buttons():
            return ""
    assert_never(part)


def _rows(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    line = ["---"] * len(columns)
    return [_row(columns), f"| {' | '.join(line)} |", *(_row(row) for row in rows)]


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(_on_one_line(_escaped(cell)) for cell in cells)} |"


def _inline(spans: Text) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    if span.style == "code":
        return f"`{span.text.replace('`', '')}`"
    words = _escaped(span.text)
    if span.url:
        return f"[{words}](<{span.url}>)"
    inner, mark = words.strip(), STYLES[span.style]
    return words.replace(inner, f"{mark}{inner}{mark}", 1) if inner and mark else words


def _escaped(words: str) -> str:
    return MARKS.sub(r"\\\1", words)


def _begun(words: str) -> str:
    """Words that begin a line, so that none of them begins a heading or a list."""
    return AT_START.sub(r"\1\\\2", words)


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
