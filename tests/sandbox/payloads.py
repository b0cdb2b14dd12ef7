"""Pieces of messages and views that Slack takes."""

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
