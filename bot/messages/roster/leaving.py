"""What comes to somebody when a colleague has left."""

from dataclasses import dataclass, field

from bot.messages.dates import number_of
from bot.messages.vocabulary import (
    Button,
    Heading,
    Message,
    Part,
    Text,
    bold,
    bullets,
    buttons,
    context,
    paragraph,
    text,
)

CLOSED = "1:1 notes and learning cycles are not handed on: they stay closed to everybody else."


@dataclass
class Handover:
    """What comes to one person: titles of agenda items and decisions, a number of inputs, and the lead."""

    leaver: str
    items: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    inputs: int = 0
    leads: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.items or self.decisions or self.inputs or self.leads)


def came_to_you(handover: Handover) -> Message:
    """The one message about everything that somebody takes over."""
    parts: list[Part] = [
        Heading(f"{handover.leaver} has left"),
        paragraph("What they looked after comes to you, so that nothing is lost:"),
        bullets(*_lines(handover)),
    ]
    if handover.leads:
        parts.append(
            paragraph("The school has no school leader just now. Until one is named, you stand in for them.")
        )
    pressable = [Button("See the agenda", "agenda")] if handover.items else []
    pressable += [Button("Answer staff input", "inputs")] if handover.inputs else []
    pressable += [Button("See decisions", "decisions")] if handover.decisions else []
    if pressable:
        parts.append(buttons(*pressable))
    return Message(f"{handover.leaver} has left. Some things come to you.", (*parts, context(CLOSED)))


def _lines(handover: Handover) -> list[Text]:
    lines = [text(bold("Agenda item: "), title) for title in handover.items]
    lines += [text(bold("Questions about a decision: "), title) for title in handover.decisions]
    if handover.inputs:
        lines.append(text(bold("Staff input: "), f"{number_of(handover.inputs, 'input')} to answer"))
    return lines
