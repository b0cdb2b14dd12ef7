"""What all staff are told once a term: what the school works on, and what that looks like (R-047)."""

from collections.abc import Sequence
from datetime import date

from bot.messages.dates import day
from bot.messages.strategies.page import ALL
from bot.messages.vocabulary import Heading, Message, Part, bold, bullets, buttons, context, paragraph
from bot.model.strategies import Strategy

TITLE = "What our school works on this term"


def goals(strategies: Sequence[Strategy], notes: Sequence[tuple[date, str]] = ()) -> Message:
    """The post; `notes` say what was changed since, and on which day."""
    parts: list[Part] = [Heading(TITLE)]
    for one in strategies:
        parts.append(paragraph(bold(one.name), f": {one.status}" if one.status else ""))
        if one.seen:
            parts.append(bullets(f"What you will see in classrooms: {one.seen}"))
    parts += [context(f"Changed on {day(on)}: {said}") for on, said in notes]
    return Message(TITLE, (*parts, buttons(ALL)))


def announced(when: str) -> Message:
    said = (
        f"All staff read it in their channel {when}. If a strategy changes, the post says so with the date."
    )
    return Message(said, (paragraph(said), buttons(ALL)))
