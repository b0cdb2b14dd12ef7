"""The smallest pieces of an Adaptive Card, and how large a thing is as Teams counts it.

https://adaptivecards.io/explorer/, version 1.5: the newest that Teams takes from bots.
"""

import json
from collections.abc import Iterable

from handlers.platform.words import Json

SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
VERSION = "1.5"
CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"


def card(body: list[Json], actions: Iterable[Json] = ()) -> Json:
    """A card with these elements, top to bottom, and the actions under them."""
    shown: Json = {"$schema": SCHEMA, "type": "AdaptiveCard", "version": VERSION, "body": body}
    below = list(actions)
    return {**shown, "actions": below} if below else shown


def attachment(content: Json) -> Json:
    return {"contentType": CONTENT_TYPE, "content": content}


def container(items: list[Json]) -> Json:
    return {"type": "Container", "items": items}


def size(part: object) -> int:
    """Bytes of a part of a card on its way to Teams."""
    return len(json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode())
