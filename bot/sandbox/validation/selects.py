"""Slack's menus: choices given beforehand, looked up, or people and channels; one or several.

Limits: https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.sandbox.validation.checks import (
    Check,
    Rule,
    boolean,
    exactly,
    integer,
    items,
    one_of,
    problem,
    shape,
    string,
)
from bot.sandbox.validation.text import (
    CONFIRM,
    MENU_OPTION,
    OPTION_GROUP,
    initial_choices_are_offered,
    plain,
)

SOME_ID = string(most=64, pattern=r"[A-Z0-9]+")
FILTER = shape(
    {},
    {
        "include": items(one_of("im", "mpim", "private", "public"), most=4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
)
CHOICES: Mapping[str, Check] = {
    "options": items(MENU_OPTION, most=100),
    "option_groups": items(OPTION_GROUP, most=100),
}
LOOKED_UP: Mapping[str, Check] = {"min_query_length": integer(least=0, most=1000)}
CONVERSATIONS: Mapping[str, Check] = {
    "default_to_current_conversation": boolean,
    "filter": FILTER,
}


def options_or_groups(menu: dict[str, Any], at: str) -> Iterator[str]:
    """Complain unless exactly one of the two ways to list choices is used."""
    if ("options" in menu) == ("option_groups" in menu):
        yield problem("must define either `options` or `option_groups`", at)


def no_more_than_allowed(menu: dict[str, Any], at: str) -> Iterator[str]:
    """Complain when more is chosen beforehand than a person may choose."""
    for name, value in menu.items():
        if name.startswith("initial_") and len(value) > menu.get("max_selected_items", 1000):
            yield problem(f"{name} must not exceed max_selected_items", at)


def menu(kind: str, own: Mapping[str, Check], *rules: Rule) -> Check:
    """Return the shape of one kind of menu."""
    common: Mapping[str, Check] = {
        "action_id": string(most=255),
        "placeholder": plain(150),
        "confirm": CONFIRM,
        "focus_on_load": boolean,
    }
    return shape({"type": exactly(kind)}, {**common, **own}, rules)


def both(
    name: str, own: Mapping[str, Check], initial: str, each: Check, *rules: Rule, alone: Check | None = None
) -> dict[str, Check]:
    """Return the menu `name` and its sister that takes several."""
    single = {**own, initial: each} | ({"response_url_enabled": alone} if alone else {})
    several = {
        **own,
        f"{initial}s": items(each, most=100),
        "max_selected_items": integer(least=1, most=1000),
    }
    return {
        name: menu(name, single, *rules),
        f"multi_{name}": menu(f"multi_{name}", several, *rules, no_more_than_allowed),
    }


SELECTS: Mapping[str, Check] = {
    **both(
        "static_select",
        CHOICES,
        "initial_option",
        MENU_OPTION,
        options_or_groups,
        initial_choices_are_offered,
    ),
    **both("external_select", LOOKED_UP, "initial_option", MENU_OPTION),
    **both("users_select", {}, "initial_user", SOME_ID),
    **both("conversations_select", CONVERSATIONS, "initial_conversation", SOME_ID, alone=boolean),
    **both("channels_select", {}, "initial_channel", SOME_ID, alone=boolean),
}
