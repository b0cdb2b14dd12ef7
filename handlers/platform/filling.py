"""Forms and what is filled into them, before any platform draws them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any, assert_never

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

CHECKED = "checked"
"""The one option of a single box; a `ManyField` has values of its own."""


def filled(field: Field, given: Mapping[str, Any]) -> Field:
    """The field with the value given for it as its first one; a value that does not fit is left out."""
    if field.name not in given:
        return field
    value = given[field.name]
    match field:
        case TextField():
            return replace(field, initial=str(value))
        case ChoiceField(options=options):
            return replace(field, initial=value) if value in _values(options) else field
        case ManyField(options=options):
            wanted = [value] if isinstance(value, str) else list(value or ())
            return replace(field, initial=tuple(one for one in _values(options) if one in wanted))
        case CheckField():
            return replace(field, initial=value in (True, CHECKED, "true", "yes"))
        case DateField():
            return replace(field, initial=_date(value) or field.initial)
        case TimeField():
            return replace(field, initial=_time(value) or field.initial)
        case NumberField():
            return replace(field, initial=_number(value) if _number(value) is not None else field.initial)
    assert_never(field)


def nested(values: Mapping[str, Any], names: Iterable[str] = ()) -> dict[str, Any]:
    """Put `changes.grade-3` under `changes`; every mapping that the form has fields for is there."""
    tree: dict[str, Any] = {name.partition(".")[0]: {} for name in names if "." in name}
    for name, value in values.items():
        head, dot, rest = name.partition(".")
        if dot:
            inside = tree.get(head)
            tree[head] = {**inside, rest: value} if isinstance(inside, dict) else {rest: value}
        else:
            tree[name] = value
    return tree


def beside(complaints: Mapping[str, str], fields: list[str]) -> dict[str, str]:
    """Put each sentence beside its field, by the field's name; one without a field goes to the nearest there
    is. There are none when there is no field.
    """
    found: dict[str, str] = {}
    for name, sentence in complaints.items():
        place = _nearest(name, fields)
        if place is not None:
            found[place] = f"{found[place]} {sentence}" if place in found else sentence
    return found


def _nearest(name: str, fields: list[str]) -> str | None:
    inside = name
    while inside:
        if inside in fields:
            return inside
        child = next((field for field in fields if field.startswith(f"{inside}.")), None)
        if child:
            return child
        inside = inside.rpartition(".")[0]
    return next(iter(fields), None)


def matching(options: Iterable[Option], words: str) -> list[Option]:
    """The options in which every word typed occurs."""
    wanted = words.casefold().split()
    return [one for one in options if all(word in one.label.casefold() for word in wanted)]


def _values(options: tuple[Option, ...]) -> list[str]:
    return [one.value for one in options]


def _date(value: object) -> date | None:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        return None


def _time(value: object) -> time | None:
    try:
        return value if isinstance(value, time) else time.fromisoformat(str(value))
    except ValueError:
        return None


def _number(value: object) -> int | None:
    try:
        return int(str(value))
    except ValueError:
        return None
