"""What a person has filled in: Slack's `state.values`, built from elements and kept over updates."""

from bot.sandbox.validation.blocks import elements_of
from bot.sandbox.wire import Json

Values = dict[str, dict[str, Json]]
"""What is filled in, by block_id and then by action_id."""

SINGLE = {
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
}
SEVERAL = {
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
}
WRITTEN = ("plain_text_input", "number_input", "email_text_input", "url_text_input")


def value_name(kind: str) -> str | None:
    """Return the field in which Slack reports what was chosen or written; None for buttons."""
    if kind in WRITTEN:
        return "value"
    found = SINGLE.get(kind) or SEVERAL.get(kind)
    return found[0] if found else None


def is_empty(kind: str, filled: Json) -> bool:
    """Say whether nothing is chosen or written there."""
    return filled.get(value_name(kind) or "") in (None, "", [])


def initial(element: Json) -> Json | None:
    """Return the state of an element nobody has touched; None for one that keeps no state."""
    kind = element["type"]
    if kind in WRITTEN:
        return {"type": kind, "value": element.get("initial_value") or None}
    if kind in SINGLE:
        chosen, first = SINGLE[kind]
        return {"type": kind, chosen: element.get(first)}
    if kind in SEVERAL:
        chosen, first = SEVERAL[kind]
        return {"type": kind, chosen: list(element.get(first) or [])}
    return None


def initial_values(blocks: list[Json]) -> Values:
    """Return the state of a surface nobody has touched."""
    values: Values = {}
    for block in blocks:
        for element in elements_of(block):
            state = initial(element)
            if state is not None:
                values.setdefault(block["block_id"], {})[element["action_id"]] = state
    return values


def kept_values(blocks: list[Json], before: Values) -> Values:
    """Return the state after an update: what was filled in stays where block, action and kind stay."""
    values = initial_values(blocks)
    for block_id, actions in values.items():
        for action_id, fresh in actions.items():
            old = before.get(block_id, {}).get(action_id)
            if old is not None and old["type"] == fresh["type"]:
                actions[action_id] = old
    return values
