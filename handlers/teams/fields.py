"""Form fields as the inputs of an Adaptive Card, and what is filled into them.

https://adaptivecards.io/explorer/Input.Text.html and the pages beside it; searchable choices are Teams' own:
https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search
"""

from collections.abc import Callable
from typing import Any, assert_never
from urllib.parse import unquote

from bot.messages.dialogs import NO_ANSWER
from bot.messages.forms import (
    CheckField,
    ChoiceField,
    DateField,
    Field,
    ManyField,
    NumberField,
    Option,
    TextField,
    TimeField,
)
from handlers.platform.words import Json, cut

Say = Callable[[str], str]

SEEN_AT_ONCE = 10
LISTED = 100
"""Options among which Teams lets people look; of more it shows those that match what is typed."""
LABEL = 250
HINT = 500
PLACEHOLDER = 150
NONE = "~"
"""The choice of nothing; in an option's own value the sign is written otherwise."""


def kind(field: Field) -> str:
    """How the value of a field is read."""
    match field:
        case TextField():
            return "text"
        case ChoiceField():
            return "choice"
        case ManyField():
            return "many"
        case CheckField():
            return "check"
        case DateField() | TimeField():
            return "moment"
        case NumberField():
            return "number"
    assert_never(field)


def element(field: Field, say: Say) -> Json:
    """The input for a field, with what stands in it; its label and what it demands are the form's."""
    match field:
        case TextField():
            return _text(field)
        case ChoiceField():
            return _choice(field, say)
        case ManyField():
            return _many(field)
        case CheckField():
            ticked = "true" if field.initial else "false"
            return {"type": "Input.Toggle", "title": cut(field.says, LABEL), "value": ticked, "wrap": True}
        case DateField(initial=day):
            return {"type": "Input.Date"} | ({"value": day.isoformat()} if day else {})
        case TimeField(initial=moment):
            return {"type": "Input.Time"} | ({"value": moment.isoformat("minutes")} if moment else {})
        case NumberField():
            bounds = {"min": field.minimum, "max": field.maximum, "value": field.initial}
            known = {name: value for name, value in bounds.items() if value is not None}
            return {"type": "Input.Number", **known}
    assert_never(field)


def _text(field: TextField) -> Json:
    shown: Json = {"type": "Input.Text", "maxLength": field.max_length}
    if field.multiline:
        shown["isMultiline"] = True
    if field.placeholder:
        shown["placeholder"] = cut(field.placeholder, PLACEHOLDER)
    return {**shown, "value": field.initial[: field.max_length]} if field.initial else shown


def _choice(field: ChoiceField, say: Say) -> Json:
    """A choice that may be left open has a way to be opened again."""
    choices = [choice(one) for one in field.options]
    if field.optional:
        choices.append({"title": say(NO_ANSWER), "value": NONE})
    style = _style(len(choices), at_once=field.style == "buttons")
    shown = {"type": "Input.ChoiceSet", "style": style, "choices": choices, "wrap": True}
    return shown if field.initial is None else {**shown, "value": coded(field.initial)}


def _many(field: ManyField) -> Json:
    style = _style(len(field.options), at_once=field.style == "boxes")
    choices = [choice(one) for one in field.options]
    shown: Json = {"type": "Input.ChoiceSet", "style": style, "isMultiSelect": True, "choices": choices}
    shown["wrap"] = True
    return {**shown, "value": ",".join(map(coded, field.initial))} if field.initial else shown


def _style(options: int, *, at_once: bool) -> str:
    if at_once and options <= SEEN_AT_ONCE + 1:
        return "expanded"
    return "compact" if options <= LISTED else "filtered"


def choice(one: Option) -> Json:
    """An option with what there is to say about it."""
    title = f"{one.label} – {one.hint}" if one.hint else one.label
    return {"title": cut(title, LABEL), "value": coded(one.value)}


def coded(value: str) -> str:
    """An option's value as it travels: Teams joins those that are chosen with commas."""
    return value.replace("%", "%25").replace(",", "%2C").replace(NONE, "%7E")


def read(kind: str, value: Any) -> object:
    """What was filled in, from what Teams makes of it; None when the field is blank.

    A box is ticked or not, of several as many as are chosen, everything else is text.
    """
    if kind == "check":
        return str(value).casefold() == "true"
    if kind == "many":
        return [unquote(one) for one in _said(value).split(",") if one]
    if kind == "choice":
        return unquote(_said(value)) if _said(value) not in ("", NONE) else None
    if kind == "number" and isinstance(value, float) and value.is_integer():
        value = int(value)
    said = _said(value)
    return said if said.strip() else None


def _said(value: Any) -> str:
    return "" if value is None else str(value)
