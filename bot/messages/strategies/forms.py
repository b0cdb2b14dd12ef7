"""The forms in which strategies begin, change, pause and begin again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.messages.forms import ChoiceField, DateField, Form, Option, Piece, TextField
from bot.messages.vocabulary import bold, context, paragraph
from bot.model.strategies import MOST_ACTIVE, Strategy

NAME, LINE, REASON = 120, 300, 200
LABEL = 70


@dataclass(frozen=True)
class Place:
    """Where a strategy could go: those at work when it is full, and the checks that allow one more."""

    today: date
    strategy: Strategy | None = None
    full: Sequence[Strategy] = ()
    checks: Mapping[str, str] = field(default_factory=dict)


def new(place: Place, values: Mapping[str, object]) -> Form:
    pieces = (
        TextField("name", "What will the school work on?", max_length=NAME),
        _status(""),
        _seen(""),
        *_instead(place),
    )
    return Form("New strategy", "Save", pieces)


def take_up(place: Place, values: Mapping[str, object]) -> Form:
    named = (paragraph(bold(place.strategy.name)),) if place.strategy else ()
    return Form("Take up again", "Save", (*named, *_instead(place), _why()), carries=_which(place))


def change(place: Place, values: Mapping[str, object]) -> Form:
    now = place.strategy or Strategy(school="", key="", name="")
    pieces = (
        TextField("name", "What does the school work on?", max_length=NAME, initial=now.name),
        _status(now.status),
        _seen(now.seen),
        _why(),
        DateField("since", "This holds since", place.today, hint="Today, or the day it was agreed."),
        context("Earlier meetings keep their own words. Staff see the change with its date."),
    )
    return Form("Change a strategy", "Save", pieces, carries=_which(place))


def pause(place: Place, values: Mapping[str, object]) -> Form:
    named = (paragraph(bold(place.strategy.name)),) if place.strategy else ()
    return Form("Pause a strategy", "Pause", (*named, _why()), carries=_which(place))


def _which(place: Place) -> Mapping[str, str]:
    return {"strategy": place.strategy.id} if place.strategy else {}


def _why() -> TextField:
    return TextField("reason", "Why?", max_length=REASON, hint="One line. It stays with the change.")


def _status(now: str) -> TextField:
    return TextField("status", "Where it stands, in a line", max_length=LINE, initial=now, optional=True)


def _seen(now: str) -> TextField:
    hint = "For all staff: what students and teachers do."
    return TextField(
        "seen", "What will we see in classrooms?", max_length=LINE, initial=now, optional=True, hint=hint
    )


def _instead(place: Place) -> tuple[Piece, ...]:
    """With three at work: which one pauses, or the check by which the ILT made an exception (R-040)."""
    if not place.full:
        return ()
    options = tuple(Option(f"pause:{one.id}", f"Pause {one.name}"[:LABEL]) for one in place.full)
    allowed = (Option(f"check:{key}", f"Exception: {said}"[:LABEL]) for key, said in place.checks.items())
    hint = "For an exception, let the ILT agree first: /ilt check"
    said = f"{MOST_ACTIVE} strategies are at work, and that is enough for most schools."
    return (
        paragraph(said),
        ChoiceField("instead", "Which one pauses for it?", (*options, *allowed), hint=hint),
    )
