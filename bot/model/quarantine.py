"""Quarantine: words that may name a student are out of sight everywhere until a person has looked."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum

REMOVED = "[removed: student information]"
SHORTEST = 12
"""Shorter words stand in too many places to be looked for in messages."""


class Thing(StrEnum):
    """What can be flagged."""

    INPUT = "input"
    ANONYMOUS = "anonymous"
    ITEM = "item"
    DECISION = "decision"


FIELDS: Mapping[Thing, tuple[str, ...]] = {
    Thing.INPUT: ("see", "suggest", "passed_see", "passed_suggest", "outcome"),
    Thing.ANONYMOUS: ("see", "suggest", "more", "asked", "outcome"),
    Thing.ITEM: ("title", "detail", "example", "students", "why"),
    Thing.DECISION: (
        "statement",
        "why",
        "students",
        "change",
        "stops",
        "changes",
        "stops_for",
        "alternatives",
        "student_need",
        "teacher_need",
        "support",
        "basis",
        "not_shared",
    ),
}
"""The fields of each that hold what a person wrote."""
STEP_FIELDS = ("reason", "now_do", "before", "words")
"""The same of each step in a decision's history and of first steps: they go out of sight with it."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing out of sight: each of its words by the sign that stands in their place."""

    id: str
    kind: Thing
    thing: str
    words: Mapping[str, str]

    @property
    def back(self) -> Mapping[str, str]:
        """What has to be said again when it was no student after all."""
        return self.words

    @property
    def gone(self) -> Mapping[str, str]:
        """What stands there for good when it was one."""
        return dict.fromkeys(self.words, REMOVED)


def words_of(kind: Thing, thing: object, steps: Iterable[object] = ()) -> Iterable[str]:
    """Everything a person wrote in it and in its steps, each text once, the longest first."""
    found = {text for field in FIELDS[kind] for text in _texts(getattr(thing, field)) if text}
    found |= {
        text for step in steps for field in STEP_FIELDS for text in _texts(getattr(step, field, "")) if text
    }
    return sorted(found, key=lambda text: (-len(text), text))


def hidden(texts: Iterable[str]) -> dict[str, str]:
    """A sign for each text, which stands in its place and is found again: by the sign, the text."""
    mark = secrets.token_hex(2)
    return {f"[Hidden while somebody checks it, {mark}{place}]": text for place, text in enumerate(texts)}


def say(kind: Thing, thing: object, instead: Mapping[str, str], steps: Iterable[object] = ()) -> None:
    """Say other words in place of these, in every field that is exactly these, of its steps too."""
    _say(FIELDS[kind], thing, instead)
    for step in steps:
        _say((field for field in STEP_FIELDS if hasattr(step, field)), step, instead)


def _say(fields: Iterable[str], thing: object, instead: Mapping[str, str]) -> None:
    for field in fields:
        value = getattr(thing, field)
        if isinstance(value, dict):
            setattr(thing, field, {key: instead.get(one, one) for key, one in value.items()})
        elif is_dataclass(value) and not isinstance(value, type):
            said = {key: instead[one] for key, one in _parts(value).items() if one in instead}
            setattr(thing, field, replace(value, **said))
        elif value is not None:
            setattr(thing, field, instead.get(value, value))


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, dict):
        return [str(one) for one in value.values()]
    if is_dataclass(value):
        return _parts(value).values()
    return [] if value is None else [str(value)]


def _parts(value: object) -> dict[str, str]:
    """The words in a value of several parts, by the part's name; ids stay as they are."""
    named = [one.name for one in fields(value)] if is_dataclass(value) else []
    return {name: one for name in named if isinstance(one := getattr(value, name), str) and name != "check"}
