"""Charts and tables drawn by Teams where they fit, the figures of a chart always in words as well.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards
"""

from bot.messages.plain import chart_lines
from bot.messages.vocabulary import Chart, Series, Span, Table, Text, bold
from handlers.platform.figures import bars, is_drawable, listed
from handlers.platform.words import DOTS, Json, cut
from handlers.teams.rich import QUIET, paragraph_elements
from handlers.teams.shapes import container, size

LABEL = 40
UPRIGHT = 14
"""Characters of a category's name that stand under an upright bar; longer ones go beside lying ones."""
SERIES = 6
CATEGORIES = 20
COLUMNS = 5
"""More stand too close together on a phone."""
WORDS = 60
"""Characters of the longest words of all columns, which cannot be broken, side by side."""
NARROWEST, WIDEST = 9, 30
LARGEST = 12_000


def chart_elements(chart: Chart) -> list[Json]:
    """A chart drawn by Teams under its title, with its figures in words below; words and bars when it cannot
    be drawn.

    A client that draws no charts shows the bars in its place.
    """
    categories = [cut(name, LABEL) for name in chart.categories]
    names = [cut(line.name, LABEL) for line in chart.series]
    title = paragraph_elements((bold(chart.title),))
    instead = paragraph_elements(bars(chart))
    if not is_drawable(chart, categories, names) or len(names) > SERIES or len(categories) > CATEGORIES:
        return [*title, *instead]
    drawn = {**_drawn(chart, categories, names), "fallback": container(instead)}
    whole = container([*title, drawn, *_in_words(chart)])
    return [whole] if size(whole) <= LARGEST else [*title, *instead]


def _drawn(chart: Chart, categories: list[str], names: list[str]) -> Json:
    lines = [_points(categories, line) for line in chart.series]
    if len(lines) == 1 and chart.form == "bar" and any(len(name) > UPRIGHT for name in categories):
        unit = {"xAxisTitle": chart.unit} if chart.unit else {}
        return {"type": "Chart.HorizontalBar", **unit, "data": lines[0]}
    shown = {"yAxisTitle": chart.unit} if chart.unit else {}
    if len(lines) == 1 and chart.form == "bar":
        return {"type": "Chart.VerticalBar", **shown, "data": lines[0]}
    data = [{"legend": name, "values": points} for name, points in zip(names, lines, strict=True)]
    kind = "Chart.Line" if chart.form == "line" else "Chart.VerticalBar.Grouped"
    return {"type": kind, **shown, "data": data}


def _points(categories: list[str], line: Series) -> list[Json]:
    return [{"x": label, "y": value} for label, value in zip(categories, line.values, strict=True)]


def _in_words(chart: Chart) -> list[Json]:
    lines = chart_lines(chart.categories, [(line.name, line.values) for line in chart.series], chart.unit)
    return paragraph_elements((Span("\n".join(lines)),), QUIET)


def table_elements(table: Table) -> list[Json]:
    """A table drawn by Teams under its title, or a list when it is too large or too wide for one."""
    rows = [table.columns, *table.rows]
    if not 0 < len(table.columns) <= COLUMNS or any(len(row) != len(table.columns) for row in rows):
        return paragraph_elements(listed(table))
    columns = list(zip(*rows, strict=True))
    drawn: Json = {
        "type": "Table",
        "columns": [{"width": min(max(NARROWEST, *map(len, cells)), WIDEST)} for cells in columns],
        "rows": [_row(row, header=not place) for place, row in enumerate(rows)],
    }
    unbroken = sum(max(len(word) for cell in cells for word in cell.split(" ")) for cells in columns)
    if unbroken > WORDS or size(drawn) > LARGEST:
        return paragraph_elements(listed(table))
    return [*paragraph_elements((bold(table.title),)), drawn]


def _row(cells: tuple[str, ...], *, header: bool) -> Json:
    return {
        "type": "TableRow",
        "cells": [_cell((Span(cell, "bold" if header else "plain"),)) for cell in cells],
    }


def _cell(said: Text) -> Json:
    items = paragraph_elements(said) or paragraph_elements((Span(DOTS),))
    return {"type": "TableCell", "items": items}
