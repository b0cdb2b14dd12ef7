"""Buttons: what each kind may carry, and what Teams makes of it.

Stricter than the schema: every button has a title, `Action.Submit` carries an object (Teams drops words),
and what it says under `msteams` is one of Teams' own kinds.
"""

from collections.abc import Iterator

from bot.sandbox.teams.validation.words import NAME, TITLE, URL, either, mapping, strings_by_name, word
from bot.sandbox.validation.checks import (
    Check,
    Rule,
    boolean,
    by_type,
    exactly,
    items,
    problem,
    shape,
    string,
)
from bot.sandbox.wire import Json

MOST = 6
"""Buttons in a row; Teams does not show more."""

FOR_TEAMS = ("task/fetch", "messageBack", "imBack", "signin", "invoke")
ACTIONS: dict[str, Check] = {}
SELECTABLE: dict[str, Check] = {}
action = by_type(ACTIONS)
select_action = by_type(SELECTABLE)
fallback: Check = either(word("drop"), action)
COMMON: dict[str, Check] = {
    "iconUrl": URL,
    "id": NAME,
    "style": word("default", "positive", "destructive"),
    "fallback": fallback,
    "tooltip": string(most=1_000),
    "isEnabled": boolean,
    "mode": word("primary", "secondary"),
    "requires": strings_by_name,
}
INPUTS = word("auto", "none")


def data(value: object, at: str) -> Iterator[str]:
    """Accept an object, and under `msteams` a kind that Teams knows."""
    yield from mapping(value, at)
    if isinstance(value, dict) and "msteams" in value:
        asked = value["msteams"]
        if not isinstance(asked, dict) or asked.get("type") not in FOR_TEAMS:
            yield problem(f"must be one of: {', '.join(FOR_TEAMS)}", f"{at}/msteams/type")


def row(value: object, at: str) -> Iterator[str]:
    """Accept a list of buttons, the first ones few enough to be shown."""
    yield from items(action, most=50, least=0)(value, at)
    if isinstance(value, list):
        shown = [each for each in value if isinstance(each, dict) and each.get("mode") != "secondary"]
        if len(shown) > MOST:
            yield problem(f"no more than {MOST} primary actions are shown", at)


def _button(kind: str, required: dict[str, Check], optional: dict[str, Check], *rules: Rule) -> Check:
    return shape({"type": exactly(kind), "title": TITLE, **required}, {**COMMON, **optional}, rules)


def _as_selected(kind: str, required: dict[str, Check], optional: dict[str, Check]) -> Check:
    return shape({"type": exactly(kind), **required}, {**COMMON, "title": TITLE, **optional})


def nested(card: Check) -> None:
    """Tell the buttons what a card is, so that one may open another."""
    ACTIONS["Action.ShowCard"] = _button("Action.ShowCard", {"card": card}, {})


TARGET = either(NAME, shape({"elementId": NAME}, {"type": exactly("TargetElement"), "isVisible": boolean}))
KINDS: tuple[tuple[str, dict[str, Check], dict[str, Check]], ...] = (
    ("Action.Execute", {"verb": NAME}, {"data": data, "associatedInputs": INPUTS}),
    ("Action.Submit", {}, {"data": data, "associatedInputs": INPUTS}),
    ("Action.OpenUrl", {"url": string(most=8_000, pattern=r"(https?|mailto|msteams):.+")}, {}),
    ("Action.ToggleVisibility", {"targetElements": items(TARGET, most=200)}, {}),
)
for _kind, _required, _optional in KINDS:
    ACTIONS[_kind] = _button(_kind, _required, _optional)
    SELECTABLE[_kind] = _as_selected(_kind, _required, _optional)


def asked_of_teams(button: Json) -> str:
    """Return what a button asks of Teams itself, such as `task/fetch`; nothing for an ordinary one."""
    given = button.get("data")
    asked = given.get("msteams") if isinstance(given, dict) else None
    return str(asked.get("type", "")) if isinstance(asked, dict) else ""
