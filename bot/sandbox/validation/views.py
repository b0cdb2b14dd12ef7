"""What Slack refuses in a modal or a Home tab.

Limits: https://docs.slack.dev/reference/views
"""

import json
from collections.abc import Iterator
from typing import Any

from bot.sandbox.validation.blocks import Surface, check_blocks
from bot.sandbox.validation.checks import boolean, by_type, exactly, problem, shape, string
from bot.sandbox.validation.text import plain

BYTES_MOST = 250_000


def _blocks(_value: object, _at: str) -> Iterator[str]:
    return iter(())


COMMON = {
    "callback_id": string(most=255, least=0),
    "external_id": string(most=255, least=0),
    "private_metadata": string(most=3000, least=0),
}
MODAL = shape(
    {"type": exactly("modal"), "title": plain(24), "blocks": _blocks},
    {
        **COMMON,
        "submit": plain(24),
        "close": plain(24),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    },
)
HOME = shape({"type": exactly("home"), "blocks": _blocks}, COMMON)
VIEW = by_type({"modal": MODAL, "home": HOME})


def validate_view(view: object) -> list[str]:
    """Return everything Slack would refuse about a modal or Home view, in Slack's own words."""
    found = list(VIEW(view, "/view"))
    if found or not isinstance(view, dict):
        return found
    surface: Surface = "modal" if view["type"] == "modal" else "home"
    found = check_blocks(view["blocks"], surface, "/view/blocks")
    return found or list(_can_be_sent(view))


def _can_be_sent(view: dict[str, Any]) -> Iterator[str]:
    asks = any(block["type"] == "input" for block in view["blocks"])
    if view["type"] == "modal" and asks and "submit" not in view:
        yield problem("submit is required when there are input blocks", "/view")


def is_too_large(view: object) -> bool:
    """Say whether a view is bigger than the 250 kB Slack takes."""
    return len(json.dumps(view)) > BYTES_MOST
