"""Messages and views as words: what a person would read aloud from top to bottom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.sandbox.conversations import Conversation, Message, said_at
from bot.sandbox.validation.blocks import elements_of
from bot.sandbox.wire import Json

WORDED = ("text", "label", "hint", "title", "description", "alt_text", "caption", "name", "placeholder")
HELD = (
    *("chart", "fields", "accessory", "element"),
    *("elements", "options", "option_groups", "rows", "series", "segments", "data"),
)
RUNS_OF_WORDS = ("rich_text_section", "rich_text_quote", "rich_text_preformatted")


@dataclass(frozen=True)
class Seen:
    """One message as a person sees it."""

    ts: str
    user: str
    text: str
    blocks: list[Json]
    thread_ts: str | None
    reply_count: int
    ephemeral: bool
    edited: bool

    @property
    def at(self) -> datetime:
        """When it was said, in UTC."""
        return said_at(self.ts)

    @property
    def words(self) -> str:
        """Everything that can be read in it: its blocks, or its text when it has none."""
        return plain_text(self.blocks) or self.text

    @property
    def buttons(self) -> list[str]:
        """The words on its buttons, top to bottom."""
        return labels(self.blocks)


def seen(conversation: Conversation, message: Message) -> Seen:
    """Return a message as a person sees it."""
    return Seen(
        message.ts,
        message.user,
        message.text,
        message.blocks,
        message.thread_ts,
        len(conversation.replies(message.ts)),
        message.only_for is not None,
        message.edited_ts is not None,
    )


def labels(blocks: list[Json]) -> list[str]:
    """Return the words on every button, top to bottom."""
    found = [element for block in blocks for element in elements_of(block)]
    return [str(element["text"]["text"]) for element in found if element["type"] == "button"]


def plain_text(blocks: list[Json]) -> str:
    """Return the words of blocks, one line for each piece of text."""
    return "\n".join(line for block in blocks for line in _lines(block) if line)


def _lines(part: object) -> Iterator[str]:
    if isinstance(part, list):
        yield from _row(part)
    elif isinstance(part, dict) and part.get("type") in RUNS_OF_WORDS:
        yield "".join(_lines(part["elements"]))
    elif isinstance(part, dict):
        yield from _object(part)


def _row(parts: list[object]) -> Iterator[str]:
    cells = [part for part in parts if isinstance(part, dict) and _is_cell(part)]
    if cells:
        yield " | ".join(" ".join(_lines(cell)) for cell in cells)
        return
    for part in parts:
        yield from _lines(part)


def _is_cell(cell: Json) -> bool:
    return cell.get("type") in ("raw_text", "raw_number") or {"value", "label"} <= cell.keys()


def _object(part: Json) -> Iterator[str]:
    for name in WORDED:
        value = part.get(name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from _lines(value)
    if _is_cell(part) and "value" in part:
        yield f"{part['value']}"
    if part.get("type") in ("user", "channel"):
        yield f"<{part.get('user_id') or part.get('channel_id')}>"
    for name in HELD:
        yield from _lines(part.get(name))
