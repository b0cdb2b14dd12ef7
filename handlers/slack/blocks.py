"""Messages as Block Kit: every part drawn, every word inert, nothing lost to a limit.

Limits: https://docs.slack.dev/reference/block-kit/blocks
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, assert_never

from bot.messages.plain import plain, words
from bot.messages.vocabulary import (
    Bullets,
    Button,
    Buttons,
    Chart,
    Context,
    Divider,
    Facts,
    Heading,
    Message,
    Paragraph,
    Part,
    Progress,
    Span,
    Table,
    Text,
    bold,
)
from handlers.platform.figures import progress
from handlers.platform.pieces import pieces
from handlers.platform.words import DOTS, Json, cut, split_at
from handlers.slack import figures
from handlers.slack.rich import bullet_blocks, paragraph_blocks
from handlers.slack.shapes import escape, mrkdwn, plain_text

Surface = Literal["message", "home"]

TEXT = 4000
HOME_BLOCKS = 100
VALUE = 2000
BUTTONS = 25
ROW = 8000
FORMATTED = 500
"""Characters of a quiet line that may be formatted; escaped they are at most five times as many."""
MARKS = re.compile(r"[*_~`]|:[\w+-]+:|^\s*>", re.MULTILINE)
"""What Slack would read as formatting inside mrkdwn, which has no way to say that it is not."""
STYLES = {"bold": "*{}*", "italic": "_{}_", "code": "`{}`"}


SHARED = "#s"


class ButtonTooLarge(Exception):
    """A button carries more than Slack takes; its values belong in the database, and an id here."""

    def __init__(self, verb: str, size: int) -> None:
        super().__init__(f"the values of a {verb} button take {size} characters, more than {VALUE}")


def text_of(message: Message) -> str:
    """The words for notifications and screen readers: everything, or the summary alone when it is private."""
    if message.private:
        return escape(message.summary)
    everything = plain(message)
    said = everything if everything.startswith(message.summary) else f"{message.summary}\n{everything}"
    return _first_lines(escape(said), TEXT)


def _first_lines(text: str, most: int) -> str:
    """Cut at the end of a line, or of a word, but never inside an entity."""
    if len(text) <= most:
        return text
    head, _ = split_at(text, most - len(DOTS))
    return re.sub(r"&[a-z]{0,3}$", "", head).rstrip() + DOTS


def render(message: Message, surface: Surface = "message") -> list[Json]:
    """All blocks of a message in order; a message whose parts say nothing shows its summary."""
    found = [block for part in message.parts for block in blocks_of(part, surface)]
    return found or paragraph_blocks((Span(message.summary),))


def home_blocks(message: Message) -> list[Json]:
    """The blocks of a Home tab, which holds a hundred; it says so when there is more."""
    blocks = render(message, "home")
    if len(blocks) <= HOME_BLOCKS:
        return blocks
    more = "There is more than this page holds. Type /ilt for what is waiting."
    return [*blocks[: HOME_BLOCKS - 1], {"type": "context", "elements": [plain_text(more)]}]


def blocks_of(part: Part, surface: Surface) -> list[Json]:
    native = surface == "message"
    match part:
        case Heading(text):
            return [{"type": "header", "text": plain_text(text, 150)}] if text.strip() else []
        case Paragraph(spans):
            return paragraph_blocks(spans)
        case Context(spans):
            return _context(spans)
        case Bullets():
            return bullet_blocks(part)
        case Facts(pairs):
            return _facts(pairs)
        case Table():
            return figures.native_table(part) if native else figures.worded_table(part)
        case Chart():
            return figures.native_chart(part) if native else figures.worded_chart(part)
        case Progress():
            return paragraph_blocks(progress(part))
        case Buttons(pressable):
            return [{"type": "actions", "elements": row} for row in _rows(pressable, shared=part.shared)]
        case Divider():
            return [{"type": "divider"}]
    assert_never(part)


def _context(spans: Text) -> list[Json]:
    """A quiet line: formatted only where formatting cannot mistake a person's words for marks."""
    said = words(spans)
    formats = any(span.style != "plain" for span in spans) and len(said) <= FORMATTED
    formats = formats and not MARKS.search(said) and all(_hugs(span) for span in spans)
    if formats:
        return [_quiet(mrkdwn("".join(_styled(span) for span in spans)))]
    return [_quiet(plain_text(words(piece))) for piece in pieces((Span(said),))]


def _quiet(element: Json) -> Json:
    return {"type": "context", "elements": [element]}


def _hugs(span: Span) -> bool:
    """Say whether marks around it would touch its words; Slack shows them as they are if they do not."""
    return span.style == "plain" or span.text.strip() == span.text != ""


def _styled(span: Span) -> str:
    return STYLES.get(span.style, "{}").format(escape(span.text))


def _facts(pairs: tuple[tuple[str, str], ...]) -> list[Json]:
    """Pairs in two columns; as lines instead when they are long, or Slack would read marks into them."""
    if any(MARKS.search(f"{name}\n{value}") or len(name) + len(value) > 300 for name, value in pairs):
        lines = (_line(place, name, value) for place, (name, value) in enumerate(pairs))
        return paragraph_blocks(tuple(span for line in lines for span in line))
    fields = [mrkdwn(f"*{escape(name)}*\n{escape(value) or DOTS}") for name, value in pairs if name.strip()]
    return [{"type": "section", "fields": fields[start : start + 10]} for start in range(0, len(fields), 10)]


def _line(place: int, name: str, value: str) -> Text:
    return (Span("\n" if place else ""), bold(f"{name}: "), Span(value))


def _rows(pressable: tuple[Button, ...], *, shared: bool) -> Iterator[list[Json]]:
    """Rows of at most 25 buttons, not too large together, whose action_ids differ within a row."""
    row: list[Json] = []
    seen: Counter[str] = Counter()
    for button in pressable:
        if len(row) == BUTTONS or (row and len(json.dumps(row)) > ROW - VALUE):
            yield row
            row, seen = [], Counter()
        seen[button.verb] += 1
        row.append(button_element(button, seen[button.verb], shared=shared))
    if row:
        yield row


def button_element(button: Button, place: int = 1, *, shared: bool = False) -> Json:
    """A button that brings its verb and values back; raises ButtonTooLarge when they do not fit."""
    value = json.dumps(button.values, ensure_ascii=False, separators=(",", ":"))
    if len(value) > VALUE:
        raise ButtonTooLarge(button.verb, len(value))
    element: Json = {
        "type": "button",
        "action_id": action_id(button.verb, place, shared=shared),
        "text": plain_text(button.label, 75),
        "value": value,
    }
    if button.emphasis != "normal":
        element["style"] = button.emphasis
    return {**element, "confirm": _confirm(button, button.confirm)} if button.confirm else element


def _confirm(button: Button, question: str) -> Json:
    asked: Json = {
        "title": plain_text("Are you sure?", 100),
        "text": plain_text(question, 300),
        "confirm": plain_text(cut(button.label, 30), 30),
        "deny": plain_text("Not now", 30),
    }
    return {**asked, "style": button.emphasis} if button.emphasis != "normal" else asked


def action_id(verb: str, place: int, *, shared: bool) -> str:
    """The verb, and what tells the button from others with that verb."""
    if shared:
        return f"{verb}{SHARED}{place}"
    return verb if place == 1 else f"{verb}#{place}"


def verb_of(action_id: str) -> str:
    """The verb in a button's action_id."""
    return action_id.partition("#")[0]


def is_shared(action_id: str) -> bool:
    """Whether the button's message speaks of other things too, and must stay as it is."""
    return SHARED in action_id
