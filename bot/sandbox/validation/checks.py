"""The small grammar in which Slack's limits are written down.

A check takes a value and its JSON pointer, and yields one sentence for each thing that is wrong.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Check = Callable[[object, str], Iterator[str]]
Rule = Callable[[dict[str, Any], str], Iterator[str]]


def problem(words: str, at: str) -> str:
    """Return a complaint as Slack words it, with the place it is about."""
    return f"{words} [json-pointer:{at}]"


def string(*, most: int, least: int = 1, pattern: str = "") -> Check:
    """Accept text of `least` to `most` characters, whole matches of `pattern` only."""

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield problem("must provide a string", at)
        elif len(value) > most:
            yield problem(f"must be less than {most + 1} characters", at)
        elif len(value) < least:
            yield problem(f"must be more than {least - 1} characters", at)
        elif pattern and not re.fullmatch(pattern, value):
            yield problem("does not match the required pattern", at)

    return check


def boolean(value: object, at: str) -> Iterator[str]:
    """Accept true and false."""
    if not isinstance(value, bool):
        yield problem("must provide a boolean", at)


def integer(*, least: int, most: int) -> Check:
    """Accept whole numbers from `least` to `most`."""

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield problem("must provide an integer", at)
        elif not least <= value <= most:
            yield problem(f"must be between {least} and {most}", at)

    return check


def number(value: object, at: str) -> Iterator[str]:
    """Accept finite numbers."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        yield problem("must provide a number", at)
    elif value != value or value in (float("inf"), float("-inf")):
        yield problem("must provide a finite number", at)


def one_of(*words: str) -> Check:
    """Accept exactly these words."""

    def check(value: object, at: str) -> Iterator[str]:
        if value not in words:
            yield problem(f"must be a valid enum value: {', '.join(words)}", at)

    return check


def items(each: Check, *, most: int, least: int = 1) -> Check:
    """Accept a list of `least` to `most` entries, every one of which `each` accepts."""

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield problem("must provide an array", at)
            return
        if len(value) > most:
            yield problem(f"no more than {most} items allowed", at)
        if len(value) < least:
            yield problem(f"no fewer than {least} items allowed", at)
        for index, entry in enumerate(value):
            yield from each(entry, f"{at}/{index}")

    return check


def shape(
    required: Mapping[str, Check],
    optional: Mapping[str, Check] | None = None,
    rules: Sequence[Rule] = (),
) -> Check:
    """Accept an object with all the required fields and no unknown one; `rules` look at it whole."""
    known = {**required, **(optional or {})}

    def fields(value: dict[str, Any], at: str) -> Iterator[str]:
        for name in required:
            if name not in value:
                yield problem(f"missing required field: {name}", at)
        for name, part in value.items():
            if name in known:
                yield from known[name](part, f"{at}/{name}")
            else:
                yield problem(f"invalid additional property: {name}", at)

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield problem("must provide an object", at)
            return
        found = list(fields(value, at))
        yield from found
        if not found:
            for rule in rules:
                yield from rule(value, at)

    return check


def by_type(kinds: Mapping[str, Check]) -> Check:
    """Accept an object whose `type` is one of these, checked as that kind."""

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield problem("must provide an object", at)
            return
        named = value.get("type")
        if isinstance(named, str) and named in kinds:
            yield from kinds[named](value, at)
        else:
            yield problem(f"unsupported type: {named}", f"{at}/type")

    return check


def exactly(word: str) -> Check:
    """Accept this one word, as every object's own `type` field does."""
    return one_of(word)
