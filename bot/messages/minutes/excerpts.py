"""Putting a message on the agenda, or under an item of the minutes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.messages import dates
from bot.messages.forms import ChoiceField, Form, Option, Piece, TextField
from bot.messages.meetings import forms as meetings
from bot.messages.minutes import words
from bot.messages.vocabulary import Message, bold, buttons, paragraph

AGENDA = "agenda"
QUOTE = 600
TITLE, ADD = "Add this message", "Add"


@dataclass(frozen=True)
class Places:
    """Where a message can go: the next agenda (`adding`), and under which items of the meeting on `on`."""

    adding: meetings.Adding | None
    on: date | None = None
    items: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Taken:
    """What became of it: an agenda item, or words under an item of the minutes."""

    added: meetings.Added | None = None
    title: str = ""
    day: date | None = None
    on: date | None = None


def form(places: Places, given: Mapping[str, Any]) -> Form:
    """Where does it go? Whoever keeps no minutes is not asked."""
    offered = [Option(AGENDA, "The agenda of the next meeting")] if places.adding else []
    offered += [Option(value, f"Minutes: {label}"[:75]) for value, label in places.items]
    first = offered[0].value if offered else AGENDA
    where = str(given.get("where") or first)
    chosen = ChoiceField("where", "Where does it go?", tuple(offered), initial=where, refresh=True)
    asked: tuple[Piece, ...] = (chosen,) if places.items else ()
    if where == AGENDA and places.adding:
        return Form(TITLE, ADD, (*asked, *meetings.add(places.adding, given).pieces))
    return Form(TITLE, ADD, (*asked, _quote(given)))


def _quote(given: Mapping[str, Any]) -> TextField:
    return TextField(
        "title",
        "What the minutes quote",
        multiline=True,
        max_length=QUOTE,
        initial=str(given.get("title", ""))[:QUOTE],
        hint="With a link to the message, and without a name. No student names, please.",
    )


def taken(result: Taken) -> Message | None:
    if result.added is not None:
        return meetings.added(result.added)
    day = dates.day(result.on) if result.on else ""
    said = f"It is in the minutes of {day}, under "
    shown = buttons(words.see_button(result.day)) if result.day else buttons()
    return Message("It is in the minutes.", (paragraph(said, bold(result.title), "."), shown))
