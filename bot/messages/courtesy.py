"""Several messages in one, and what a person reads about how often the bot writes to them."""

from collections.abc import Sequence
from dataclasses import replace

from bot.messages.vocabulary import (
    Bullets,
    Buttons,
    Divider,
    Facts,
    Heading,
    Message,
    Paragraph,
    Part,
    context,
    paragraph,
)

MOST_LINES = 18
MOST_WORDS = 300
WHY_TOGETHER = (
    "I keep to a few messages a day, so these come together. Change how often I write: /ilt preferences"
)
"""Said below everything that is told together to one person."""


def together(messages: Sequence[Message], *, to_a_person: bool) -> Message:
    """One message in the place of several: a line each with its buttons; in a channel, each in full.

    The line a notification shows says how many there are, and nothing of what is in them.
    """
    if len(messages) == 1:
        return messages[0]
    private = any(one.private for one in messages)
    if not to_a_person:
        return Message(f"{len(messages)} posts from your ILT", _in_full(messages), private)
    summary = f"{len(messages)} things from your ILT"
    parts: list[Part] = [Heading(summary)]
    for one in messages[:MOST_LINES]:
        parts += _briefly(one)
    if len(messages) > MOST_LINES:
        more = len(messages) - MOST_LINES
        parts.append(paragraph(f"And {more} more. Type /ilt to see what waits for you."))
    return Message(summary, (*parts, context(WHY_TOGETHER)), private)


def _in_full(messages: Sequence[Message]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for one in messages:
        parts += [Divider(), *(_shared(part) for part in one.parts or (paragraph(one.summary),))]
    return tuple(parts[1:])


def _briefly(message: Message) -> list[Part]:
    """Its first words and its buttons; without buttons, all it says, for there is nowhere to read on."""
    found = [_shared(part) for part in message.parts if isinstance(part, Buttons)]
    said = [part for part in message.parts if isinstance(part, Paragraph | Facts | Bullets)]
    if not said:
        return [paragraph(message.summary), *found[:1]]
    if not found:
        return list(said)
    return [said[0], *found] if len(found) == 1 else _line_by_line(message)


def _line_by_line(message: Message) -> list[Part]:
    """Of a message about several things, each with the words above its buttons."""
    parts: list[Part] = []
    words: Paragraph | None = None
    for part in message.parts:
        if isinstance(part, Paragraph) and words is None:
            words = part
        elif isinstance(part, Buttons):
            parts += [*([words] if words else []), _shared(part)]
            words = None
    return parts


def _shared(part: Part) -> Part:
    """Buttons that share a message with others: what one of them changes leaves the rest standing."""
    return replace(part, shared=True) if isinstance(part, Buttons) else part
