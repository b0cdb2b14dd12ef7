"""Slack's rich text: sections, lists, quotes and code, and the runs of words inside them.

Limits: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from collections.abc import Mapping

from bot.sandbox.validation.checks import (
    Check,
    boolean,
    by_type,
    exactly,
    integer,
    items,
    one_of,
    shape,
    string,
)
from bot.sandbox.validation.text import URL

WORDS = string(most=12000)
SOME_ID = string(most=64)
MARKS = ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink")
STYLE = shape({}, dict.fromkeys(MARKS, boolean))
BORDER: Mapping[str, Check] = {"border": integer(least=0, most=1)}


def run(kind: str, required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """Return the shape of one run of words."""
    return shape({"type": exactly(kind), **required}, {"style": STYLE, **(optional or {})})


RUNS: Mapping[str, Check] = {
    "text": run("text", {"text": WORDS}),
    "link": run("link", {"url": URL}, {"text": WORDS, "unsafe": boolean}),
    "user": run("user", {"user_id": SOME_ID}),
    "channel": run("channel", {"channel_id": SOME_ID}),
    "usergroup": run("usergroup", {"usergroup_id": SOME_ID}),
    "team": run("team", {"team_id": SOME_ID}),
    "broadcast": run("broadcast", {"range": one_of("here", "channel", "everyone")}),
    "emoji": run(
        "emoji",
        {"name": string(most=100)},
        {"unicode": string(most=100), "skin_tone": integer(least=1, most=6)},
    ),
    "date": run(
        "date",
        {"timestamp": integer(least=0, most=9_999_999_999), "format": string(most=200)},
        {"url": URL, "fallback": string(most=200)},
    ),
    "color": run("color", {"value": string(most=20)}),
}
ANY_RUN = items(by_type(RUNS), most=1000, least=0)
CODE_RUN = items(by_type({name: RUNS[name] for name in ("text", "link")}), most=1000, least=0)

SECTION = shape({"type": exactly("rich_text_section"), "elements": ANY_RUN})
LIST = shape(
    {
        "type": exactly("rich_text_list"),
        "style": one_of("bullet", "ordered"),
        "elements": items(by_type({"rich_text_section": SECTION}), most=1000),
    },
    {**BORDER, "indent": integer(least=0, most=8), "offset": integer(least=0, most=10_000)},
)
PREFORMATTED = shape(
    {"type": exactly("rich_text_preformatted"), "elements": CODE_RUN},
    {**BORDER, "language": string(most=50)},
)
QUOTE = shape({"type": exactly("rich_text_quote"), "elements": ANY_RUN}, BORDER)

RICH_TEXT = shape(
    {
        "type": exactly("rich_text"),
        "elements": items(
            by_type(
                {
                    "rich_text_section": SECTION,
                    "rich_text_list": LIST,
                    "rich_text_preformatted": PREFORMATTED,
                    "rich_text_quote": QUOTE,
                }
            ),
            most=1000,
        ),
    },
    {"block_id": string(most=255)},
)
