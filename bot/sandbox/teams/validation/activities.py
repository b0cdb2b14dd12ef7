"""Messages of the bot: what the connector refuses before anybody sees them."""

import json
from collections.abc import Iterator
from typing import Any

from bot.sandbox.teams.validation.cards import ADAPTIVE, attachment
from bot.sandbox.teams.wire import ConnectorError
from bot.sandbox.validation.checks import items, problem
from bot.sandbox.wire import Json

KINDS = ("message", "typing")
FORMATS = ("plain", "markdown", "xml", "extendedmarkdown")
MOST_CARDS = 10


def size(activity: Json) -> int:
    """Return how many bytes an activity is as JSON, without spaces."""
    return len(json.dumps(activity, ensure_ascii=False, separators=(",", ":")).encode())


def activity_problems(activity: Json) -> list[str]:
    """Return what is wrong with a message, nothing for a good one."""
    return list(_problems(activity))


def check(activity: Json, most: int) -> None:
    """Accept a message the connector would take, or raise its refusal."""
    if (found := size(activity)) > most:
        raise ConnectorError("MessageSizeTooBig", f"Message size too large: {found} bytes.")
    if problems := activity_problems(activity):
        raise ConnectorError("BadSyntax", "; ".join(problems))


def _problems(activity: Json) -> Iterator[str]:
    kind = activity.get("type")
    if kind not in KINDS:
        yield problem(f"must be one of: {', '.join(KINDS)}", "/type")
        return
    text, cards = activity.get("text", ""), activity.get("attachments", [])
    if kind == "message" and not text and not cards:
        yield problem("a message needs text or attachments", "")
    for name in ("text", "summary"):
        if not isinstance(activity.get(name, ""), str):
            yield problem("must provide a string", f"/{name}")
    if activity.get("textFormat", "plain") not in FORMATS:
        yield problem(f"must be one of: {', '.join(FORMATS)}", "/textFormat")
    yield from items(_card, most=MOST_CARDS, least=0)(cards, "/attachments")
    yield from _mentions(activity, str(text))


def _card(given: object, at: str) -> Iterator[str]:
    if isinstance(given, dict) and given.get("contentType") == ADAPTIVE:
        yield from attachment(given, at)
    else:
        yield problem(f"only {ADAPTIVE} is known here", f"{at}/contentType")


def _mentions(activity: dict[str, Any], text: str) -> Iterator[str]:
    entities = activity.get("entities", [])
    if not isinstance(entities, list) or not all(isinstance(each, dict) for each in entities):
        yield problem("must provide an array of objects", "/entities")
        return
    for index, entity in enumerate(entities):
        named = str(entity.get("text") or "")
        if entity.get("type") == "mention" and (not named or named not in text):
            yield problem("the mention is not in the text", f"/entities/{index}")
