"""The things a person can ask of the bot, described without naming any platform."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from bot.messages.forms import Form
from bot.messages.vocabulary import Message
from bot.perform import Routine
from bot.routines.requests import Question, Request

C = TypeVar("C", bound=Request)
R = TypeVar("R")
P = TypeVar("P")

Values = Mapping[str, Any]
"""What has been given so far, by field name: a button's values, typed text, or a form drawn again."""


@dataclass(frozen=True, slots=True)
class Asking(Generic[P]):
    """A form, and the question whose answer it is drawn from.

    `question` is made from the values given so far that it has fields for (the rest is left out),
    and asked through the one door before the form is shown: it is where permission is asked, so that
    nobody fills in a form in vain. `form` draws from that answer and the values given so far.
    """

    question: type[Question]
    routine: Routine[Any, P]
    form: Callable[[P, Values], Form]


@dataclass(frozen=True, slots=True)
class Interaction(Generic[C, R]):
    """One verb: the form it opens, the command it fills, the routine, the reply.

    With `asking`, the verb opens a form first; without, it is done at once (a button's values fill
    the command).
    `usage` is what is typed after `/ilt` ("input [what you see]"); None for what only a button does.
    `text_fills` names the field that text typed after the verb goes to; other text is ignored.
    `reply` is what the person reads privately; None says nothing. `repaint` is what becomes of the message
    whose button was pressed; None leaves it. A form that `keeps_draft` can be closed and taken up again;
    never one for something that nobody is to learn of. `closing` is a last page of the form, for what may be
    said only there and only once; its summary is its title, and without one the form just closes.
    """

    verb: str
    help: str
    command: type[C]
    routine: Routine[C, R]
    reply: Callable[[R], Message | None]
    asking: Asking[Any] | None = None
    usage: str | None = None
    text_fills: str | None = None
    repaint: Callable[[R], Message | None] | None = None
    keeps_draft: bool = False
    closing: Callable[[R], Message | None] | None = None


SENTENCES: Mapping[str, str] = {
    "missing": "Please fill this in.",
    "string_too_short": "Please write a little more: at least {min_length} characters.",
    "string_too_long": "Please shorten this to {max_length} characters.",
    "too_short": "Please choose at least {min_length}.",
    "too_long": "Please choose at most {max_length}.",
    "enum": "Please choose one of the options.",
    "literal_error": "Please choose one of the options.",
    "date_from_datetime_parsing": "Please give a date.",
    "date_parsing": "Please give a date, such as 2026-10-27.",
    "date_type": "Please give a date.",
    "time_parsing": "Please give a time, such as 15:30.",
    "time_type": "Please give a time.",
    "int_parsing": "Please give a whole number.",
    "int_type": "Please give a whole number.",
    "int_from_float": "Please give a whole number.",
    "greater_than_equal": "Please give {ge} or more.",
    "less_than_equal": "Please give {le} or less.",
    "value_error": "{error}",
    "string_type": "Please fill this in.",
    "none_required": "Please leave this empty.",
}
"""Pydantic's error types in words for people; its own messages are for programmers."""

ONE_CHARACTER = "Please fill this in."


def complaints(error: ValidationError) -> dict[str, str]:
    """Say what is wrong with each field, first complaint only, by field name (`changes.grade-3`)."""
    found: dict[str, str] = {}
    for detail in error.errors():
        name = ".".join(str(step) for step in detail["loc"] if not isinstance(step, int))
        found.setdefault(name, sentence(detail["type"], detail.get("ctx", {})))
    return found


def sentence(kind: str, facts: Mapping[str, Any]) -> str:
    if kind in ("string_too_short", "too_short") and facts.get("min_length") == 1:
        return ONE_CHARACTER
    return SENTENCES.get(kind, "Please check this.").format(**facts)
