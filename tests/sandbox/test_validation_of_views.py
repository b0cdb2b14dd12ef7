"""What Slack takes and refuses in modals and Home tabs, by the limits it documents."""

import pytest

from bot.sandbox.validation import validate_view
from tests.sandbox.a_school import WRITING, asks, button, modal, section, words
from tests.sandbox.conftest import Json
from tests.sandbox.payloads import (
    HOME,
    TAKEN_VIEWS,
    chart,
    long,
    markdown,
    table,
)


@pytest.mark.parametrize("view", TAKEN_VIEWS)
def test_a_valid_view_is_taken(view: Json) -> None:
    assert validate_view(view) == []


def without_submit(*blocks: Json) -> Json:
    return {name: part for name, part in modal(*blocks).items() if name != "submit"}


REFUSED_VIEWS: list[tuple[Json, str]] = [
    ({"type": "popup"}, "unsupported type: popup [json-pointer:/view/type]"),
    (modal(), "no fewer than 1 items allowed [json-pointer:/view/blocks]"),
    (modal(*[section("x")] * 101), "no more than 100 items allowed [json-pointer:/view/blocks]"),
    (
        modal(section("x"), title=words(long(24))),
        "must be less than 25 characters [json-pointer:/view/title/text]",
    ),
    (
        modal(section("x"), title=markdown("x")),
        "unsupported type: mrkdwn [json-pointer:/view/title/type]",
    ),
    (
        modal(section("x"), close=words(long(24))),
        "must be less than 25 characters [json-pointer:/view/close/text]",
    ),
    (
        modal(section("x"), private_metadata=long(3000)),
        "must be less than 3001 characters [json-pointer:/view/private_metadata]",
    ),
    (
        modal(section("x"), callback_id=long(255)),
        "must be less than 256 characters [json-pointer:/view/callback_id]",
    ),
    (
        without_submit(asks("what", WRITING)),
        "submit is required when there are input blocks [json-pointer:/view]",
    ),
    (modal(chart()), "unsupported type: data_visualization [json-pointer:/view/blocks/0/type]"),
    (modal(table(1, 1)), "unsupported type: table [json-pointer:/view/blocks/0/type]"),
    (
        {**HOME, "title": words("x")},
        "invalid additional property: title [json-pointer:/view]",
    ),
    (
        {"type": "home", "blocks": [{"type": "alert", "text": words("x")}]},
        "unsupported type: alert [json-pointer:/view/blocks/0/type]",
    ),
    (
        modal({"type": "alert", "text": words(long(200))}),
        "must be less than 201 characters [json-pointer:/view/blocks/0/text/text]",
    ),
    (
        modal(asks("a", {**WRITING, "min_length": 30})),
        "min_length must be less than or equal to max_length [json-pointer:/view/blocks/0/element]",
    ),
    (
        modal(asks("a", {**WRITING, "initial_value": long(20)})),
        "initial_value must respect min_length and max_length [json-pointer:/view/blocks/0/element]",
    ),
    (
        modal(asks("a", {**WRITING, "max_length": 3001})),
        "must be between 1 and 3000 [json-pointer:/view/blocks/0/element/max_length]",
    ),
    (
        modal(asks("a", {**WRITING, "placeholder": words(long(150))})),
        "must be less than 151 characters [json-pointer:/view/blocks/0/element/placeholder/text]",
    ),
    (
        modal(asks("a", {"type": "number_input"})),
        "missing required field: is_decimal_allowed [json-pointer:/view/blocks/0/element]",
    ),
    (
        modal(asks("a", {"type": "number_input", "is_decimal_allowed": False, "min_value": "0.5"})),
        "min_value must be a whole number [json-pointer:/view/blocks/0/element]",
    ),
    (
        modal(asks("a", WRITING, hint=words(long(2000)))),
        "must be less than 2001 characters [json-pointer:/view/blocks/0/hint/text]",
    ),
    (
        modal(asks("a", button("x", "go"))),
        "unsupported type: button [json-pointer:/view/blocks/0/element/type]",
    ),
    (
        modal(*[asks(name, {**WRITING, "focus_on_load": True}) for name in "ab"]),
        "only one element may set focus_on_load [json-pointer:/view/blocks]",
    ),
    (
        modal(asks("a", WRITING), asks("a", WRITING)),
        "block_id already exists: a [json-pointer:/view/blocks/1/block_id]",
    ),
]


@pytest.mark.parametrize(("view", "complaint"), REFUSED_VIEWS)
def test_what_slack_refuses_in_a_view_is_refused_in_its_words(view: Json, complaint: str) -> None:
    assert complaint in validate_view(view)
