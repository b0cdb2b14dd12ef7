"""Speaking for a team: the form, and the receipt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day
from bot.messages.forms import CheckField, ChoiceField, Form, Option, TextField
from bot.messages.staff_input.giving import needed, options, own_buttons
from bot.messages.staff_input.shown import TOPICS, Shown, whose
from bot.messages.vocabulary import Message, bold, context, paragraph
from bot.model.staff_input import LONGEST_SEE, LONGEST_SUGGEST

MOST = 40
"""More people than this are in no team's meeting."""


@dataclass(frozen=True, slots=True)
class Room:
    """What the form is drawn from: the team, how many it has, and by when a first answer comes."""

    team: str
    members: int
    first_by: date


def form(room: Room, values: Mapping[str, object]) -> Form:
    people = tuple(Option(str(count), str(count)) for count in range(1, min(room.members, MOST) + 1))
    return Form(
        title="Speak for your team",
        submit="Send",
        pieces=(
            TextField(
                "see",
                f"What does {room.team} see?",
                multiline=True,
                max_length=LONGEST_SEE,
                hint="Patterns, not people: please leave out the names of students and colleagues.",
            ),
            TextField(
                "suggest", "What would help?", multiline=True, max_length=LONGEST_SUGGEST, optional=True
            ),
            ChoiceField("agreed", "How many agreed?", people),
            ChoiceField("present", "Of how many who were there?", people),
            CheckField(
                "credit",
                "Our name",
                f"{room.team} agreed to be named",
                hint="Also where all staff read it. Without it, a team of fewer than five is a small team.",
            ),
            ChoiceField("topic", "What is it about?", options(TOPICS), optional=True),
            needed(),
            context(
                "Nobody's name goes with it, yours neither. The numbers are shown only where they say "
                f"nothing about anybody. You get a first answer by {day(room.first_by)}."
            ),
        ),
    )


def given(one: Shown) -> Message:
    said = f"Thank you. It is in as {one.label}, for your team. The receipt is in your messages with me."
    return Message(said, (paragraph(said),), private=True)


def receipt(one: Shown, first_by: date) -> Message:
    return Message(
        f"Your receipt {one.label}",
        (
            paragraph("Got it. This is ", bold(one.label), f", and it goes to {one.owner}."),
            paragraph(f"{one.owner} reads: {whose(one)}. No name goes with it."),
            paragraph(
                f"You get a first answer by {day(first_by)}, and I tell you here what became of it by "
                f"{day(one.promised_by)}. Please tell your team."
            ),
            own_buttons(one),
        ),
        private=True,
    )
