"""One question before a meeting, and what members say about its agenda (R-083)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.messages import dates
from bot.messages.forms import ChoiceField, Form, Option, TextField
from bot.messages.vocabulary import Button, Message, bold, buttons, context, paragraph
from bot.model.agenda import Sheet

WORDS = 400


@dataclass(frozen=True)
class Reading:
    """An agenda that is out, and its items that can be spoken about: place and title."""

    sheet: Sheet
    items: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Commented:
    title: str


def button(sheet: Sheet, place: str = "") -> Button:
    values = {"day": sheet.meeting.day.isoformat(), **({"place": place} if place else {})}
    return Button("Say something before", "pre-read", values)


def prompt(sheet: Sheet, place: str, title: str, question: str) -> Message:
    """On the morning of the meeting, to a member of whom nothing was heard yet."""
    at = dates.clock_time(sheet.meeting.starts_at.astimezone(sheet.zone).time())
    values = {"day": sheet.meeting.day.isoformat(), "place": place}
    return Message(
        f"One question before today's {sheet.meeting.title}",
        (
            paragraph(bold(f"Today at {at}: {title}. "), question),
            buttons(
                Button("Answer", "pre-read", values, emphasis="primary"), Button("See the agenda", "agenda")
            ),
            context("Your answer stands under the agenda with your name. To pass, do nothing."),
        ),
    )


def form(reading: Reading, given: Mapping[str, Any]) -> Form:
    options = tuple(Option(place, title[:75]) for place, title in reading.items)
    known = {place for place, _ in reading.items}
    chosen = given.get("place") if given.get("place") in known else None
    return Form(
        "Before the meeting",
        "Post",
        (
            ChoiceField("place", "Which item?", options, initial=chosen),
            TextField(
                "words",
                "What should we not miss?",
                multiline=True,
                max_length=WORDS,
                initial=str(given.get("words", "")),
                hint="The ILT reads it under the agenda, with your name. No student names, please.",
            ),
        ),
        carries={"day": reading.sheet.meeting.day.isoformat()},
    )


def comment(name: str, title: str, words: str) -> Message:
    """In the agenda's thread."""
    return Message(f"{name} on “{title}”", (paragraph(bold(f"{name} on “{title}”: "), words),))


def commented(result: Commented) -> Message:
    said = f"Posted under the agenda, for “{result.title}”. Thank you."
    return Message(said, (paragraph(said),))
