"""Whole cards: every element by its name and properties, ids that differ, and the version Teams draws."""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.teams.validation.actions import nested, row, select_action
from bot.sandbox.teams.validation.charts import a_chart
from bot.sandbox.teams.validation.inputs import fields
from bot.sandbox.teams.validation.mentions import for_teams, mentions_are_written
from bot.sandbox.teams.validation.words import (
    COLOR,
    HORIZONTAL,
    NAME,
    SIZE,
    SPACING,
    STYLE,
    TEXT,
    TITLE,
    URL,
    VERTICAL,
    either,
    strings_by_name,
    word,
)
from bot.sandbox.validation.checks import (
    Check,
    boolean,
    by_type,
    exactly,
    integer,
    items,
    number,
    problem,
    shape,
    string,
)

ELEMENTS: dict[str, Check] = {}
element = by_type(ELEMENTS)
elements = items(element, most=10_000, least=0)
fallback: Check = either(word("drop"), element)
PIXELS = string(most=20, pattern=r"\d+px")
VERSION = string(most=3, pattern=r"1\.[0-5]")
COMMON: dict[str, Check] = {
    "fallback": fallback,
    "height": word("auto", "stretch"),
    "separator": boolean,
    "spacing": SPACING,
    "id": NAME,
    "isVisible": boolean,
    "requires": strings_by_name,
}
LETTERS: dict[str, Check] = {
    "color": COLOR,
    "fontType": word("default", "monospace"),
    "isSubtle": boolean,
    "size": SIZE,
    "weight": word("default", "lighter", "bolder"),
}
RUN: dict[str, Check] = {
    **LETTERS,
    "highlight": boolean,
    "italic": boolean,
    "selectAction": select_action,
    "strikethrough": boolean,
    "underline": boolean,
}
INLINE = either(TEXT, shape({"type": exactly("TextRun"), "text": TEXT}, RUN))
BACKGROUND = either(
    URL,
    shape(
        {"url": URL},
        {
            "type": exactly("BackgroundImage"),
            "fillMode": word("cover", "repeatHorizontally", "repeatVertically", "repeat"),
            "horizontalAlignment": HORIZONTAL,
            "verticalAlignment": VERTICAL,
        },
    ),
)
BOX: dict[str, Check] = {
    "selectAction": select_action,
    "style": STYLE,
    "verticalContentAlignment": VERTICAL,
    "bleed": boolean,
    "backgroundImage": BACKGROUND,
    "minHeight": PIXELS,
    "rtl": boolean,
}
ALIGNED: dict[str, Check] = {
    "horizontalCellContentAlignment": HORIZONTAL,
    "verticalCellContentAlignment": VERTICAL,
}
WIDTH = either(number, string(most=20, pattern=r"auto|stretch|\d+px|\d+(\.\d+)?"))
COLUMN = shape(
    {"items": elements},
    {**COMMON, **BOX, "type": exactly("Column"), "width": WIDTH},
)
CELL = shape({"items": elements}, {**BOX, "type": exactly("TableCell")})
ROW = shape({"cells": items(CELL, most=50)}, {**ALIGNED, "type": exactly("TableRow"), "style": STYLE})
DEFINITION = shape({}, {**ALIGNED, "type": exactly("TableColumnDefinition"), "width": WIDTH})
FACT = shape({"title": TEXT, "value": TEXT}, {"type": exactly("Fact")})
SOURCE = shape({"mimeType": NAME, "url": URL}, {"type": exactly("MediaSource")})
IMAGE_SIZE = word("auto", "stretch", "small", "medium", "large")
IMAGE: dict[str, Check] = {
    "altText": TEXT,
    "backgroundColor": string(most=20),
    "height": string(most=20, pattern=r"auto|stretch|\d+px"),
    "horizontalAlignment": HORIZONTAL,
    "selectAction": select_action,
    "size": IMAGE_SIZE,
    "style": word("default", "person"),
    "width": PIXELS,
}
TABLE: dict[str, Check] = {
    **ALIGNED,
    "firstRowAsHeader": boolean,
    "showGridLines": boolean,
    "gridStyle": STYLE,
}
BLOCK: dict[str, Check] = {
    **LETTERS,
    "horizontalAlignment": HORIZONTAL,
    "maxLines": integer(least=1, most=1_000),
    "wrap": boolean,
    "style": word("default", "heading"),
}
SET_OF_COLUMNS: dict[str, Check] = {
    "columns": items(COLUMN, most=50),
    "selectAction": select_action,
    "style": STYLE,
    "bleed": boolean,
    "minHeight": PIXELS,
    "horizontalAlignment": HORIZONTAL,
}


def cells_are_under_columns(table: dict[str, Any], at: str) -> Iterator[str]:
    """Accept rows with as many cells as there are columns: further cells are not drawn."""
    for index, each in enumerate(table["rows"]):
        if len(each["cells"]) > len(table["columns"]):
            yield problem("more cells than columns", f"{at}/rows/{index}")


def _element(kind: str, required: dict[str, Check], optional: dict[str, Check]) -> Check:
    return shape({"type": exactly(kind), **required}, {**COMMON, **optional})


def _table() -> Check:
    whole = {"type": exactly("Table"), "columns": items(DEFINITION, most=50), "rows": items(ROW, most=500)}
    return shape(whole, {**COMMON, **TABLE}, (cells_are_under_columns,))


IMAGE_ELEMENT = _element("Image", {"url": URL}, IMAGE)
ELEMENTS.update(
    {
        "TextBlock": _element("TextBlock", {"text": TEXT}, BLOCK),
        "RichTextBlock": _element(
            "RichTextBlock", {"inlines": items(INLINE, most=500)}, {"horizontalAlignment": HORIZONTAL}
        ),
        "Container": _element("Container", {"items": elements}, BOX),
        "ColumnSet": _element("ColumnSet", {}, SET_OF_COLUMNS),
        "FactSet": _element("FactSet", {"facts": items(FACT, most=100)}, {}),
        "ActionSet": _element("ActionSet", {"actions": row}, {}),
        "Table": _table(),
        "Image": IMAGE_ELEMENT,
        "ImageSet": _element(
            "ImageSet", {"images": items(IMAGE_ELEMENT, most=50)}, {"imageSize": IMAGE_SIZE}
        ),
        "Media": _element("Media", {"sources": items(SOURCE, most=10)}, {"poster": URL, "altText": TEXT}),
        **fields(fallback),
        **a_chart(fallback),
    }
)


def ids_differ(card: dict[str, Any], at: str) -> Iterator[str]:
    """Accept a card in which no two elements have the same id; what stands in fallbacks does not count."""
    seen: set[str] = set()
    for name in _ids(card):
        if name in seen:
            yield problem(f"the id {name} is there twice", at)
        seen.add(name)


def _ids(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for each in part:
            yield from _ids(each)
    elif isinstance(part, dict):
        if "id" in part and "type" in part:
            yield str(part["id"])
        for name, each in part.items():
            if name not in ("fallback", "data", "msteams", "refresh"):
                yield from _ids(each)


REFRESH = shape(
    {"action": select_action, "userIds": items(NAME, most=60)},
    {"type": exactly("Refresh")},
)
WHOLE: dict[str, Check] = {
    "body": elements,
    "actions": row,
    "refresh": REFRESH,
    "selectAction": select_action,
    "fallbackText": TEXT,
    "backgroundImage": BACKGROUND,
    "minHeight": PIXELS,
    "rtl": boolean,
    "speak": TEXT,
    "lang": string(most=20),
    "verticalContentAlignment": VERTICAL,
    "$schema": URL,
    "msteams": for_teams,
}
inner = shape({"type": exactly("AdaptiveCard")}, {**WHOLE, "version": VERSION})
nested(inner)
card = shape({"type": exactly("AdaptiveCard"), "version": VERSION}, WHOLE, (ids_differ, mentions_are_written))


def card_problems(given: object, at: str = "") -> list[str]:
    """Return what Teams would refuse in a card, nothing for a good one."""
    return list(card(given, at))


ADAPTIVE = "application/vnd.microsoft.card.adaptive"
attachment = shape(
    {"contentType": exactly(ADAPTIVE), "content": card},
    {"contentUrl": URL, "name": TITLE, "thumbnailUrl": URL, "id": NAME},
)
