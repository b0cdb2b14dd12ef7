"""Slack's blocks, and which of them fit in a message, a modal or the Home tab.

Limits: https://docs.slack.dev/reference/block-kit/blocks
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

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
from bot.sandbox.validation.elements import ACCESSORIES, ACTIONS, IMAGE, INPUTS
from bot.sandbox.validation.figures import DATA_TABLE, DATA_VISUALIZATION, TABLE
from bot.sandbox.validation.rich_text import RICH_TEXT
from bot.sandbox.validation.text import URL, any_text, mrkdwn, plain

Surface = Literal["message", "modal", "home"]

BLOCK_ID = {"block_id": string(most=255)}


def block(
    kind: str, required: Mapping[str, Check] | None = None, optional: Mapping[str, Check] | None = None
) -> Check:
    """Return the shape of one kind of block."""
    return shape({"type": exactly(kind), **(required or {})}, {**BLOCK_ID, **(optional or {})})


def has_words(section: dict[str, Any], at: str) -> Iterator[str]:
    """Complain of a section with neither text nor fields."""
    if not section.get("text") and not section.get("fields"):
        yield problem("must define either `text` or `fields`", at)


SECTION = shape(
    {"type": exactly("section")},
    {
        **BLOCK_ID,
        "text": any_text(3000),
        "fields": items(any_text(2000), most=10),
        "accessory": by_type(ACCESSORIES),
        "expand": boolean,
    },
    (has_words,),
)
CONTEXT = block(
    "context",
    {"elements": items(by_type({"image": IMAGE, "plain_text": plain(), "mrkdwn": mrkdwn()}), most=10)},
)
INPUT = block(
    "input",
    {"label": plain(2000), "element": by_type(INPUTS)},
    {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
)

EVERYWHERE: Mapping[str, Check] = {
    "header": block("header", {"text": plain(150)}),
    "section": SECTION,
    "divider": block("divider"),
    "context": CONTEXT,
    "actions": block("actions", {"elements": items(by_type(ACTIONS), most=25)}),
    "input": INPUT,
    "image": block("image", {"image_url": URL, "alt_text": string(most=2000)}, {"title": plain(2000)}),
    "rich_text": RICH_TEXT,
}
IN_MESSAGES: Mapping[str, Check] = {
    "markdown": block("markdown", {"text": string(most=12000)}),
    "table": TABLE,
    "data_table": DATA_TABLE,
    "data_visualization": DATA_VISUALIZATION,
}
IN_MODALS: Mapping[str, Check] = {
    "alert": block(
        "alert",
        {"text": any_text(200)},
        {"level": one_of("default", "info", "warning", "error", "success")},
    )
}
SURFACES: Mapping[Surface, Check] = {
    "message": items(by_type({**EVERYWHERE, **IN_MESSAGES}), most=50),
    "modal": items(by_type({**EVERYWHERE, **IN_MODALS}), most=100),
    "home": items(by_type(EVERYWHERE), most=100),
}


def elements_of(given: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a person can press or fill in one block, top to bottom."""
    if given.get("type") == "actions":
        return list(given["elements"])
    held = given.get("element") or given.get("accessory")
    return [held] if held and held.get("type") != "image" else []


def ids_are_unique(blocks: list[dict[str, Any]], at: str) -> Iterator[str]:
    """Complain of a block_id used twice on a surface and of an action_id used twice in a block."""
    seen: set[str] = set()
    for index, given in enumerate(blocks):
        block_id = given.get("block_id")
        if block_id in seen:
            yield problem(f"block_id already exists: {block_id}", f"{at}/{index}/block_id")
        seen |= {block_id} if block_id else set()
        actions = [part["action_id"] for part in elements_of(given) if "action_id" in part]
        if len(set(actions)) < len(actions):
            yield problem("action_id must be unique in its block", f"{at}/{index}")


def focus_once(blocks: list[dict[str, Any]], at: str) -> Iterator[str]:
    """Complain when two elements both want the cursor."""
    wanting = [e for given in blocks for e in elements_of(given) if e.get("focus_on_load")]
    if len(wanting) > 1:
        yield problem("only one element may set focus_on_load", at)


def check_blocks(blocks: object, surface: Surface, at: str) -> list[str]:
    """Return everything wrong with these blocks on this surface."""
    found = list(SURFACES[surface](blocks, at))
    if not found and isinstance(blocks, list):
        found = [*ids_are_unique(blocks, at), *focus_once(blocks, at)]
    return found
