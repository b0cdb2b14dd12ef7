"""Slash commands, read as verbs."""

from handlers.platform.verbs import MENU

COMMAND = "/ilt"


def spoken(command: str, text: str) -> tuple[str, str]:
    """Return the verb and the words of a slash command.

    `/ilt-input x` is `/ilt input x`, and `/ilt` alone is the menu.
    """
    verb = command.removeprefix(COMMAND).lstrip("-")
    if verb:
        return verb, text.strip()
    word, *rest = text.split(maxsplit=1) or [MENU]
    return word, rest[0].strip() if rest else ""
