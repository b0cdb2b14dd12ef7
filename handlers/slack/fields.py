"""Form fields as Slack's input elements, with what is filled in already.

Limits: https://docs.slack.dev/reference/block-kit/block-elements
"""

from typing import assert_never

from bot.messages.forms import (
    CheckField,
    ChoiceField,
    DateField,
    Field,
    ManyField,
    NumberField,
    Option,
    TextField,
    TimeField,
)
from handlers.platform.filling import CHECKED
from handlers.platform.words import Json, cut
from handlers.slack.shapes import plain_text

WRITTEN = 3000
SEEN_AT_ONCE = 10
LISTED = 100
LABEL = 75


def element(field: Field) -> Json | None:
    """The element a person fills in; None when there is nothing to choose from."""
    own: Json = {"action_id": field.name}
    match field:
        case TextField():
            return own | _text(field)
        case ChoiceField():
            return own | _choice(field) if field.options else None
        case ManyField():
            return own | _many(field) if field.options else None
        case CheckField():
            box = {"text": plain_text(field.says, LABEL), "value": CHECKED}
            ticked = {"initial_options": [box]} if field.initial else {}
            return own | {"type": "checkboxes", "options": [box]} | ticked
        case DateField(initial=day):
            return own | {"type": "datepicker"} | ({"initial_date": day.isoformat()} if day else {})
        case TimeField(initial=moment):
            shown = {"initial_time": moment.isoformat("minutes")} if moment else {}
            return own | {"type": "timepicker"} | shown
        case NumberField():
            return own | _count(field)
    assert_never(field)


def is_looked_up(field: ChoiceField | ManyField) -> bool:
    """Say whether there are too many options to send along, so that Slack asks for them."""
    return len(field.options) > LISTED


def option(one: Option) -> Json:
    """An option as Slack shows it; what its label has no room for goes into the line below it."""
    label = cut(one.label, LABEL)
    below = one.hint or (one.label[len(label) - 1 :].strip() if label != one.label else "")
    shown = {"text": plain_text(label, LABEL), "value": one.value}
    return {**shown, "description": plain_text(below, LABEL)} if below else shown


def _text(field: TextField) -> Json:
    shown: Json = {
        "type": "plain_text_input",
        "multiline": field.multiline,
        "max_length": min(field.max_length, WRITTEN),
    }
    if field.initial:
        shown["initial_value"] = field.initial[: shown["max_length"]]
    if field.placeholder:
        shown["placeholder"] = plain_text(field.placeholder, 150)
    return shown


def _choice(field: ChoiceField) -> Json:
    first = [option(one) for one in field.options if one.value == field.initial]
    shown = {"initial_option": first[0]} if first else {}
    if field.style == "buttons" and len(field.options) <= SEEN_AT_ONCE:
        return {"type": "radio_buttons", "options": [option(one) for one in field.options]} | shown
    return _menu(field, "static_select", "external_select") | shown


def _many(field: ManyField) -> Json:
    first = [option(one) for one in field.options if one.value in field.initial]
    shown = {"initial_options": first} if first else {}
    if field.style == "boxes" and len(field.options) <= SEEN_AT_ONCE:
        return {"type": "checkboxes", "options": [option(one) for one in field.options]} | shown
    return _menu(field, "multi_static_select", "multi_external_select") | shown


def _menu(field: ChoiceField | ManyField, listed: str, looked_up: str) -> Json:
    if is_looked_up(field):
        hint = plain_text("Type to search", 150)
        return {"type": looked_up, "min_query_length": 0, "placeholder": hint}
    return {"type": listed, "options": [option(one) for one in field.options]}


def _count(field: NumberField) -> Json:
    bounds = {"min_value": field.minimum, "max_value": field.maximum, "initial_value": field.initial}
    known = {name: str(value) for name, value in bounds.items() if value is not None}
    return {"type": "number_input", "is_decimal_allowed": False, **known}
