"""What of a message travels into the form of a verb that is used on it."""

from typing import Any

from handlers.platform.verbs import AnyInteraction
from handlers.platform.words import cut

TITLE, QUOTE = 150, 600
LINK = "message_link"


def given_by(interaction: AnyInteraction, words: str, link: str) -> dict[str, Any]:
    """The message's words, cut to what its form takes; where the verb keeps one, the way to the message."""
    keeps_link = LINK in interaction.command.model_fields
    said = cut(words, QUOTE if keeps_link else TITLE)
    found = {interaction.text_fills or "title": said, LINK: link if keeps_link else ""}
    return {name: value for name, value in found.items() if value} if said else {}
