"""Several schools in one workspace: every button says which of them it is about."""

import json
from collections.abc import Mapping
from typing import Any

from bot.messages.schools import SCHOOL
from handlers.platform.words import Json


def marked(content: Json, school: str) -> Json:
    """The same content, its buttons with the school beside their values."""
    return {**content, "blocks": [_marked(block, school) for block in content.get("blocks", [])]}


def _marked(part: Any, school: str) -> Any:
    if isinstance(part, list):
        return [_marked(one, school) for one in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") == "button" and "value" in part:
        values = {SCHOOL: school, **json.loads(part["value"])}
        return {**part, "value": json.dumps(values, separators=(",", ":"))}
    return {name: _marked(value, school) for name, value in part.items()}


def school_of(value: str | None) -> str | None:
    """The school that a button's value names."""
    try:
        found = json.loads(value or "{}")
    except ValueError:
        return None
    return str(found[SCHOOL]) if isinstance(found, Mapping) and SCHOOL in found else None
