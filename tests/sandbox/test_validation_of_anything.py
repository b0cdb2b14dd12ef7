"""Whatever a bot may send, the validator answers."""

import copy

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.validation import validate_message, validate_view
from tests.sandbox.conftest import Json
from tests.sandbox.payloads import (
    TAKEN_IN_MESSAGES,
    TAKEN_VIEWS,
)

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
