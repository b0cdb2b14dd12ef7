"""Look-fors with their examples: finding them, adding to them, and saying them anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.messages.dates import number_of
from bot.messages.forms import ChoiceField, Form, Option, TextField
from bot.messages.vocabulary import Button, Message, Part, bold, bullets, buttons, context, paragraph, text
from bot.model.examples import FEWEST, MOST, Example, ExampleKind
from bot.model.walkthroughs.content import LookFor

TEXT, GRADES, SOURCE, NAME, REASON = 300, 32, 120, 60, 200
KINDS = {
    ExampleKind.STUDENT: "Students",
    ExampleKind.TEACHER: "Teacher",
    ExampleKind.NOT_THIS: "It is not",
}
NO_NAMES = "No names of students or teachers."


@dataclass(frozen=True)
class Entry:
    """One look-for as it is said now, with its examples; `own` are the ids this person may take out."""

    look_for: LookFor
    examples: Sequence[Example]
    own: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Library:
    """What was found, out of `total` look-fors; `done` is what the person has just done."""

    search: str
    entries: Sequence[Entry]
    total: int
    may_add: bool = False
    may_reword: bool = False
    done: str = ""


def said_of(example: Example) -> str:
    """ "Students: 14 of 16 wrote a reason (grades 3-5)." """
    grades = f" (grades {example.grades})" if example.grades else ""
    source = f" {example.source}." if example.source else ""
    return f"{KINDS[example.kind]}: {example.text}{grades}.{source}".replace("..", ".")


def library(found: Library) -> Message:
    if not found.entries:
        said = f"I found no look-for about “{found.search}”. Try one word, such as: /ilt find explain"
        return Message(said, (paragraph(said),))
    about = f" about “{found.search}”" if found.search else ""
    summary = found.done or f"{number_of(found.total, 'look-for')}{about}: what it looks like"
    parts: list[Part] = [paragraph(bold(summary))]
    for entry in found.entries:
        parts += _entry(entry, found)
    if found.total > len(found.entries):
        parts.append(context("There are more. Add a word to find them: /ilt find feedback"))
    return Message(summary, tuple(parts))


def _entry(entry: Entry, found: Library) -> list[Part]:
    one = entry.look_for
    lines = [text(bold("Students: "), one.students), text(bold("It is not: "), one.not_this)]
    lines += [text(said_of(example)) for example in entry.examples]
    parts: list[Part] = [paragraph(bold(one.name)), bullets(*lines)]
    few = len(entry.examples) < FEWEST
    pressable: list[Button] = []
    if found.may_add and len(entry.examples) < MOST:
        if few:
            parts.append(context("It needs two examples or more. What have you seen?"))
        pressable.append(Button("Add an example", "add-example", {"look_for": one.origin}))
    if found.may_reword:
        pressable.append(Button("Say it anew", "reword-look-for", {"look_for": one.origin}))
    for number, example in enumerate(entry.examples, 1):
        if example.id in entry.own:
            pressable.append(Button(f"Take out example {number}", "drop-example", {"example": example.id}))
    return [*parts, buttons(*pressable)] if pressable else parts


def add(one: LookFor, values: Mapping[str, object]) -> Form:
    options = tuple(Option(kind.value, words) for kind, words in KINDS.items())
    return Form(
        "Add an example",
        "Add",
        (
            paragraph(bold(one.name), f": {one.students}"),
            ChoiceField("kind", "Who does what?", options, style="buttons"),
            TextField("text", "What did it look like?", True, TEXT, hint=f"One sentence. {NO_NAMES}"),
            TextField("grades", "Grades", max_length=GRADES, optional=True, placeholder="3-5"),
            TextField("source", "Where is it from?", max_length=SOURCE, optional=True, placeholder="Norming"),
        ),
        carries={"look_for": one.origin},
    )


def reword(one: LookFor, values: Mapping[str, object]) -> Form:
    return Form(
        "Say a look-for anew",
        "Save",
        (
            TextField("name", "Name", max_length=NAME, initial=one.name),
            TextField("students", "Students", max_length=TEXT, initial=one.students),
            TextField("teacher", "Teacher", max_length=TEXT, initial=one.teacher),
            TextField("not_this", "It is not", max_length=TEXT, initial=one.not_this),
            TextField("reason", "Why?", max_length=REASON, hint="One line. Trends say it beside the break."),
            context("It holds from today. What was seen before stays under the old words."),
        ),
        carries={"look_for": one.origin},
    )
