"""Choices with more options than a dialog has room for: those that match what is typed are shown."""

from collections.abc import Iterable, Mapping

from bot.messages.forms import ChoiceField, ManyField, Option
from handlers.platform.filling import matching
from handlers.teams.fields import choice
from handlers.teams.shapes import size

ROOM = 12_000
"""Bytes of all the options of a dialog together."""

Choosing = ChoiceField | ManyField


def fitting(fields: Iterable[Choosing], sought: Mapping[str, str]) -> dict[str, tuple[Option, ...]]:
    """The options that each field shows, by its name: all of them, or as many as match and fit.

    Fields with few options get all the room they need before the rest is shared.
    """
    asked = sorted(fields, key=_needs)
    left = ROOM
    found: dict[str, tuple[Option, ...]] = {}
    for place, field in enumerate(asked):
        room = left // (len(asked) - place)
        found[field.name] = field.options if _needs(field) <= room else _some(field, sought, room)
        left -= _size(found[field.name])
    return found


def search(name: str) -> str:
    """The input in which one looks for an option of a field; no field is called that."""
    return f"{name}?"


def _needs(field: Choosing) -> int:
    return _size(field.options)


def _size(options: Iterable[Option]) -> int:
    return sum(size(choice(one)) for one in options)


def _some(field: Choosing, sought: Mapping[str, str], room: int) -> tuple[Option, ...]:
    """What is chosen already, then what matches, as long as there is room."""
    held = (field.initial,) if isinstance(field, ChoiceField) else field.initial
    chosen = [one for one in field.options if one.value in held]
    others = [one for one in matching(field.options, sought.get(field.name, "")) if one not in chosen]
    shown: list[Option] = []
    for one in (*chosen, *others):
        room -= size(choice(one))
        if shown and room < 0 and one not in chosen:
            break
        shown.append(one)
    return tuple(shown)
