"""What Slack takes and what it refuses, by the limits it documents."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.validation import validate_message, validate_view
from tests.sandbox.a_school import WRITING, actions, asks, button, modal, options, section, words
from tests.sandbox.conftest import Json


def long(most: int) -> str:
    return "x" * (most + 1)


def markdown(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def chart(kind: str = "bar", **more: object) -> Json:
    series = [{"name": "Seen", "data": [{"label": "Oct", "value": 3}, {"label": "Nov", "value": -1.5}]}]
    plot = {"type": kind, "series": series, "axis_config": {"categories": ["Oct", "Nov"]}, **more}
    return {"type": "data_visualization", "title": "Visits", "chart": plot}


def pie(*values: float) -> Json:
    segments = [{"label": f"Part {n}", "value": value} for n, value in enumerate(values)]
    return {"type": "data_visualization", "title": "Parts", "chart": {"type": "pie", "segments": segments}}


def table(rows: int, cells: int, text: str = "x") -> Json:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": text}] * cells] * rows}


def rich(*elements: Json) -> Json:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(elements)}]}


CONFIRM = {
    "title": words("Sure?"),
    "text": markdown("*Really?*"),
    "confirm": words("Yes"),
    "deny": words("No"),
}
MENU: Json = {"type": "static_select", "action_id": "pick", "options": options("one", "two")}
GROUPED: Json = {
    "type": "multi_static_select",
    "action_id": "several",
    "option_groups": [{"label": words("Group"), "options": options("one", "two")}],
    "initial_options": options("two"),
    "max_selected_items": 1,
}
RADIO: Json = {"type": "radio_buttons", "action_id": "radio", "options": options("one", "two")}
TICKS: Json = {"type": "checkboxes", "action_id": "ticks", "options": options("one", "two")}
TAKEN_IN_MESSAGES: list[list[Json]] = [
    [section("x" * 3000)],
    [{"type": "section", "fields": [markdown("x")] * 10, "accessory": button("Go", "go")}],
    [{"type": "header", "text": words("x" * 150)}, {"type": "divider"}],
    [{"type": "context", "elements": [markdown("x"), words("y")]}],
    [actions(*[button("x" * 75, f"a{n}", value="v" * 2000, style="danger") for n in range(5)])],
    [actions(button("Go", "go", confirm=CONFIRM, url="https://example.org"))],
    [{**section("x"), "accessory": {**MENU, "initial_option": options("two")[0]}}],
    [{**section("x"), "accessory": GROUPED}],
    [{**section("x"), "accessory": {"type": "overflow", "action_id": "more", "options": options("one")}}],
    [actions({**RADIO, "options": [{"text": markdown("*x*"), "value": "x"}]}, TICKS)],
    [actions({"type": "users_select"}, {"type": "channels_select"}, {"type": "datepicker"})],
    [{"type": "image", "image_url": "https://example.org/a.png", "alt_text": "A map"}],
    [{"type": "markdown", "text": "# Title\n\n| a | b |"}],
    [chart(), chart("line")],
    [pie(1, 2.5)],
    [table(100, 20)],
    [rich({"type": "text", "text": "x", "style": {"bold": True}}, {"type": "user", "user_id": "U1"})],
    [asks("what", WRITING)],
    [{"type": "divider"}] * 50,
]


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


HOME: Json = {"type": "home", "blocks": [section("x"), asks("what", WRITING)]}
TAKEN_VIEWS: list[Json] = [
    modal(asks("what", {**WRITING, "multiline": True, "initial_value": "x"}, optional=True)),
    modal(asks("a", MENU, dispatch_action=True), asks("b", TICKS), asks("c", RADIO)),
    modal(asks("n", {"type": "number_input", "is_decimal_allowed": True, "min_value": "-1.5"})),
    modal(asks("t", {"type": "timepicker", "initial_time": "07:45"})),
    modal(asks("m", {"type": "datetimepicker", "initial_date_time": 1791812700})),
    modal(asks("e", {"type": "email_text_input"}), asks("u", {"type": "url_text_input"})),
    modal(asks("x", {"type": "external_select", "min_query_length": 0})),
    modal({"type": "alert", "text": markdown("Careful"), "level": "warning"}),
    {name: part for name, part in modal(section("x")).items() if name != "submit"},
    modal(section("x"), private_metadata="x" * 3000, notify_on_close=True, clear_on_close=True),
    HOME,
]


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


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def paths(part: object, here: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    return [here, *(path for key, value in inside for path in paths(value, (*here, key)))]


@settings(max_examples=150, deadline=None)
@given(data=st.data(), wrong=JSON)
def test_no_malformed_payload_makes_the_validator_stumble(data: st.DataObject, wrong: object) -> None:
    """Any part of a valid payload may be anything at all: that is refused or taken, never a crash."""
    whole: Json = {"it": copy.deepcopy(data.draw(st.sampled_from([*TAKEN_IN_MESSAGES, *TAKEN_VIEWS])))}
    *way, last = data.draw(st.sampled_from(paths(whole)[1:]))
    spot: object = whole
    for key in way:
        spot = spot[key]  # type: ignore[index]
    spot[last] = wrong  # type: ignore[index]

    for complaint in (*validate_message(whole["it"]), *validate_view(whole["it"])):
        assert "[json-pointer:/" in complaint
