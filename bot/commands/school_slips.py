"""Slips in a school file, said with their line and field."""

from collections.abc import Iterator
from datetime import date, time
from difflib import get_close_matches
from typing import get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.routines.school_file import SchoolFile

MOST = 10
INT, FLOAT = "tag:yaml.org,2002:int", "tag:yaml.org,2002:float"

SENTENCES = {
    "missing": "this is missing",
    "string_type": "this must be text; put it in quotes",
    "string_too_short": "this must not be empty",
    "string_too_long": "this is too long; {max_length} characters at most",
    "date_type": "this must be a date such as 2026-10-20",
    "date_parsing": "this must be a date such as 2026-10-20",
    "date_from_datetime_parsing": "this must be a date such as 2026-10-20",
    "date_from_datetime_inexact": "this must be a date such as 2026-10-20, without a time",
    "time_type": 'this must be a time such as "15:30", in quotes',
    "time_parsing": 'this must be a time such as "15:30", in quotes',
    "int_type": "this must be a whole number",
    "int_parsing": "this must be a whole number",
    "int_from_float": "this must be a whole number",
    "greater_than_equal": "this must be at least {ge}",
    "less_than_equal": "this must be at most {le}",
    "too_long": "there are more than {max_length}",
    "enum": "this must be {expected}",
    "literal_error": "this must be {expected}",
    "tuple_type": "this must be a list, each entry on a line that begins with a dash",
    "model_type": "this must be a section with names and values",
    "invalid_key": "names must be text; put this one in quotes",
}
PATTERNS = {
    "^[UW]": "this must be a Slack member id such as U0123ABCD",
    "^(#+[a-z0-9_-]": "this must be a channel's name: #grade-3 as Slack writes it, or Grade 3 as Teams does",
    "^29:": "this must be a Teams id of a person, which begins with 29:",
    "^[a-z0-9][a-z0-9-]": "this must be a short name: small letters, digits and -, such as grade-3",
}


def of_writing(file: str, tree: yaml.Node) -> list[str]:
    """Slips that YAML lets pass: a name that is there twice, and a time or date that it reads as a number."""
    return [said(file, tree, place, words) for place, words in _slips_of_writing(tree, ())][:MOST]


def of_meaning(file: str, tree: yaml.Node, error: ValidationError) -> list[str]:
    """The first slips of a file that is YAML, a line each: "school.yaml, line 14, people[3].team: ..."."""
    found = sorted((_placed(detail) for detail in error.errors()), key=lambda slip: _line(tree, slip[0]))
    lines = [said(file, tree, place, words) for place, words in found[:MOST]]
    more = len(found) - len(lines)
    return lines + ([f"... and {more} more."] if more > 0 else [])


def said(file: str, tree: yaml.Node, place: "Place", words: str) -> str:
    """One slip with its place: "school.yaml, line 14, people[3].team: there is no grade-6."."""
    end = "" if words.endswith(("?", ".")) else "."
    return f"{file}, line {_line(tree, place)}, {spoken(place)}: {words}{end}"


Place = tuple[str | int, ...]


def steps(named: str) -> Place:
    """Take "people[3].team" apart; empty when it is not such a place."""
    found: list[str | int] = []
    for part in named.split("."):
        name, _, rest = part.partition("[")
        if not name.replace("_", "").isalnum():
            return ()
        found.append(name)
        if rest:
            if not rest.rstrip("]").isdigit():
                return ()
            found.append(int(rest.rstrip("]")))
    return tuple(found)


def spoken(place: Place) -> str:
    joined = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return joined.lstrip(".") or "the file"


def line_of(node: yaml.Node, place: Place) -> int | None:
    """The line, from 1, of the innermost part of `place` that is in the file; None when nothing of it is."""
    line: int | None = None if place else node.start_mark.line + 1
    for step in place:
        inner = _child(node, step)
        if inner is None:
            return line
        node, line = inner
    return line


def _line(tree: yaml.Node, place: Place) -> int:
    return line_of(tree, place) or tree.start_mark.line + 1


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node, int] | None:
    """The part of a node under a key or place, with the line it begins on."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        value = node.value[step]
        return value, value.start_mark.line + 1
    return None


def _slips_of_writing(node: yaml.Node, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _slips_of_writing(value, (*place, number))
    if isinstance(node, yaml.MappingNode):
        named: set[str] = set()
        for key, value in node.value:
            inner = (*place, str(key.value))
            if key.value in named:
                yield inner, "this is there twice; keep one of them"
            named.add(str(key.value))
            if key.value in TIMES_AND_DATES and value.tag in (INT, FLOAT):
                yield inner, f"YAML reads {value.value} as a number; put it in quotes, like {_like(value)}"
            else:
                yield from _slips_of_writing(value, inner)


def _like(value: yaml.Node) -> str:
    return f'"{value.value}"' if ":" in str(value.value) else '"15:30" for a time or "2026-10-20" for a date'


def _placed(detail: ErrorDetails) -> tuple[Place, str]:
    """Where a slip is, and what to say about it."""
    place: Place = tuple(step for step in detail["loc"] if not str(step).startswith("function-"))
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "value_error":
        named, colon, sentence = str(context["error"]).partition(": ")
        return (steps(named), sentence) if colon and not place else (place, str(context["error"]))
    if kind == "extra_forbidden":
        return place, _unknown(str(place[-1]))
    if kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        return place, next(words for start, words in reversed(PATTERNS.items()) if pattern.startswith(start))
    if kind not in SENTENCES:
        return place, detail["msg"][:1].lower() + detail["msg"][1:]
    return place, SENTENCES[kind].format(**context)


def _unknown(word: str) -> str:
    close = get_close_matches(word, _names(SchoolFile), n=1)
    return "I do not know this word; " + (f"did you mean {close[0]}?" if close else "check the spelling")


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A section's shape and those of the sections inside it."""
    yield model
    for field in model.model_fields.values():
        for inner in (field.annotation, *get_args(field.annotation)):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield from _models(inner)


def _names(model: type[BaseModel]) -> list[str]:
    return sorted({name for shape in _models(model) for name in shape.model_fields})


def _times_and_dates() -> frozenset[str]:
    found = set()
    for shape in _models(SchoolFile):
        for name, field in shape.model_fields.items():
            kinds = {field.annotation, *get_args(field.annotation)}
            if kinds & {date, time}:
                found.add(name)
    return frozenset(found)


TIMES_AND_DATES = _times_and_dates()
