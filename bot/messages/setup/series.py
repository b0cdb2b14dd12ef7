"""The forms for what comes back: walkthrough windows and 1:1 check-ins; and how small a group is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.messages.forms import (
    CheckField,
    ChoiceField,
    DateField,
    Form,
    NumberField,
    Option,
    Piece,
    TextField,
    TimeField,
)
from bot.messages.setup.forms import EVERY, SAVE
from bot.messages.vocabulary import context, paragraph


@dataclass(frozen=True, slots=True)
class Window:
    """What holds of a window now; nothing yet for a new one."""

    look_fors: str | None = None
    strategy: str | None = None
    opens: date | None = None
    closes: date | None = None
    goal: int | None = None


def window(
    known: Sequence[Option], chosen: str, now: Window, sets: Sequence[Option], strategies: Sequence[Option]
) -> Form:
    """`known` begins with the choice of a new one."""
    pieces: list[Piece] = [
        ChoiceField("which", "Which window?", tuple(known), chosen, refresh=True),
        ChoiceField("look_fors", "What do observers look for?", tuple(sets), now.look_fors),
        ChoiceField("strategy", "For which strategy?", tuple(strategies), now.strategy, optional=True),
        DateField("opens", "Opens", now.opens),
        DateField("closes", "Closes", now.closes),
        NumberField("goal", "How many visits do you hope for?", 1, 100, now.goal, optional=True),
    ]
    if now.opens is not None:
        hint = "Only a window that nobody has visited in can go."
        pieces.append(CheckField("remove", "Remove", "Remove this window", hint=hint))
    return Form("Walkthrough window", SAVE, tuple(pieces))


@dataclass(frozen=True, slots=True)
class CheckIn:
    every: str = "biweekly"
    first: date | None = None
    at: time | None = None
    minutes: int = 30
    exists: bool = False


def check_in(people: Sequence[Option], leader: str | None, lead: str | None, now: CheckIn) -> Form:
    pieces: list[Piece] = [
        ChoiceField("leader", "Who leads the 1:1?", tuple(people), leader, refresh=True),
        ChoiceField("lead", "With whom?", tuple(people), lead, refresh=True),
        ChoiceField("every", "How often?", EVERY, now.every, style="buttons"),
        DateField("first", "First time", now.first),
        TimeField("at", "Begins at", now.at),
        NumberField("minutes", "Minutes", 10, 120, now.minutes),
    ]
    if now.exists:
        pieces.append(CheckField("remove", "End", "These two do not meet regularly any more"))
    pieces.append(context("What the two write stays between them; you do not see it here."))
    return Form("1:1 check-ins", SAVE, tuple(pieces))


def privacy(k: int, safety_contact: str) -> Form:
    return Form(
        "Privacy",
        SAVE,
        (
            paragraph(f"Today nothing is shown of a group of fewer than {k} people."),
            NumberField("k", "Smallest group of which anything is shown", k, 50, k, hint="It only goes up."),
            TextField(
                "safety_contact",
                "Whom to speak to when a child may be in danger",
                max_length=200,
                initial=safety_contact,
                optional=True,
            ),
        ),
    )
