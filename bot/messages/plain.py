"""The plain-text form of a message: the screen-reader text, and what a log-free terminal shows."""

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
    Table,
    Text,
)


def words(spans: Text) -> str:
    return "".join(span.text for span in spans)


def plain(message: Message) -> str:
    """Return everything the message says, numbers included, in lines of plain text (R-299)."""
    lines = (line for part in message.parts for line in lines_of(part))
    return "\n".join(lines) or message.summary


def lines_of(part: Part) -> list[str]:
    match part:
        case Heading(text):
            return [text]
        case Paragraph(spans) | Context(spans):
            return [words(spans)]
        case Bullets(items, ordered):
            marks = (f"{place}." if ordered else "•" for place in range(1, len(items) + 1))
            return [f"{mark} {words(item)}" for mark, item in zip(marks, items, strict=True)]
        case Facts(pairs):
            return [f"{name}: {value}" for name, value in pairs]
        case Table(title, columns, rows):
            named = (zip(columns, row, strict=True) for row in rows)
            return [title, *("; ".join(f"{name}: {cell}" for name, cell in row) for row in named)]
        case Chart(title, categories, series, _, unit):
            return [title, *chart_lines(categories, [(line.name, line.values) for line in series], unit)]
        case Progress(label, done, total):
            return [f"{label}: {done} of {total}"]
        case Buttons(pressable):
            return [" ".join(f"[{button.label}]" for button in pressable)]
        case Divider():
            return []
    assert_never(part)


def chart_lines(
    categories: tuple[str, ...], series: list[tuple[str, tuple[float, ...]]], unit: str
) -> list[str]:
    """One line per category: "Think time: seen 44%, partly 20%"."""
    return [
        f"{category}: " + ", ".join(f"{name} {values[place]:g}{unit}" for name, values in series)
        for place, category in enumerate(categories)
    ]
