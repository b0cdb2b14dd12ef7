"""Slack's smallest pieces: text objects, and text made inert or short enough."""

import re
from typing import Any

Json = dict[str, Any]
"""An object as Slack reads and writes it; it goes no further inside than one function."""

DOTS = "…"
MARKUP = re.compile(r"<([@#!][^<>|\s]*|https?://[^<>|\s]*|mailto:[^<>|\s]*)(?:\|([^<>]*))?>")
"""A mention or link as Slack writes it; other angle brackets are somebody's own."""


def escape(text: str) -> str:
    """Make text inert where Slack reads commands into it: `<!channel>` must not ping the school."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Return what a person wrote from what Slack makes of a message: links and mentions as words."""
    return decoded(MARKUP.sub(lambda found: found[2] or found[1].removeprefix("mailto:").lstrip("@#!"), text))


def decoded(text: str) -> str:
    """Undo `escape`. Text without markup of Slack's own, as a slash command's is, needs no more."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def cut(text: str, most: int) -> str:
    """Return the text, shortened with dots when it is longer than `most` characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + DOTS


def plain_text(text: str, most: int = 3000) -> Json:
    """A text object in which nothing is read as a command, not even `:name:`; at most `most` characters."""
    return {"type": "plain_text", "text": cut(text, most) or DOTS, "emoji": False}


def mrkdwn(text: str) -> Json:
    """A text object with formatting, already escaped; addresses and names in it stay plain words."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def split_at(text: str, most: int) -> tuple[str, str]:
    """Divide text after at most `most` characters, at the end of a line or a word if one is near."""
    if len(text) <= most:
        return text, ""
    head = text[:most]
    breaks = (head.rfind("\n") + 1, head.rfind(" ") + 1)
    place = next((place for place in breaks if place > most // 2), most)
    return text[:place], text[place:]
