"""What Slack takes and refuses in messages, by the limits it documents."""

import pytest

from bot.sandbox.validation import validate_message
from tests.sandbox.a_school import WRITING, actions, button, options, section, words
from tests.sandbox.conftest import Json
from tests.sandbox.payloads import (
    CONFIRM,
    GROUPED,
    MENU,
    RADIO,
    TAKEN_IN_MESSAGES,
    TICKS,
    chart,
    long,
    markdown,
    pie,
    rich,
    table,
)


@pytest.mark.parametrize("blocks", TAKEN_IN_MESSAGES)
def test_what_slack_documents_as_valid_is_taken(blocks: list[Json]) -> None:
    assert validate_message(blocks) == []


LOOSE_SERIES = [{"name": "Seen", "data": [{"label": "Oct", "value": 3}]}]
REFUSED_IN_MESSAGES: list[tuple[list[Json], str]] = [
    ([], "no fewer than 1 items allowed [json-pointer:/blocks]"),
    ([{"type": "divider"}] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
    ([section("")], "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    ([section(long(3000))], "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
    ([{"type": "section"}], "must define either `text` or `fields` [json-pointer:/blocks/0]"),
    (
        [{"type": "section", "fields": [markdown("x")] * 11}],
        "no more than 10 items allowed [json-pointer:/blocks/0/fields]",
    ),
    (
        [{"type": "section", "fields": [markdown(long(2000))]}],
        "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
    ),
    (
        [{"type": "header", "text": markdown("x")}],
        "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
    ),
    (
        [{"type": "header", "text": words(long(150))}],
        "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ),
    (
        [{"type": "header", "text": words("x"), "colour": "red"}],
        "invalid additional property: colour [json-pointer:/blocks/0]",
    ),
    (
        [{"type": "context", "elements": [words("x")] * 11}],
        "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
    ),
    (
        [actions(*[button("x", f"a{n}") for n in range(26)])],
        "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
    ),
    (
        [actions(button(long(75), "go"))],
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ),
    (
        [actions(button("x", "go", value=long(2000)))],
        "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
    ),
    (
        [actions(button("x", "go", style="green"))],
        "must be a valid enum value: primary, danger [json-pointer:/blocks/0/elements/0/style]",
    ),
    (
        [actions(button("x", "go", url="javascript:alert(1)"))],
        "does not match the required pattern [json-pointer:/blocks/0/elements/0/url]",
    ),
    (
        [actions(button("x", "go"), button("y", "go"))],
        "action_id must be unique in its block [json-pointer:/blocks/0]",
    ),
    (
        [actions(button("x", long(255)))],
        "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]",
    ),
    (
        [actions(button("x", "go", confirm={**CONFIRM, "title": words(long(100))}))],
        "must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]",
    ),
    (
        [actions(button("x", "go"))] * 2,
        "block_id already exists: buttons [json-pointer:/blocks/1/block_id]",
    ),
    (
        [actions(WRITING)],
        "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]",
    ),
    (
        [actions({**RADIO, "options": options(*"abcdefghijk")})],
        "no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ),
    (
        [actions({**MENU, "options": [{"text": words("x"), "value": long(150)}]})],
        "must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]",
    ),
    (
        [actions({**MENU, "options": options(long(75))})],
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]",
    ),
    (
        [actions({**MENU, "options": [{"text": markdown("x"), "value": "x"}]})],
        "unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/options/0/text/type]",
    ),
    (
        [actions({**MENU, "options": options(*(f"o{n}" for n in range(101)))})],
        "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ),
    (
        [actions({**MENU, "initial_option": options("three")[0]})],
        "initial_option must be one of the options [json-pointer:/blocks/0/elements/0]",
    ),
    (
        [actions({**TICKS, "initial_options": options("three")})],
        "initial_options must be one of the options [json-pointer:/blocks/0/elements/0]",
    ),
    (
        [actions({**GROUPED, "options": options("one")})],
        "must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]",
    ),
    (
        [actions({**GROUPED, "initial_options": options("one", "two")})],
        "initial_options must not exceed max_selected_items [json-pointer:/blocks/0/elements/0]",
    ),
    (
        [actions({"type": "datepicker", "initial_date": "2026-13-01"})],
        "does not match the required pattern [json-pointer:/blocks/0/elements/0/initial_date]",
    ),
    (
        [{"type": "alert", "text": words("x")}],
        "unsupported type: alert [json-pointer:/blocks/0/type]",
    ),
    ([chart()] * 3, "no more than 2 data_visualization blocks allowed [json-pointer:/blocks]"),
    ([table(1, 1)] * 2, "no more than 1 table blocks allowed [json-pointer:/blocks]"),
    ([table(101, 1)], "no more than 100 items allowed [json-pointer:/blocks/0/rows]"),
    ([table(1, 21)], "no more than 20 items allowed [json-pointer:/blocks/0/rows/0]"),
    (
        [table(11, 10, "x" * 100)],
        "must be less than 10001 characters in all cells [json-pointer:/blocks/0/rows]",
    ),
    (
        [{**chart(), "title": long(50)}],
        "must be less than 51 characters [json-pointer:/blocks/0/title]",
    ),
    (
        [chart(series=chart()["chart"]["series"] * 2)],
        "series names must be unique [json-pointer:/blocks/0/chart/series]",
    ),
    (
        [chart(series=LOOSE_SERIES)],
        "must have exactly one point for each category [json-pointer:/blocks/0/chart/series/0/data]",
    ),
    ([chart("radar")], "unsupported type: radar [json-pointer:/blocks/0/chart/type]"),
    ([pie(1, 0)], "must be greater than 0 [json-pointer:/blocks/0/chart/segments/1/value]"),
    ([pie(*[1] * 7)], "no more than 6 items allowed [json-pointer:/blocks/0/chart/segments]"),
    (
        [rich({"type": "shout", "text": "x"})],
        "unsupported type: shout [json-pointer:/blocks/0/elements/0/elements/0/type]",
    ),
    ([section("x" * 2700)] * 5, "must be less than 13201 characters [json-pointer:/blocks]"),
]


@pytest.mark.parametrize(("blocks", "complaint"), REFUSED_IN_MESSAGES)
def test_what_slack_refuses_in_a_message_is_refused_in_its_words(blocks: list[Json], complaint: str) -> None:
    assert complaint in validate_message(blocks)
