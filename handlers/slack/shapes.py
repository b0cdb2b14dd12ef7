"""Slack's smallest pieces: text objects, and text made inert or short enough."""

import re

from handlers.platform.words import DOTS, Json, cut

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


def plain_text(text: str, most: int = 3000) -> Json:
    """A text object in which nothing is read as a command, not even `:name:`; at most `most` characters."""
    return {"type": "plain_text", "text": cut(text, most) or DOTS, "emoji": False}


def mrkdwn(text: str) -> Json:
    """A text object with formatting, already escaped; addresses and names in it stay plain words."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}
