"""Forms as Slack modals: drawing them, and reading back what was filled in."""

from collections.abc import Mapping
from typing import Any

from bot.messages import dialogs as wording
from bot.messages.forms import CheckField, ChoiceField, Field, Form, ManyField, TextField
from bot.messages.vocabulary import Context, Message, Paragraph, Span
from handlers.platform.filling import CHECKED, beside, filled
from handlers.platform.words import Json
from handlers.slack.blocks import blocks_of
from handlers.slack.fields import LABEL, WRITTEN, element
from handlers.slack.origins import Kept
from handlers.slack.rich import paragraph_blocks
from handlers.slack.shapes import plain_text

TITLE = 24


def modal(form: Form, *, verb: str, kept: Kept, given: Mapping[str, Any]) -> Json:
    """The form as a modal, its fields filled with the values given so far."""
    blocks = [block for piece in form.pieces for block in _blocks(piece, given)]
    return {
        "type": "modal",
        "callback_id": verb,
        "private_metadata": kept.packed(),
        "title": plain_text(form.title, TITLE),
        "submit": plain_text(form.submit, TITLE),
        "close": plain_text(form.close, TITLE),
        "blocks": blocks or paragraph_blocks((Span(form.title),)),
    }


def notice(title: str, sentence: str, close: str) -> Json:
    """A modal that only says something."""
    return {
        "type": "modal",
        "title": plain_text(title, TITLE),
        "close": plain_text(close, TITLE),
        "blocks": paragraph_blocks((Span(sentence),)),
    }


def last_page(message: Message, close: str) -> Json:
    """A modal that ends a form: it says what is said only here."""
    return {
        "type": "modal",
        "title": plain_text(message.summary, TITLE),
        "close": plain_text(close, TITLE),
        "blocks": [block for part in message.parts for block in blocks_of(part, "home")],
    }


def _blocks(piece: Field | Paragraph | Context, given: Mapping[str, Any]) -> list[Json]:
    if isinstance(piece, Paragraph | Context):
        return blocks_of(piece, "home")
    field = filled(piece, given)
    asked = element(field)
    if asked is None:
        return paragraph_blocks((Span(wording.nothing_to_choose(field.label)),))
    block: Json = {
        "type": "input",
        "block_id": field.name,
        "label": plain_text(field.label, 2000),
        "element": asked,
    }
    if isinstance(field, CheckField) or field.optional:
        block["optional"] = True
    if isinstance(field, ChoiceField | ManyField) and field.refresh:
        block["dispatch_action"] = True
    hints = [hint for hint in (field.hint, _too_long(field)) if hint]
    if hints:
        block["hint"] = plain_text(" ".join(hints), 2000)
    return [block, *_overflow(field)]


def _too_long(field: Field) -> str:
    if isinstance(field, CheckField):
        return field.says if len(field.says) > LABEL else ""
    if not isinstance(field, TextField) or len(field.initial) <= room(field):
        return ""
    return wording.too_long(room(field))


def _overflow(field: Field) -> list[Json]:
    """What did not fit of a text that was given, so that no word of it is lost."""
    rest = field.initial[room(field) :] if isinstance(field, TextField) else ""
    return paragraph_blocks((Span(rest, "italic"),)) if rest else []


def room(field: TextField) -> int:
    return min(field.max_length, WRITTEN)


def shown(view: Json) -> list[str]:
    """The names of the fields a modal asks for, top to bottom."""
    return [str(block["block_id"]) for block in view["blocks"] if block["type"] == "input"]


def typed(view: Json) -> dict[str, Any]:
    """What is filled in, by field name; what is left blank is not there."""
    state = view.get("state", {}).get("values", {})
    found = {}
    for block in view["blocks"]:
        if block["type"] == "input" and block["block_id"] in state:
            held: Json = next(iter(state[block["block_id"]].values()), {})
            value = _value(held, block["element"])
            if value is not None:
                found[str(block["block_id"])] = value
    return found


def _value(held: Json, asked: Json) -> object:
    if "selected_options" in held:
        chosen = [str(one["value"]) for one in held["selected_options"] or ()]
        return bool(chosen) if _is_single_box(asked) else chosen
    if "selected_option" in held:
        return held["selected_option"]["value"] if held["selected_option"] else None
    written = held.get("value") or held.get("selected_date") or held.get("selected_time")
    return written if isinstance(written, str) and written.strip() else None


def _is_single_box(asked: Json) -> bool:
    return [one.get("value") for one in asked.get("options", ())] == [CHECKED]


def beside_fields(view: Json, complaints: Mapping[str, str]) -> dict[str, str]:
    """Each sentence beside a field of the modal; Slack shows none at all if one of them names no field."""
    return beside(complaints, shown(view))
