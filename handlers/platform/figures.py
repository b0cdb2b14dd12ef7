"""Charts, tables and progress in words and bars, for wherever a platform cannot draw them."""

from math import isfinite

from bot.messages.vocabulary import Chart, Progress, Span, Table, Text, bold

BAR = 10


def is_drawable(chart: Chart, categories: list[str], names: list[str]) -> bool:
    """Whether a chart under these names of its categories and series says the same as its figures."""
    return (
        bool(chart.title.strip() and categories and names)
        and len(set(names)) == len(names)
        and len(set(categories)) == len(categories)
        and all(label.strip() for label in (*names, *categories))
        and all(isfinite(value) for line in chart.series for value in line.values)
        and all(len(line.values) == len(categories) for line in chart.series)
    )


def bars(chart: Chart) -> Text:
    """The figures of a chart as text: one line per value, with a bar whose length compares them."""
    top = 100.0 if chart.unit == "%" else _largest(chart)
    spans: list[Span] = []
    for place, category in enumerate(chart.categories):
        spans.append(Span(f"\n{category}"))
        spans += [
            Span(f"\n{bar(line.values[place], top)} {line.values[place]:g}{chart.unit} {line.name}")
            for line in chart.series
        ]
    return tuple(spans)


def _largest(chart: Chart) -> float:
    values = [value for line in chart.series for value in line.values if isfinite(value)]
    return max(values, default=0.0)


def bar(value: float, top: float) -> str:
    """Ten boxes, as many of them full as `value` is tenths of `top`."""
    share = value / top if top > 0 and isfinite(value) else 0.0
    full = round(BAR * min(max(share, 0.0), 1.0))
    return "▓" * full + "░" * (BAR - full)


def progress(part: Progress) -> Text:
    drawn = bar(part.done, part.total)
    return (bold(part.label), Span(f"  {drawn}  {part.done} of {part.total}"))


def listed(table: Table) -> Text:
    """A table as a list: each row's cells under the names of their columns."""
    spans: list[Span] = [bold(table.title)]
    for row in table.rows:
        spans.append(Span("\n"))
        for place, (name, cell) in enumerate(zip(table.columns, row, strict=False)):
            spans += [Span("; " if place else "• "), bold(f"{name}: "), Span(cell)]
    return tuple(spans)
