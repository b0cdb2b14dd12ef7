"""Cards that Teams draws, for the tests of what it would refuse."""

from tests.sandbox.teams.a_tenant import Json, card, execute, fetch, submit, text

TEXT = {"type": "TextBlock", "text": "x", "wrap": True, "size": "Large", "weight": "bolder"}
CHOICES = {
    "type": "Input.ChoiceSet",
    "id": "bands",
    "label": "Grades",
    "isMultiSelect": True,
    "choices": [{"title": "K to 2", "value": "k-2"}, {"title": "3 to 5", "value": "3-5"}],
    "value": "k-2,3-5",
}
FIELDS = (
    {"type": "Input.Text", "id": "what", "label": "What?", "isRequired": True, "maxLength": 10},
    {"type": "Input.Number", "id": "many", "label": "How many?", "min": 1, "max": 5, "value": 2},
    {"type": "Input.Date", "id": "day", "label": "When?", "value": "2026-10-12"},
    {"type": "Input.Time", "id": "hour", "label": "At?", "value": "08:15"},
    {"type": "Input.Toggle", "id": "open", "title": "In the open?"},
    CHOICES,
)
TABLE = {
    "type": "Table",
    "columns": [{"width": 1}, {"width": 2}],
    "rows": [{"type": "TableRow", "cells": [{"type": "TableCell", "items": [TEXT]}] * 2}],
    "firstRowAsHeader": True,
}
COLUMNS = {"type": "ColumnSet", "columns": [{"type": "Column", "width": "stretch", "items": [TEXT]}]}
FACTS = {"type": "FactSet", "facts": [{"title": "Lead", "value": "Ana"}]}
BARS = {
    "type": "Chart.HorizontalBar",
    "title": "Look-fors",
    "data": [{"x": "Exit tickets", "y": 3}],
    "fallback": {"type": "Container", "items": [TEXT]},
}
SURE = {"type": "Action.ShowCard", "title": "Finish", "card": {"type": "AdaptiveCard", "body": [TEXT]}}
MENTION = {"type": "mention", "text": "<at>Ana</at>", "mentioned": {"id": "29:ana", "name": "Ana"}}
TAKEN: list[Json] = [
    card(TEXT, text("y", color="attention"), TABLE, COLUMNS, FACTS, BARS),
    card(*FIELDS, actions=(submit("Send", _act="send"), submit("Show", _act="redraw"))),
    card(TEXT, actions=(execute("For", "vote"), fetch("Open", "input"), SURE)),
    card(TEXT | {"text": "For <at>Ana</at>"}) | {"msteams": {"entities": [MENTION], "width": "Full"}},
]
TEXT_FIELD, *_ = FIELDS
REFUSED: list[tuple[Json, str]] = [
    (card() | {"version": "1.6"}, "pattern"),
    ({"type": "AdaptiveCard", "body": []}, "missing required field: version"),
    (card() | {"title": "x"}, "invalid additional property: title"),
    (card({"type": "Carousel"}), "unsupported type: Carousel"),
    (card(TEXT | {"words": "x"}), "invalid additional property: words"),
    (card({"type": "TextBlock"}), "missing required field: text"),
    (card(TEXT | {"size": "huge"}), "must be one of"),
    (card({"type": "RichTextBlock", "inlines": [{"type": "TextRun"}]}), "text"),
    (card({name: BARS[name] for name in BARS if name != "fallback"}), "missing required field: fallback"),
    (card(BARS | {"fallback": "drop"}), "a fallback with words"),
    (card(BARS | {"type": "Chart.Radar"}), "unsupported type: Chart.Radar"),
    (card(TEXT_FIELD, TEXT_FIELD), "the id what is there twice"),
    (card({"type": "Input.Text", "label": "What?"}), "missing required field: id"),
    (card(TEXT_FIELD | {"value": "x" * 11}), "longer than maxLength"),
    (card(CHOICES | {"value": "6-8"}), "none of the choices"),
    (card(CHOICES | {"choices": [{"title": "a", "value": "a,b"}], "value": ""}), "comma"),
    (card(CHOICES | {"choices": [], "value": ""}), "no fewer than 1"),
    (card(CHOICES | {"choices": [{"title": "a", "value": "a"}] * 2, "value": ""}), "different values"),
    (card(FIELDS[1] | {"value": 9}), "not between min and max"),
    (card(FIELDS[2] | {"value": "12.10.2026"}), "pattern"),
    (card(TABLE | {"columns": [{"width": 1}]}), "more cells than columns"),
    (card(actions=({"type": "Action.Http", "title": "x"},)), "unsupported type: Action.Http"),
    (card(actions=({"type": "Action.Execute", "title": "x"},)), "missing required field: verb"),
    (card(actions=(execute("", "x"),)), "more than 0 characters"),
    (card(actions=({"type": "Action.Submit", "title": "x", "data": "words"},)), "must provide an object"),
    (card(actions=(submit("x", msteams={"type": "task/open"}),)), "task/fetch"),
    (card(actions=tuple(execute(f"{number}", "x") for number in range(7))), "no more than 6"),
    (card(TEXT | {"selectAction": SURE}), "selectAction"),
    (card({"type": "Container", "items": [TEXT], "selectAction": SURE}), "Action.ShowCard"),
    (card() | {"msteams": {"entities": [MENTION]}}, "the mention is not in the card"),
]
