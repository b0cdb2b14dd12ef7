"""A form on Teams takes what a Teams client takes, and sends it as one does."""

from datetime import date, time

import pytest

from bot.sandbox.filling import WouldNotAccept
from bot.sandbox.teams.forms import complaints, fields, filled_in, sent
from tests.sandbox.teams.a_tenant import Json, card
from tests.sandbox.teams.cards import CHOICES, FIELDS

FORM = card(*FIELDS)
MUST = {"type": "Input.Toggle", "id": "sure", "title": "Sure?", "isRequired": True}
WRITTEN = {"type": "Input.Text", "id": "who", "regex": "^[a-z]+$", "errorMessage": "Small letters only."}


def test_what_is_filled_in_is_sent_as_texts() -> None:
    filled = filled_in(
        FORM,
        {},
        {
            "What?": "Paper",
            "many": 3,
            "day": date(2026, 10, 13),
            "hour": time(9, 30),
            "open": True,
            "Grades": ["3 to 5"],
        },
    )
    assert sent(FORM, filled) == {
        "what": "Paper",
        "many": "3",
        "day": "2026-10-13",
        "hour": "09:30",
        "open": "true",
        "bands": "3-5",
    }
    assert complaints(FORM, filled) == {}


def test_what_the_form_was_drawn_with_is_sent_and_empty_choices_are_not() -> None:
    drawn = {"many": "2", "day": "2026-10-12", "hour": "08:15"}
    assert sent(FORM, {}) == {"what": "", **drawn, "open": "false", "bands": "k-2,3-5"}
    emptied = filled_in(FORM, {}, {"bands": [], "many": None, "day": None, "hour": None})
    assert sent(FORM, emptied) == {"what": "", "day": "", "hour": "", "open": "false"}


@pytest.mark.parametrize(
    ("element", "value", "words"),
    [
        (FIELDS[0], "", "This field is required."),
        (FIELDS[0], "x" * 11, "Must be at most 10 characters."),
        (FIELDS[1], "0", "Must be from 1 to 5."),
        (FIELDS[1], "6", "Must be from 1 to 5."),
        (FIELDS[1], "many", "Enter a number."),
        (FIELDS[2] | {"max": "2026-10-12"}, "2026-10-13", "Must be from None to 2026-10-12."),
        (CHOICES | {"isRequired": True, "value": ""}, "", "This field is required."),
        (MUST, "false", "This needs to be on."),
        (WRITTEN, "Ana", "Small letters only."),
    ],
)
def test_the_client_says_what_is_wrong_with_a_field(element: Json, value: str, words: str) -> None:
    given = card(element)
    assert complaints(given, {element["id"]: value}) == {element["id"]: words}


def test_fields_are_named_by_id_or_label_and_choices_by_value_or_title() -> None:
    named = {each.name: (each.label, each.kind, each.is_required) for each in fields(FORM, {})}
    assert named["what"] == ("What?", "Text", True)
    assert named["open"] == ("In the open?", "Toggle", False)
    for unknown in ({"why": "x"}, {"bands": ["6 to 8"]}):
        with pytest.raises(WouldNotAccept):
            filled_in(FORM, {}, unknown)


def test_a_hidden_field_is_no_field() -> None:
    assert fields(card(FIELDS[0] | {"isVisible": False}), {}) == []
