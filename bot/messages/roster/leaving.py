"""What comes to somebody when a colleague has left."""

from dataclasses import dataclass, field

from bot.messages.dates import number_of
from bot.messages.staff_input.giving import TAKE_BACK
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
from bot.model.staff_input import StaffInput

MOST = 10
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
    parts: list[Part] = [Heading(f"{handover.leaver} has left")]
    if lines := _lines(handover):
        parts += [paragraph("What they looked after comes to you, so that nothing is lost:"), bullets(*lines)]
    if handover.leads:
        parts.append(
            paragraph(
                "The school has no school leader just now. You stand in for them: name an acting leader."
            )
        )
    pressable = [Button("Name an acting leader", "name-acting-leader")] if handover.leads else []
    pressable += [Button("See the agenda", "agenda")] if handover.items else []
    pressable += [Button("Answer staff input", "inputs")] if handover.inputs else []
    pressable += [Button("See decisions", "decisions")] if handover.decisions else []
    if pressable:
        parts.append(buttons(*pressable))
    return Message(f"{handover.leaver} has left. Some things come to you.", (*parts, context(CLOSED)))


def carried_by_another(given: StaffInput, leaver: str, carrier: str) -> Message:
    """What the sender of an input hears when the rep they chose has left: who sees their name from now on."""
    said = f"{leaver}, who carried {given.label} for you, has left. {carrier} speaks for your team now. "
    sees = f"{carrier} sees your name and carries it on."
    take_back = Button("Withdraw", "withdraw-input", {"input": given.id}, confirm=TAKE_BACK)
    may = given.may_be_withdrawn
    rather = " If you would rather not, withdraw it." if may else ""
    return Message(
        "About something you said",
        (
            paragraph(f"{said}{sees}{rather}"),
            buttons(*([take_back] if may else []), Button("Where it stands", "status")),
        ),
        private=True,
    )


def _lines(handover: Handover) -> list[Text]:
    lines = _titles("Agenda item: ", handover.items)
    lines += _titles("Questions about a decision: ", handover.decisions)
    if handover.inputs:
        lines.append(text(bold("Staff input: "), f"{number_of(handover.inputs, 'input')} to answer"))
    return lines


def _titles(kind: str, titles: list[str]) -> list[Text]:
    lines = [text(bold(kind), title) for title in titles[:MOST]]
    return lines + ([text(f"and {len(titles) - MOST} more")] if len(titles) > MOST else [])
