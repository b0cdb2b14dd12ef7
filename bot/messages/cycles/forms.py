"""The two forms: opening a cycle, and asking for more time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages.cycles.view import BETWEEN_US, PhaseView
from bot.messages.dates import day
from bot.messages.forms import ChoiceField, DateField, Form, Option, TextField
from bot.messages.vocabulary import context, paragraph

GOAL_LENGTH = 400
ENDS_LENGTH = 120
MEASURE_LENGTH = 200
USUAL_WEEKS = 4


@dataclass(frozen=True)
class OpeningSheet:
    """Whom a cycle can be opened with, most likely first, and when it would begin."""

    people: tuple[tuple[str, str], ...]
    begins: date


@dataclass(frozen=True)
class TimeSheet:
    """A phase that needs more time: a day to start from, and the last day possible."""

    phase: PhaseView
    suggested: date
    latest: date


def open_form(sheet: OpeningSheet, values: Mapping[str, object]) -> Form:
    people = tuple(Option(person, name) for person, name in sheet.people)
    weeks = tuple(Option(str(count), f"{count} weeks") for count in (3, 4, 5))
    only = people[0].value if len(people) == 1 else None
    return Form(
        "Learning cycle",
        "Propose",
        (
            ChoiceField("other", "With whom?", people, initial=only),
            ChoiceField("weeks", "How long?", weeks, initial=str(USUAL_WEEKS), style="buttons"),
            DateField("begins", "First day", initial=sheet.begins, hint="Days without school are skipped."),
            TextField(
                "goal",
                "Goal",
                multiline=True,
                max_length=GOAL_LENGTH,
                placeholder="In team meetings I ask one evidence question before any solution.",
            ),
            short("baseline", "From (where we are now)", "1 of 4 agenda items"),
            short("target", "To (where we want to be)", "3 of 4 agenda items"),
            TextField("measure", "How will we both see it?", max_length=MEASURE_LENGTH),
            context(f"{BETWEEN_US} It begins when you have both agreed."),
        ),
    )


def short(name: str, label: str, placeholder: str) -> TextField:
    return TextField(name, label, max_length=ENDS_LENGTH, placeholder=placeholder)


def time_form(sheet: TimeSheet, values: Mapping[str, object]) -> Form:
    due = f"{sheet.phase.name} is due on {day(sheet.phase.planned.due)}."
    hint = f"A school day, {day(sheet.latest)} at the latest: a cycle lasts five weeks of school at most."
    return Form(
        "More time",
        "Ask",
        (
            paragraph(due),
            DateField("due", "Which day would work?", initial=sheet.suggested, hint=hint),
            context(f"{sheet.phase.view.other} is asked. Until they agree, the day stays as it is."),
        ),
    )
