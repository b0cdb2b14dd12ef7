"""Filling in a form the way Slack's own client lets people do it, and no other way."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from bot.sandbox.state import SEVERAL, SINGLE, WRITTEN, Values, is_empty, value_name
from bot.sandbox.validation.blocks import elements_of
from bot.sandbox.validation.text import offered
from bot.sandbox.wire import Json

OFFERING = ("static_select", "multi_static_select", "radio_buttons", "checkboxes")


class WouldNotAccept(Exception):
    """A form that Slack's client would not send; `problems` has a sentence for each field, by block_id."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{field}: {words}" for field, words in problems.items()))
        self.problems = dict(problems)


def find_field(blocks: list[Json], field: str) -> tuple[Json, Json]:
    """Return the block and element a person means by block_id, else by action_id, else by label."""
    held = [(block, element) for block in blocks for element in elements_of(block)]
    for named in (_block_id, _action_id, _label):
        for block, element in held:
            if named(block, element) == field:
                return block, element
    raise WouldNotAccept({field: "There is no such field."})


def _block_id(block: Json, _element: Json) -> object:
    return block["block_id"]


def _action_id(_block: Json, element: Json) -> object:
    return element["action_id"]


def _label(block: Json, _element: Json) -> object:
    return block.get("label", {}).get("text")


def filled(element: Json, value: object) -> Json:
    """Return Slack's state for a simple value: words, an option's value or label, a date, or a list."""
    kind = element["type"]
    name = value_name(kind)
    if name is None:
        raise WouldNotAccept({element["action_id"]: "Nothing can be filled in there."})
    if kind in SEVERAL:
        several = [] if value is None else value if isinstance(value, list | tuple) else [value]
        return {"type": kind, name: [_one(element, each) for each in several]}
    return {"type": kind, name: None if value is None or value == "" else _one(element, value)}


def _one(element: Json, value: object) -> object:
    kind = element["type"]
    if isinstance(value, datetime):
        return int(value.timestamp())
    if isinstance(value, date | time):
        return value.isoformat()[:10] if isinstance(value, date) else value.isoformat("minutes")
    if kind not in OFFERING or isinstance(value, dict):
        return value if isinstance(value, dict | int) and kind not in WRITTEN else str(value)
    for choice in choices(element):
        if str(value) in (choice["value"], choice["text"]["text"]):
            return choice
    raise WouldNotAccept({element["action_id"]: f"There is no choice {value!r}."})


def choices(element: Json) -> list[Json]:
    """Return every option of an element, its groups flattened."""
    groups = element.get("option_groups") or []
    return [*(element.get("options") or []), *(each for group in groups for each in group["options"])]


def complaints(blocks: list[Json], values: Values) -> dict[str, str]:
    """Return what Slack's client would say beside each field before it sends the form."""
    found: dict[str, str] = {}
    for block in blocks:
        for element in elements_of(block):
            state = values.get(block["block_id"], {}).get(element.get("action_id", ""))
            if state is not None and (words := _complaint(block, element, state)):
                found[block["block_id"]] = words
    return found


def _complaint(block: Json, element: Json, state: Json) -> str:
    kind = element["type"]
    if is_empty(kind, state):
        required = block["type"] == "input" and not block.get("optional")
        return "Please complete this required field." if required else ""
    value = state[value_name(kind) or ""]
    if kind in WRITTEN:
        return _about_words(element, str(value))
    if kind in OFFERING:
        return _about_choices(element, value if isinstance(value, list) else [value])
    if kind in SEVERAL:
        return _about_count(element, value)
    return _about_time(kind, str(value)) if kind in SINGLE else ""


def _about_words(element: Json, value: str) -> str:
    kind, most = element["type"], element.get("max_length", 3000)
    if len(value) > most:
        return f"Must be at most {most} characters."
    if len(value) < element.get("min_length", 0):
        return f"Must be at least {element['min_length']} characters."
    if kind == "email_text_input" and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
        return "Enter a valid email address."
    if kind == "url_text_input" and not re.fullmatch(r"https?://\S+", value):
        return "Enter a valid URL."
    return _about_number(element, value) if kind == "number_input" else ""


def _about_number(element: Json, value: str) -> str:
    pattern = r"-?\d+(\.\d+)?" if element["is_decimal_allowed"] else r"-?\d+"
    if not re.fullmatch(pattern, value):
        return "Enter a number."
    least, most = element.get("min_value", "-inf"), element.get("max_value", "inf")
    return "" if float(least) <= float(value) <= float(most) else f"Must be from {least} to {most}."


def _about_choices(element: Json, chosen: list[Json]) -> str:
    known = {value for _words, value in offered(element)}
    if any(choice.get("value") not in known for choice in chosen):
        return "Choose one of the options."
    return _about_count(element, chosen)


def _about_count(element: Json, chosen: Sequence[object]) -> str:
    most = element.get("max_selected_items", 1000)
    return f"Choose at most {most}." if len(chosen) > most else ""


def _about_time(kind: str, value: str) -> str:
    try:
        if kind == "datepicker":
            date.fromisoformat(value)
        elif kind == "timepicker":
            time.fromisoformat(value)
    except ValueError:
        return "Enter a valid date." if kind == "datepicker" else "Enter a valid time."
    return ""


def merged(blocks: list[Json], before: Values, given: Mapping[str, Mapping[str, Json]]) -> Values:
    """Return the state with these fields filled in anew; a field the form does not have is refused."""
    values = {block_id: dict(actions) for block_id, actions in before.items()}
    for block_id, actions in given.items():
        for action_id, state in actions.items():
            known = values.get(block_id, {}).get(action_id)
            if known is None or known["type"] != state.get("type"):
                raise WouldNotAccept({block_id: "There is no such field."})
            values[block_id][action_id] = _as_offered(blocks, block_id, action_id, state)
    return values


def _as_offered(blocks: list[Json], block_id: str, action_id: str, state: Json) -> Json:
    """Put the form's own option in place of one that only names its value."""
    for block in blocks:
        for element in elements_of(block):
            if (block["block_id"], element["action_id"]) == (block_id, action_id):
                known = {choice["value"]: choice for choice in choices(element)}
                return {name: _known(value, known) for name, value in state.items()}
    return state


def _known(value: object, known: Mapping[str, Json]) -> object:
    if isinstance(value, list):
        return [_known(each, known) for each in value]
    return known.get(str(value.get("value")), value) if isinstance(value, dict) else value
