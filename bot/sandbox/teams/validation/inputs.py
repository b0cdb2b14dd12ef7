"""Fields of a form: `Input.*`, each with an id under which its value is sent.

Stricter than the schema: choices are there and differ, a value is one of them, and no choice of many has
a comma in it (Teams sends many choices as one text with commas between them).
"""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.teams.validation.actions import select_action
from bot.sandbox.teams.validation.words import NAME, SPACING, TEXT, TITLE, strings_by_name, word
from bot.sandbox.validation.checks import (
    Check,
    Rule,
    boolean,
    exactly,
    integer,
    items,
    number,
    problem,
    shape,
    string,
)

DATE = string(most=10, pattern=r"\d{4}-\d\d-\d\d")
TIME = string(most=5, pattern=r"\d\d:\d\d")
CHOICE = shape({"title": TITLE, "value": string(most=1_000)}, {"type": exactly("Input.Choice")})


def choices_make_sense(field: dict[str, Any], at: str) -> Iterator[str]:
    """Accept choices that differ, and a value that names some of them."""
    values = [choice["value"] for choice in field.get("choices", ())]
    several = field.get("isMultiSelect", False)
    if len(set(values)) < len(values):
        yield problem("choices need different values", f"{at}/choices")
    if several and any("," in value for value in values):
        yield problem("a choice of many may not have a comma in its value", f"{at}/choices")
    given = str(field.get("value", ""))
    if any(each not in values for each in (given.split(",") if several else [given]) if each):
        yield problem("the value is none of the choices", f"{at}/value")


def ranged(field: dict[str, Any], at: str) -> Iterator[str]:
    """Accept a value between `min` and `max`."""
    low, high, value = field.get("min"), field.get("max"), field.get("value")
    if low is not None and high is not None and low > high:
        yield problem("min is above max", at)
    if value is not None and ((low is not None and value < low) or (high is not None and value > high)):
        yield problem("the value is not between min and max", f"{at}/value")


def fits(field: dict[str, Any], at: str) -> Iterator[str]:
    """Accept a text no longer than the field takes."""
    if "maxLength" in field and len(field.get("value", "")) > field["maxLength"]:
        yield problem("the value is longer than maxLength", f"{at}/value")


def fields(fallback: Check) -> dict[str, Check]:
    """Return the check of every kind of field."""
    common: dict[str, Check] = {
        "errorMessage": TITLE,
        "isRequired": boolean,
        "label": TITLE,
        "fallback": fallback,
        "height": word("auto", "stretch"),
        "separator": boolean,
        "spacing": SPACING,
        "isVisible": boolean,
        "requires": strings_by_name,
    }

    def field(kind: str, own: dict[str, Check], *rules: Rule, **required: Check) -> Check:
        return shape({"type": exactly(kind), "id": NAME, **required}, {**common, **own}, rules)

    text: dict[str, Check] = {
        "isMultiline": boolean,
        "maxLength": integer(least=1, most=28_672),
        "placeholder": TEXT,
        "regex": string(most=1_000),
        "style": word("text", "tel", "url", "email", "password"),
        "inlineAction": select_action,
        "value": TEXT,
    }
    several: dict[str, Check] = {
        "isMultiSelect": boolean,
        "style": word("compact", "expanded", "filtered"),
        "value": TEXT,
        "placeholder": TEXT,
        "wrap": boolean,
    }
    toggle: dict[str, Check] = {"value": TEXT, "valueOff": TEXT, "valueOn": TEXT, "wrap": boolean}
    return {
        "Input.Text": field("Input.Text", text, fits),
        "Input.ChoiceSet": field(
            "Input.ChoiceSet", several, choices_make_sense, choices=items(CHOICE, most=1_000)
        ),
        "Input.Toggle": field("Input.Toggle", toggle, title=TITLE),
        "Input.Number": field("Input.Number", _between(number), ranged),
        "Input.Date": field("Input.Date", _between(DATE), ranged),
        "Input.Time": field("Input.Time", _between(TIME), ranged),
    }


def _between(value: Check) -> dict[str, Check]:
    return {"min": value, "max": value, "value": value, "placeholder": TEXT}
