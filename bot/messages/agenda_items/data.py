"""A data item: the form that brings figures without students, and the table everybody reads."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages import dates
from bot.messages.forms import Form, NumberField, TextField
from bot.messages.vocabulary import Message, Part, Table, bold, context, paragraph
from bot.model.agenda import Line
from bot.model.agenda_items import DataBrought

SUPPRESSED = "suppressed"
QUESTION, LINK, PASTE, PROTOCOL = 150, 300, 2000, 200
EXAMPLE = "Grade 3, 62%, 48\nGrade 4, 55%, 51"


@dataclass(frozen=True)
class Brought:
    """A data item that was added: what it asks, when, and its table as it was kept."""

    title: str
    day: date
    data: DataBrought


def form(_: object, given: Mapping[str, object]) -> Form:
    """The form to bring data."""
    return Form(
        "Bring data",
        "Add",
        (
            TextField(
                "title",
                "What do you want to find out?",
                max_length=QUESTION,
                initial=str(given.get("title", ""))[:QUESTION],
            ),
            NumberField("minutes", "How many minutes?", 5, 30, initial=15),
            TextField(
                "paste",
                "The figures",
                multiline=True,
                max_length=PASTE,
                optional=True,
                placeholder=EXAMPLE,
                hint="One line each: a group, its value, how many students. Never one line for each student.",
            ),
            TextField(
                "link", "Where do people look at it?", max_length=LINK, optional=True, placeholder="https://"
            ),
            TextField(
                "protocol",
                "How do we talk it through?",
                max_length=PROTOCOL,
                optional=True,
                placeholder="Here's what, so what, now what",
            ),
            context("Groups of fewer than 10 are suppressed before anything is kept. No student names."),
        ),
    )


def added(brought: Brought) -> Message:
    words = f"On the agenda for {dates.day(brought.day)}: "
    withheld = [one for one in brought.data.figures if one.is_withheld]
    said = "Small groups are suppressed, and one more so that nobody can work them out. " if withheld else ""
    return Message(
        f"{words}{brought.title}",
        (
            paragraph(words, bold(brought.title), "."),
            *table(brought.title, brought.data),
            context(f"{said}What you pasted is not kept."),
        ),
    )


def tables(lines: Iterable[Line]) -> Iterator[Part]:
    """The figures that items bring."""
    for line in lines:
        if line.brought:
            yield from table(line.title, line.brought)


def table(title: str, data: DataBrought) -> Iterator[Part]:
    if data.figures:
        rows = tuple(
            (one.label, SUPPRESSED, SUPPRESSED) if one.is_withheld else (one.label, one.value, str(one.n))
            for one in data.figures
        )
        yield Table(title, ("Group", "Value", "Students"), rows)
    said = [f"Data: {data.link}"] if data.link else []
    said += [f"Protocol: {data.protocol}"] if data.protocol else []
    if said:
        yield context(". ".join(said))
