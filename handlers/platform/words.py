"""Words made short enough, for every platform alike."""

from typing import Any

Json = dict[str, Any]
"""An object as a platform reads and writes it; it goes no further inside than one function."""

DOTS = "…"


def cut(text: str, most: int) -> str:
    """Return the text, shortened with dots when it is longer than `most` characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + DOTS


def split_at(text: str, most: int) -> tuple[str, str]:
    """Divide text after at most `most` characters, at the end of a line or a word if one is near."""
    if len(text) <= most:
        return text, ""
    head = text[:most]
    breaks = (head.rfind("\n") + 1, head.rfind(" ") + 1)
    place = next((place for place in breaks if place > most // 2), most)
    return text[:place], text[place:]
