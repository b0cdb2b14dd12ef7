"""Charts, tables and progress: Slack's own where they fit, words and bars everywhere else.

Charts and tables exist in messages only, within limits:
https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block and .../table-block
"""

from bot.messages.plain import chart_lines
from bot.messages.vocabulary import Chart, Span, Table, bold
from handlers.platform.figures import bars, is_drawable, listed
from handlers.platform.words import DOTS, Json, cut
from handlers.slack.rich import paragraph_blocks

LABEL = 20
SERIES = 6
CATEGORIES = 20
ROWS = 100
COLUMNS = 20
CELLS = 4000
"""Characters in all the cells of one table; Slack takes more, but not beside much else in a message."""


def native_chart(chart: Chart) -> list[Json]:
    """A chart drawn by Slack, or words and bars when it does not fit Slack's limits.

    A name too long for the drawing is shortened in it, and the figures follow in words under full names.
    """
    categories = [cut(name, LABEL) for name in chart.categories]
    names = [cut(line.name, LABEL) for line in chart.series]
    if not is_drawable(chart, categories, names) or len(names) > SERIES or len(categories) > CATEGORIES:
        return worded_chart(chart)
    series = [
        {"name": name, "data": _points(categories, line.values)}
        for name, line in zip(names, chart.series, strict=True)
    ]
    axes: Json = {"categories": categories} | ({"y_label": cut(chart.unit, 50)} if chart.unit else {})
    drawn = {"type": chart.form, "series": series, "axis_config": axes}
    block: Json = {"type": "data_visualization", "title": cut(chart.title, 50), "chart": drawn}
    shortened = [*categories, *names, block["title"]] != [*chart.categories, *_names(chart), chart.title]
    return [block, *_in_full(chart)] if shortened else [block]


def _points(categories: list[str], values: tuple[float, ...]) -> list[Json]:
    return [{"label": label, "value": value} for label, value in zip(categories, values, strict=True)]


def _names(chart: Chart) -> list[str]:
    return [line.name for line in chart.series]


def _in_full(chart: Chart) -> list[Json]:
    lines = chart_lines(chart.categories, [(line.name, line.values) for line in chart.series], chart.unit)
    return paragraph_blocks((Span("\n".join([chart.title, *lines])),))


def worded_chart(chart: Chart) -> list[Json]:
    """The same figures as text: one line per value, with a bar whose length compares them."""
    return paragraph_blocks((bold(chart.title), *bars(chart)))


def native_table(table: Table) -> list[Json]:
    """A table drawn by Slack under its title, or lines of words when it is too large for one."""
    rows = [table.columns, *table.rows]
    size = sum(len(cell) for row in rows for cell in row)
    ragged = any(len(row) != len(table.columns) for row in rows)
    if not 0 < len(table.columns) <= COLUMNS or len(rows) > ROWS or size > CELLS or ragged:
        return worded_table(table)
    cells = [[{"type": "raw_text", "text": cell or DOTS} for cell in row] for row in rows]
    return [*paragraph_blocks((bold(table.title),)), {"type": "table", "rows": cells}]


def worded_table(table: Table) -> list[Json]:
    """The same table as a list: each row's cells under the names of their columns."""
    return paragraph_blocks(listed(table))
