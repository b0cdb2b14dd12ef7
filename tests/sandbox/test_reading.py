from bot.sandbox.reading import labels, plain_text
from tests.sandbox.a_school import WRITING, actions, asks, button, options, section, words
from tests.sandbox.payloads import chart, pie, rich, table


def test_words_come_from_top_to_bottom() -> None:
    blocks = [
        {"type": "header", "text": words("Title")},
        {"type": "section", "fields": [words("Who"), words("Ana")], "accessory": button("Go", "go")},
        {"type": "divider"},
        {"type": "context", "elements": [words("Small print")]},
        rich({"type": "text", "text": "Said "}, {"type": "user", "user_id": "U1"}),
        {"type": "markdown", "text": "# Big"},
    ]

    assert plain_text(blocks).splitlines() == [
        "Title",
        "Who",
        "Ana",
        "Go",
        "Small print",
        "Said <U1>",
        "# Big",
    ]


def test_tables_charts_and_fields_are_read_too() -> None:
    assert plain_text([table(2, 2)]) == "x | x\nx | x"
    assert plain_text([pie(1, 2)]) == "Parts\nPart 0 1 | Part 1 2"
    assert plain_text([chart()]) == "Visits\nSeen\nOct 3 | Nov -1.5"
    radio = {"type": "radio_buttons", "options": options("one", "two")}
    assert plain_text([asks("rank", radio, hint=words("Pick"))]) == "Rank\nPick\nOne\nTwo"


def test_buttons_are_found_wherever_they_stand() -> None:
    blocks = [
        {**section("x"), "accessory": button("First", "a")},
        actions(button("Second", "b"), {"type": "datepicker", "action_id": "c"}),
        asks("what", WRITING),
    ]

    assert labels(blocks) == ["First", "Second"]
