"""Filling in a form the way a Teams client lets people do it, and what it then sends."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time

from bot.sandbox.filling import WouldNotAccept
from bot.sandbox.teams.reading import HELD, lines
from bot.sandbox.wire import Json

WARNING = ("attention", "warning")


@dataclass(frozen=True)
class Field:
    """One field of a form; `error` is what stands under it in the color of a warning."""

    name: str
    label: str
    kind: str
    value: str
    options: tuple[tuple[str, str], ...]
    error: str
    element: Json

    @property
    def is_required(self) -> bool:
        """Whether the form cannot be sent without it."""
        return bool(self.element.get("isRequired"))

    @property
    def is_multiple(self) -> bool:
        """Whether several choices may be made."""
        return bool(self.element.get("isMultiSelect"))


def fields(card: Json, filled: Mapping[str, str]) -> list[Field]:
    """Return the fields of a card from top to bottom, with what stands in them."""
    flat = list(_flat(card))
    found: list[Field] = []
    for index, element in enumerate(flat):
        if is_input(element):
            found.append(_field(element, filled, _warning(flat[index + 1 :])))
    return found


def warnings(card: Json) -> list[str]:
    """Return every line of a card in the color of a warning."""
    return [line for element in _flat(card) if _warns(element) for line in lines(element)]


def is_input(element: Json) -> bool:
    """Whether something can be filled in there."""
    return str(element.get("type", "")).startswith("Input.")


def _field(element: Json, filled: Mapping[str, str], error: str) -> Field:
    name = element["id"]
    options = tuple((choice["value"], choice["title"]) for choice in element.get("choices", []))
    label = element.get("label") or element.get("title") or ""
    value = filled.get(name, _default(element))
    return Field(name, label, element["type"].removeprefix("Input."), value, options, error, element)


def _default(element: Json) -> str:
    if element["type"] == "Input.Toggle":
        return str(element.get("value", element.get("valueOff", "false")))
    return str(element.get("value", ""))


def _flat(part: object) -> Iterator[Json]:
    if isinstance(part, list):
        for each in part:
            yield from _flat(each)
    elif isinstance(part, dict) and part.get("isVisible", True):
        yield part
        for name in (*HELD, "rows", "cells"):
            yield from _flat(part.get(name))


def _warning(after: list[Json]) -> str:
    said: list[str] = []
    for element in after:
        if is_input(element):
            break
        if _warns(element):
            said.extend(lines(element))
    return "\n".join(said)


def _warns(element: Json) -> bool:
    runs = [run for run in element.get("inlines", []) if isinstance(run, dict)]
    return any(str(each.get("color", "")).lower() in WARNING for each in (element, *runs))


def filled_in(card: Json, before: Mapping[str, str], values: Mapping[str, object]) -> dict[str, str]:
    """Return what stands in the fields once `values` are filled in, by field name or label."""
    now = dict(before)
    for key, value in values.items():
        field = _named(fields(card, before), key)
        now[field.name] = _written(field, value)
    return now


def _named(among: list[Field], key: str) -> Field:
    for named in ("name", "label"):
        for field in among:
            if getattr(field, named) == key:
                return field
    raise WouldNotAccept({key: "There is no such field."})


def _written(field: Field, value: object) -> str:
    if value is None:
        return ""
    if field.kind == "ChoiceSet":
        several = value if isinstance(value, list | tuple) else [value]
        return ",".join(_chosen(field, each) for each in several if each != "")
    if field.kind == "Toggle" and isinstance(value, bool):
        name, usual = ("valueOn", "true") if value else ("valueOff", "false")
        return str(field.element.get(name, usual))
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value.isoformat()[:10] if isinstance(value, date) else str(value)


def _chosen(field: Field, value: object) -> str:
    for option in field.options:
        if str(value) in option:
            return option[0]
    raise WouldNotAccept({field.name: f"There is no choice {value!r}."})


def complaints(card: Json, filled: Mapping[str, str]) -> dict[str, str]:
    """Return what a Teams client would say beside each field before it sends the form."""
    said = {field.name: _complaint(field) for field in fields(card, filled)}
    return {name: words for name, words in said.items() if words}


def _complaint(field: Field) -> str:
    element, value = field.element, field.value
    if field.kind == "Toggle":
        off = field.is_required and value != str(element.get("valueOn", "true"))
        return _words(element, "This needs to be on.") if off else ""
    if not value:
        return _words(element, "This field is required.") if field.is_required else ""
    if len(value) > element.get("maxLength", len(value)):
        return f"Must be at most {element['maxLength']} characters."
    if "regex" in element and not re.search(element["regex"], value):
        return _words(element, "This does not look right.")
    return _out_of_range(field)


def _out_of_range(field: Field) -> str:
    if field.kind not in ("Number", "Date", "Time"):
        return ""
    low, high = field.element.get("min"), field.element.get("max")
    try:
        value = float(field.value) if field.kind == "Number" else field.value
    except ValueError:
        return _words(field.element, "Enter a number.")
    below = low is not None and value < low
    above = high is not None and value > high
    return _words(field.element, f"Must be from {low} to {high}.") if below or above else ""


def _words(element: Json, usual: str) -> str:
    return str(element.get("errorMessage") or usual)


def sent(card: Json, filled: Mapping[str, str]) -> Json:
    """Return what a client sends of the fields: texts always, other empty fields not at all."""
    return {
        field.name: field.value
        for field in fields(card, filled)
        if field.value or field.kind in ("Text", "Date", "Time")
    }
