"""Checks that cards need beside those of every payload: words in any case, and plain mappings."""

from collections.abc import Iterator

from bot.sandbox.validation.checks import Check, problem, string

TEXT = string(most=28_672, least=0)
NAME = string(most=255)
TITLE = string(most=1_000)
URL = string(most=8_000, pattern=r"(https?://|data:image/).+")


def word(*words: str) -> Check:
    """Accept one of these words in upper or lower case, as hosts of cards do."""
    known = {each.lower() for each in words}

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, str) or value.lower() not in known:
            yield problem(f"must be one of: {', '.join(words)}", at)

    return check


def either(*checks: Check) -> Check:
    """Accept what one of the checks accepts; complain in the words of the last."""

    def check(value: object, at: str) -> Iterator[str]:
        found: list[str] = []
        for each in checks:
            found = list(each(value, at))
            if not found:
                return
        yield from found

    return check


def mapping(value: object, at: str) -> Iterator[str]:
    """Accept any object."""
    if not isinstance(value, dict):
        yield problem("must provide an object", at)


def strings_by_name(value: object, at: str) -> Iterator[str]:
    """Accept an object whose values are words."""
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        yield problem("must provide an object of strings", at)


HORIZONTAL = word("left", "center", "right")
VERTICAL = word("top", "center", "bottom")
SPACING = word("default", "none", "small", "medium", "large", "extraLarge", "padding")
STYLE = word("default", "emphasis", "good", "attention", "warning", "accent")
COLOR = word("default", "dark", "light", "accent", "good", "warning", "attention")
SIZE = word("default", "small", "medium", "large", "extraLarge")
