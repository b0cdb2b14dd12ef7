"""A card can be read aloud, its tables and charts included, and nothing that is hidden."""

import pytest

from bot.sandbox.teams.reading import buttons, plain_text
from tests.sandbox.teams.a_tenant import Json, card, execute, text
from tests.sandbox.teams.cards import BARS, COLUMNS, FACTS, SURE, TABLE, TEXT

POINTS = [{"x": "Monday", "y": 1}, {"x": "Friday", "y": 4}]
LINES = BARS | {"type": "Chart.Line", "data": [{"legend": "Seen", "values": POINTS}]}


@pytest.mark.parametrize(
    ("element", "words"),
    [
        (text("Hello") | {"inlines": ["Hel", {"type": "TextRun", "text": "lo"}]}, "Hello"),
        (FACTS, "Lead | Ana"),
        (TABLE, "x | x"),
        (COLUMNS, "x"),
        (BARS, "Look-fors\nExit tickets | 3"),
        (LINES, "Look-fors\nSeen | Monday | 1\nSeen | Friday | 4"),
        (TEXT | {"isVisible": False}, ""),
        ({"type": "ActionSet", "actions": [SURE]}, "Finish\nx"),
    ],
)
def test_a_card_reads_as_words(element: Json, words: str) -> None:
    assert plain_text(card(element)) == words


def test_a_gauge_reads_as_its_parts_and_its_value() -> None:
    gauge = {"type": "Chart.Gauge", "title": "Done", "value": 2, "segments": [{"legend": "of", "size": 5}]}
    assert plain_text(card(gauge)) == "Done\nof | 5\n2"


def test_buttons_are_found_wherever_they_stand() -> None:
    row = {"type": "ActionSet", "actions": [execute("First", "a"), SURE]}
    given = card({"type": "Container", "items": [row]}, actions=(execute("Last", "b"),))
    assert [each["title"] for each in buttons(given)] == ["First", "Finish", "Last"]
