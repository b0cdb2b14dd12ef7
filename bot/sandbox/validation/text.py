"""Slack's composition objects: texts, options, option groups and confirmations.

Limits: https://docs.slack.dev/reference/block-kit/composition-objects
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.sandbox.validation.checks import (
    Check,
    boolean,
    by_type,
    exactly,
    items,
    one_of,
    problem,
    shape,
    string,
)

TEXT_MOST = 3000
URL = string(most=3000, pattern=r"(?i)(https?|mailto|slack):\S+")


def plain(most: int = TEXT_MOST) -> Check:
    """Accept a plain_text object of at most this many characters."""
    parts: Mapping[str, Check] = {"type": exactly("plain_text"), "text": string(most=most)}
    return by_type({"plain_text": shape(parts, {"emoji": boolean})})


def mrkdwn(most: int = TEXT_MOST) -> Check:
    """Accept a mrkdwn object of at most this many characters."""
    parts: Mapping[str, Check] = {"type": exactly("mrkdwn"), "text": string(most=most)}
    return by_type({"mrkdwn": shape(parts, {"verbatim": boolean})})


def any_text(most: int = TEXT_MOST) -> Check:
    """Accept either kind of text object."""
    return by_type({"plain_text": plain(most), "mrkdwn": mrkdwn(most)})


def option(text: Check, *, links: bool = False) -> Check:
    """Accept one choice whose words are of the kind `text`; only overflow menus may carry links."""
    more = {"description": text} | ({"url": URL} if links else {})
    return shape({"text": text, "value": string(most=150)}, more)


MENU_OPTION = option(plain(75))
LIST_OPTION = option(any_text(75))
"""Radio buttons and checkboxes may format their words; menus may not."""
OPTION_GROUP = shape({"label": plain(75), "options": items(MENU_OPTION, most=100)})

CONFIRM = shape(
    {"title": plain(100), "text": any_text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)


def offered(element: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the words and value of every choice of an element, its groups flattened."""
    groups = element.get("option_groups") or []
    options = [*(element.get("options") or []), *(o for g in groups for o in g["options"])]
    return [(choice["text"]["text"], choice["value"]) for choice in options]


def initial_choices_are_offered(element: dict[str, Any], at: str) -> Iterator[str]:
    """Complain of a choice made beforehand that is not among the choices."""
    first = element.get("initial_option")
    chosen = [first] if first else element.get("initial_options") or []
    for choice in chosen:
        if (choice["text"]["text"], choice["value"]) not in offered(element):
            name = "initial_option" if first else "initial_options"
            yield problem(f"{name} must be one of the options", at)
