"""Figures without students: a small pasted table, read line by line, with small groups suppressed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.model.agenda_items import Figure

FEWEST = 10
"""A group of fewer students is suppressed (R-066)."""
MOST = 20
BETWEEN = re.compile(r"\s*[\t;|]\s*|\s*,(?!\d{3}\b)\s*")
N = re.compile(r"n?\s*=?\s*(\d{1,5})", re.IGNORECASE)
HEADER = re.compile(r"\b(?:n|count|students|number|alumnos|estudiantes|cantidad)\b", re.IGNORECASE)
IDENTIFIES = re.compile(
    r"\b(?:first|last|full|student)[\s_-]*name|\bname\b|\bids?\b|\bdob\b|\bbirth|\blunch|\bemail|"
    r"\bnombre|\bapellido|\bmatr[ií]cula|\bnacimiento",
    re.IGNORECASE,
)
LOOKS_LIKE_ID = re.compile(r"^\D{0,3}\d{5,}$|@")


class Unreadable(ValueError):
    """A line that is not a group, its value and how many students; `line` is its number from one."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class StudentRows(ValueError):
    """A table that has a line for each student: nothing of it may be kept."""


def read(paste: str) -> tuple[Figure, ...]:
    """The figures of a pasted table, as they were typed. Raises `Unreadable` or `StudentRows`."""
    lines = [(number, line.strip()) for number, line in enumerate(paste.splitlines(), 1) if line.strip()]
    if not lines:
        return ()
    if IDENTIFIES.search(lines[0][1]) or len(lines) > MOST + 1:
        raise StudentRows
    if _is_header(lines[0][1]):
        lines = lines[1:]
    figures = tuple(_figure(number, line) for number, line in lines)
    singles = sum(one.n == 1 for one in figures)
    if any(LOOKS_LIKE_ID.search(one.label) for one in figures) or (
        singles > 1 and singles * 2 > len(figures)
    ):
        raise StudentRows
    return figures


def _is_header(line: str) -> bool:
    cells = BETWEEN.split(line)
    return len(cells) == 3 and N.fullmatch(cells[2]) is None and HEADER.search(cells[2]) is not None


def _figure(number: int, line: str) -> Figure:
    cells = BETWEEN.split(line)
    n = N.fullmatch(cells[2]) if len(cells) == 3 else None
    if n is None or not cells[0] or not cells[1]:
        raise Unreadable(number)
    return Figure(cells[0][:60], cells[1][:30], int(n[1]))


def suppressed(figures: Sequence[Figure], fewest: int = FEWEST) -> tuple[Figure, ...]:
    """The same without what small groups said, and without one more, where they could be worked out.

    What is left out is left out together: a single small group, or some that are few in all, take the
    smallest other group with them.
    """
    out = {place for place, one in enumerate(figures) if one.n is None or one.n < fewest}
    others = sorted(
        (place for place in range(len(figures)) if place not in out), key=lambda at: figures[at].n or 0
    )
    if out and others and (len(out) == 1 or sum(figures[place].n or 0 for place in out) < fewest):
        out.add(others[0])
    return tuple(replace(one, value="", n=None) if place in out else one for place, one in enumerate(figures))
