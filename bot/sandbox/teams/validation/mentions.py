"""What a card may say to Teams alone: its width, and whom it mentions."""

import json
from collections.abc import Iterator
from typing import Any

from bot.sandbox.teams.validation.words import NAME, TITLE, word
from bot.sandbox.validation.checks import exactly, items, problem, shape, string

MENTIONED = shape({"id": NAME, "name": TITLE})
MENTION = shape(
    {"type": exactly("mention"), "text": string(most=1_000, pattern=r"<at>.+</at>"), "mentioned": MENTIONED}
)
for_teams = shape({}, {"width": word("full"), "entities": items(MENTION, most=100, least=0)})


def mentions_are_written(card: dict[str, Any], at: str) -> Iterator[str]:
    """Accept mentions whose `<at>name</at>` stands in the card."""
    entities = card.get("msteams", {}).get("entities", [])
    words = json.dumps([card.get("body"), card.get("actions")], ensure_ascii=False)
    for index, entity in enumerate(entities):
        if json.dumps(entity["text"], ensure_ascii=False)[1:-1] not in words:
            yield problem("the mention is not in the card", f"{at}/msteams/entities/{index}")
