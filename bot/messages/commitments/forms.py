"""The forms: what somebody will do, and why something is stuck or let go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.messages.commitments.words import Known
from bot.messages.forms import ChoiceField, DateField, Form, ManyField, Option, Piece, TextField
from bot.messages.vocabulary import context, paragraph
from bot.model.commitments import Commitment

TEXT, NOTE = 200, 200
LABEL = 75
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Desk:
    """Who can own it, for what it can wait, and the day that is proposed."""

    people: Mapping[str, str]
    me: str
    open_ones: Sequence[Commitment] = ()
    due_on: date | None = None
    day: date | None = None
    one: Commitment | None = None
    known: Known = field(default_factory=Known)


def promise(desk: Desk, given: Values) -> Form:
    """The form in which something is written down; it begins with whoever writes."""
    people = tuple(Option(key, name[:LABEL]) for key, name in desk.people.items())
    mine = (desk.me,) if desk.me in desk.people else ()
    pieces: tuple[Piece, ...] = (
        TextField(
            "text",
            "What will be done?",
            max_length=TEXT,
            initial=str(given.get("text", ""))[:TEXT],
            placeholder="Bring the exit tickets of two classes",
        ),
        ManyField("owners", "Who does it?", people, initial=mine),
        DateField("due_on", "By when?", initial=desk.due_on, hint="A school day."),
        *_waits(desk),
        context("Only the ILT sees this. Name nobody who is not on the ILT."),
    )
    carries = {"day": desk.day.isoformat()} if desk.day else {}
    return Form("What we will do", "Write it down", pieces, carries=carries)


def explain(desk: Desk, given: Values) -> Form:
    """Why it is stuck, or let go: a line for the ILT."""
    one = desk.one
    if one is None:
        raise LookupError("This form is about one commitment.")
    stuck = given.get("state") != "let_go"
    asked = "What is in the way?" if stuck else "Why is it let go?"
    pieces: tuple[Piece, ...] = (
        paragraph(one.text),
        TextField("note", asked, max_length=NOTE, initial=str(given.get("note", "")), optional=stuck),
        *(_waits(desk) if stuck else ()),
        context("The ILT reads this when the next meeting opens."),
    )
    carries = {"commitment": one.id, "state": "stuck" if stuck else "let_go"}
    return Form("It is stuck" if stuck else "Let it go", "Save", pieces, carries=carries)


def _waits(desk: Desk) -> tuple[Piece, ...]:
    others = [each for each in desk.open_ones if desk.one is None or each.id != desk.one.id]
    if not others:
        return ()
    options = tuple(Option(one.id, _short(f"{one.text} ({desk.known.owners(one)})")) for one in others[:100])
    chosen = desk.one.waits_on if desk.one else None
    initial = chosen if chosen in {one.id for one in others} else None
    hint = "You are told when that is done."
    return (
        ChoiceField("waits_on", "Does it wait for something?", options, initial, optional=True, hint=hint),
    )


def _short(words: str) -> str:
    return words if len(words) <= LABEL else f"{words[: LABEL - 1].rstrip()}…"
