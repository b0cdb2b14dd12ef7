"""Slack's block elements: buttons, boxes to write in, lists to choose from, dates and times.

Limits: https://docs.slack.dev/reference/block-kit/block-elements
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.sandbox.validation.checks import (
    Check,
    Rule,
    boolean,
    exactly,
    integer,
    items,
    one_of,
    problem,
    shape,
    string,
)
from bot.sandbox.validation.selects import SELECTS
from bot.sandbox.validation.text import (
    CONFIRM,
    LIST_OPTION,
    URL,
    initial_choices_are_offered,
    option,
    plain,
)

WRITTEN_MOST = 3000
ACTION_ID = string(most=255)
PLACEHOLDER = plain(150)
DISPATCH = shape({"trigger_actions_on": items(one_of("on_enter_pressed", "on_character_entered"), most=2)})


def element(
    kind: str,
    required: Mapping[str, Check] | None = None,
    optional: Mapping[str, Check] | None = None,
    rules: tuple[Rule, ...] = (),
) -> Check:
    """Return the shape of one kind of element: its type, its action_id, and what is its own."""
    needed = {"type": exactly(kind), **(required or {})}
    return shape(needed, {"action_id": ACTION_ID, **(optional or {})}, rules)


def lengths_agree(box: dict[str, Any], at: str) -> Iterator[str]:
    """Complain when the least is above the most, or the first words do not fit between them."""
    least, most = box.get("min_length", 0), box.get("max_length", WRITTEN_MOST)
    if least > most:
        yield problem("min_length must be less than or equal to max_length", at)
    first = box.get("initial_value")
    if first and not least <= len(first) <= most:
        yield problem("initial_value must respect min_length and max_length", at)


def numbers_agree(box: dict[str, Any], at: str) -> Iterator[str]:
    """Complain when the first number is outside the range, or a fraction where none is allowed."""
    if not box["is_decimal_allowed"]:
        for name in ("min_value", "max_value", "initial_value"):
            if "." in box.get(name, ""):
                yield problem(f"{name} must be a whole number", at)
    least = float(box.get("min_value", "-inf"))
    most = float(box.get("max_value", "inf"))
    if least > most:
        yield problem("min_value must be less than or equal to max_value", at)
    if "initial_value" in box and not least <= float(box["initial_value"]) <= most:
        yield problem("initial_value must be between min_value and max_value", at)


NUMBER = string(most=30, pattern=r"-?\d+(\.\d+)?")
FOCUS: Mapping[str, Check] = {"focus_on_load": boolean}
WRITING: Mapping[str, Check] = {
    **FOCUS,
    "placeholder": PLACEHOLDER,
    "initial_value": string(most=WRITTEN_MOST, least=0),
    "dispatch_action_config": DISPATCH,
}
LENGTHS: Mapping[str, Check] = {
    "multiline": boolean,
    "min_length": integer(least=0, most=WRITTEN_MOST),
    "max_length": integer(least=1, most=WRITTEN_MOST),
}
RANGE: Mapping[str, Check] = {"min_value": NUMBER, "max_value": NUMBER, "initial_value": NUMBER}
TEN = {"options": items(LIST_OPTION, most=10)}
DAY = string(most=10, pattern=r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
TIME = string(most=5, pattern=r"([01]\d|2[0-3]):[0-5]\d")
MOMENT = integer(least=1_000_000_000, most=9_999_999_999)
ASKING = {**FOCUS, "confirm": CONFIRM}

BUTTON = element(
    "button",
    {"text": plain(75)},
    {
        "url": URL,
        "value": string(most=2000, least=0),
        "style": one_of("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": string(most=75),
    },
)
OVERFLOW = element(
    "overflow", {"options": items(option(plain(75), links=True), most=5)}, {"confirm": CONFIRM}
)
IMAGE = shape(
    {"type": exactly("image"), "image_url": URL, "alt_text": string(most=2000)},
)
RADIO_BUTTONS = element(
    "radio_buttons", TEN, {**ASKING, "initial_option": LIST_OPTION}, (initial_choices_are_offered,)
)
CHECKBOXES = element(
    "checkboxes",
    TEN,
    {**ASKING, "initial_options": items(LIST_OPTION, most=10)},
    (initial_choices_are_offered,),
)
DATEPICKER = element("datepicker", None, {**ASKING, "placeholder": PLACEHOLDER, "initial_date": DAY})
TIMEPICKER = element(
    "timepicker",
    None,
    {
        **ASKING,
        "placeholder": PLACEHOLDER,
        "initial_time": TIME,
        "timezone": string(most=64),
    },
)
DATETIMEPICKER = element("datetimepicker", None, {**ASKING, "initial_date_time": MOMENT})

WRITTEN: Mapping[str, Check] = {
    "plain_text_input": element("plain_text_input", None, {**WRITING, **LENGTHS}, (lengths_agree,)),
    "number_input": element(
        "number_input", {"is_decimal_allowed": boolean}, {**WRITING, **RANGE}, (numbers_agree,)
    ),
    "email_text_input": element("email_text_input", None, WRITING),
    "url_text_input": element("url_text_input", None, WRITING),
}
CHOSEN: Mapping[str, Check] = {
    **SELECTS,
    "radio_buttons": RADIO_BUTTONS,
    "checkboxes": CHECKBOXES,
    "datepicker": DATEPICKER,
    "timepicker": TIMEPICKER,
}

ACCESSORIES: Mapping[str, Check] = {
    **CHOSEN,
    "button": BUTTON,
    "overflow": OVERFLOW,
    "image": IMAGE,
}
ACTIONS: Mapping[str, Check] = {
    **CHOSEN,
    "button": BUTTON,
    "overflow": OVERFLOW,
    "datetimepicker": DATETIMEPICKER,
}
INPUTS: Mapping[str, Check] = {**CHOSEN, **WRITTEN, "datetimepicker": DATETIMEPICKER}
