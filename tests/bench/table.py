"""The table, for people and for programs."""

import json
from collections.abc import Iterable, Iterator

from tests.bench.machine import machine
from tests.bench.rows import Row
from tests.bench.scale import Scale

HEAD = ("figure", "ours", "floor", "ratio", "target", "", "spread of the rounds")
WIDTHS = (76, 13, 13, 9, 10, 7, 24)


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """The table as it stands on a terminal; under a figure that misses its target stands why."""
    yield _line(HEAD)
    for row in rows:
        yield _line(cells(row))
        if row.against:
            yield f"    against {row.against}"
        if row.why:
            yield f"    missed because {row.why}"


def markdown(rows: Iterable[Row]) -> Iterator[str]:
    """The table as it stands on a page, and under it why figures miss their targets."""
    found = list(rows)
    yield "| figure | ours | floor | floor is | ratio | target | | spread |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in found:
        name, ours, floor, ratio, target, verdict, spread = cells(row)
        shown = f"**{verdict}**" if verdict == "MISSED" else verdict
        yield f"| {name} | {ours} | {floor} | {row.against} | {ratio} | {target} | {shown} | {spread} |"
    for figure, why in {row.figure: row.why for row in found if row.why}.items():
        yield f"\n*{figure}* misses its target because {why}"


def cells(row: Row) -> tuple[str, ...]:
    """What stands in each column of a row."""
    sign = {"at least": ">=", "at most": "<="}
    times = "x" if row.floor is not None else ""
    return (
        f"{row.figure}{f' ({row.database})' if row.database else ''}",
        quantity(row.ours, row.unit),
        quantity(row.floor, row.unit),
        f"{row.judged:.2f}x" if times else "",
        "" if row.target is None else f"{sign[row.target.bound]} {row.target.value:g}{times}",
        row.verdict,
        f"{row.lowest:.2f} to {row.highest:.2f} in {row.rounds}" if row.rounds > 1 else "",
    )


def quantity(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    words = f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"
    return f"{words}{unit}" if unit in ("/s", "%") else f"{words} {unit}".strip()


def as_json(rows: Iterable[Row], scale: Scale) -> str:
    """The same for programs: the machine, and a list of figures."""
    told = {"is_short": scale.is_short, "machine": machine(), "rows": [row.as_json() for row in rows]}
    return json.dumps(told, indent=2) + "\n"


def _line(columns: tuple[str, ...]) -> str:
    name, *figures = columns
    wide, *widths = WIDTHS
    more = (f"{words:>{width}}" for words, width in zip(figures, widths, strict=True))
    return f"{name:<{wide}}{''.join(more)}".rstrip()
