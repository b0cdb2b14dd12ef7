"""Charts, which Teams draws beside what Adaptive Cards 1.5 knows.

Every chart needs a `fallback`: other hosts, and older Teams clients, show that in its place.
"""

from collections.abc import Iterator

from bot.sandbox.teams.validation.words import HORIZONTAL, NAME, SPACING, TITLE, either, strings_by_name, word
from bot.sandbox.validation.checks import Check, boolean, exactly, items, number, problem, shape, string

SET = word("categorical", "sequential", "sequentialred", "sequentialgreen", "sequentialyellow", "diverging")
COLOR = word(
    *("good", "warning", "attention", "neutral"),
    *("categoricalRed", "categoricalPurple", "categoricalLavender", "categoricalBlue"),
    *(
        "categoricalLightBlue",
        "categoricalTeal",
        "categoricalGreen",
        "categoricalLime",
        "categoricalMarigold",
    ),
    *(f"sequential{number}" for number in range(1, 9)),
    *("divergingBlue", "divergingLightBlue", "divergingCyan", "divergingTeal", "divergingYellow"),
    *("divergingPeach", "divergingLightRed", "divergingRed", "divergingMaroon", "divergingGray"),
)
X = either(number, TITLE)
SLICE = shape({"legend": TITLE, "value": number}, {"color": COLOR})
BAR = shape({"x": X, "y": number}, {"color": COLOR})
POINT = shape({"x": X, "y": number})
LINE = shape({"legend": TITLE, "values": items(POINT, most=500)}, {"color": COLOR})
STACK = shape({"title": TITLE, "data": items(SLICE, most=50)})
SEGMENT = shape({"size": number}, {"legend": TITLE, "color": COLOR})
AXES: dict[str, Check] = {"xAxisTitle": TITLE, "yAxisTitle": TITLE, "color": COLOR}
SCALE: dict[str, Check] = {"yMin": number, "yMax": number}
ROUND: dict[str, Check] = {
    "value": TITLE,
    "valueColor": COLOR,
    "thickness": word("thin", "thick"),
    "showOutlines": boolean,
}
GAUGE: dict[str, Check] = {
    "min": number,
    "max": number,
    "subLabel": TITLE,
    "showMinMax": boolean,
    "showNeedle": boolean,
    "showOutlines": boolean,
    "valueFormat": word("Percentage", "Fraction"),
}
HORIZONTALLY: dict[str, Check] = {"displayMode": word("AbsoluteWithAxis", "AbsoluteNoAxis", "PartToWhole")}


def a_chart(fallback: Check) -> dict[str, Check]:
    """Return the check of every kind of chart."""
    common: dict[str, Check] = {
        "id": NAME,
        "requires": strings_by_name,
        "isVisible": boolean,
        "separator": boolean,
        "height": word("auto", "stretch"),
        "horizontalAlignment": HORIZONTAL,
        "spacing": SPACING,
        "title": TITLE,
        "showTitle": boolean,
        "showLegend": boolean,
        "colorSet": SET,
        "maxWidth": string(most=20, pattern=r"\d+px"),
    }

    def chart(kind: str, required: dict[str, Check], own: dict[str, Check]) -> Check:
        whole = {"type": exactly(kind), "fallback": _instead(fallback), **required}
        return shape(whole, {**common, **own})

    def of(each: Check) -> dict[str, Check]:
        return {"data": items(each, most=100)}

    bars: dict[str, Check] = {**AXES, **SCALE, "showBarValues": boolean}
    return {
        "Chart.Pie": chart("Chart.Pie", of(SLICE), ROUND),
        "Chart.Donut": chart("Chart.Donut", of(SLICE), ROUND),
        "Chart.VerticalBar": chart("Chart.VerticalBar", of(BAR), bars),
        "Chart.VerticalBar.Grouped": chart(
            "Chart.VerticalBar.Grouped", of(LINE), {**bars, "stacked": boolean}
        ),
        "Chart.HorizontalBar": chart("Chart.HorizontalBar", of(BAR), {**AXES, **HORIZONTALLY}),
        "Chart.HorizontalBar.Stacked": chart("Chart.HorizontalBar.Stacked", of(STACK), AXES),
        "Chart.Line": chart("Chart.Line", of(LINE), {**AXES, **SCALE}),
        "Chart.Gauge": chart("Chart.Gauge", {"segments": items(SEGMENT, most=50), "value": number}, GAUGE),
    }


def _instead(fallback: Check) -> Check:
    def check(value: object, at: str) -> Iterator[str]:
        if value == "drop":
            yield problem("a chart needs a fallback with words", at)
        else:
            yield from fallback(value, at)

    return check
