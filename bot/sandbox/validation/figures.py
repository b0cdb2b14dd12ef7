"""Slack's charts and tables, which fit in messages only.

Limits: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block,
.../table-block and .../data-table-block. Where sources differ, the smaller number stands.
"""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.validation.checks import (
    Check,
    boolean,
    by_type,
    exactly,
    integer,
    items,
    number,
    one_of,
    problem,
    shape,
    string,
)
from bot.sandbox.validation.rich_text import RICH_TEXT

BLOCK_ID = {"block_id": string(most=255)}
LABEL = string(most=20)
AXIS = shape({"categories": items(LABEL, most=20)}, {"x_label": string(most=50), "y_label": string(most=50)})
POINT = shape({"label": LABEL, "value": number})
SERIES = shape({"name": LABEL, "data": items(POINT, most=20)})


def is_positive(segment: dict[str, Any], at: str) -> Iterator[str]:
    """Complain of a slice of nothing."""
    if segment["value"] <= 0:
        yield problem("must be greater than 0", f"{at}/value")


def series_fit_the_axis(chart: dict[str, Any], at: str) -> Iterator[str]:
    """Complain unless names differ, categories differ, and each series has one point for each category."""
    names = [series["name"] for series in chart["series"]]
    categories = chart["axis_config"]["categories"]
    if len(set(names)) < len(names):
        yield problem("series names must be unique", f"{at}/series")
    if len(set(categories)) < len(categories):
        yield problem("categories must be unique", f"{at}/axis_config/categories")
    for index, series in enumerate(chart["series"]):
        if sorted(point["label"] for point in series["data"]) != sorted(categories):
            where = f"{at}/series/{index}/data"
            yield problem("must have exactly one point for each category", where)


def on_axes(kind: str) -> Check:
    """Return the shape of a chart with two axes."""
    parts = {"type": exactly(kind), "series": items(SERIES, most=6), "axis_config": AXIS}
    return shape(parts, rules=(series_fit_the_axis,))


PIE = shape(
    {
        "type": exactly("pie"),
        "segments": items(shape({"label": LABEL, "value": number}, rules=(is_positive,)), most=6),
    }
)
CHART = by_type({"pie": PIE, **{kind: on_axes(kind) for kind in ("bar", "line", "area")}})
DATA_VISUALIZATION = shape(
    {"type": exactly("data_visualization"), "title": string(most=50), "chart": CHART}, BLOCK_ID
)

RAW_TEXT = shape({"type": exactly("raw_text"), "text": string(most=3000)})
RAW_NUMBER = shape({"type": exactly("raw_number"), "value": number}, {"text": string(most=3000)})
CELL = by_type({"raw_text": RAW_TEXT, "raw_number": RAW_NUMBER, "rich_text": RICH_TEXT})
ROW = items(CELL, most=20)
COLUMN = shape({}, {"align": one_of("left", "center", "right"), "is_wrapped": boolean})


def characters(rows: list[list[dict[str, Any]]]) -> int:
    """Return how many characters stand in all the cells together."""
    return sum(_length(cell) for row in rows for cell in row)


def _length(part: object) -> int:
    if isinstance(part, dict):
        own = len(part["text"]) if isinstance(part.get("text"), str) else 0
        return own + _length(part.get("elements"))
    return sum(map(_length, part)) if isinstance(part, list) else 0


def rows_fit(table: dict[str, Any], at: str) -> Iterator[str]:
    """Complain of ragged rows and of more text than one table may hold."""
    if len({len(row) for row in table["rows"]}) > 1:
        yield problem("every row must have the same number of cells", f"{at}/rows")
    if characters(table["rows"]) > 10_000:
        yield problem("must be less than 10001 characters in all cells", f"{at}/rows")


TABLE = shape(
    {"type": exactly("table"), "rows": items(ROW, most=100)},
    {**BLOCK_ID, "column_settings": items(COLUMN, most=20, least=0)},
    (rows_fit,),
)
DATA_TABLE = shape(
    {
        "type": exactly("data_table"),
        "caption": string(most=2000),
        "rows": items(ROW, most=201, least=2),
    },
    {
        **BLOCK_ID,
        "page_size": integer(least=1, most=100),
        "row_header_column_index": integer(least=0, most=19),
    },
    (rows_fit,),
)
