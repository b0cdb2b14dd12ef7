"""Rows of a CSV file with their lines, and what in it speaks of students."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.model.roster.listed import Slip

DELIMITERS = ",;\t"
ABOUT_STUDENTS = (
    "student",
    "pupil",
    "guardian",
    "parent",
    "mother",
    "father",
    "birth",
    "dob",
    "grade",
    "grades",
    "gradelevel",
    "homeroom",
    "iep",
    "504",
    "lunch",
    "ethnicity",
    "race",
    "gpa",
    "enrollment",
    "graduation",
)
"""Words in a column's name that a list of staff has no need of."""
BIRTH = ("birthdate", "birthday", "dateofbirth", "birth_date")
INNOCENT = {"team parent", "parent team", "grade team", "team grade"}
NOT_STAFF = frozenset({"student", "pupil", "parent", "guardian", "relative"})
NO_STUDENTS = "This bot holds no data about students. Export staff alone, and try again"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its first line in the file, and its cells by the column's plain name."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


class Unreadable(Exception):
    """The file is no such table; the slip says where, and how to mend it."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(slip.words)
        self.slip = slip


class Table:
    """A CSV file, read row by row. Raises `Unreadable` when it is none."""

    def __init__(self, lines: Iterable[str], file: str) -> None:
        self._file = file
        source = iter(lines)
        first = next(source, "")
        self._reader = csv.reader(_joined(first, source), delimiter=_delimiter(first), strict=True)
        self._columns = tuple(plain_name(cell) for cell in next(self._records(), (1, []))[1])
        if not any(self._columns):
            raise Unreadable(Slip(1, "", "the file is empty; its first line names the columns", file))
        named = [name for name in self._columns if name]
        again = next((name for place, name in enumerate(named) if name in named[:place]), None)
        if again is not None:
            raise Unreadable(Slip(1, _known(again), "this column is there twice; keep one of them", file))

    @property
    def columns(self) -> tuple[str, ...]:
        return self._columns

    def rows(self) -> Iterator[Row]:
        """Every row that is not empty."""
        for line, cells in self._records():
            stripped = [cell.strip() for cell in cells]
            if not any(stripped):
                continue
            if any(stripped[len(self._columns) :]):
                words = "there are more cells than columns; put a value that holds the separator in quotes"
                raise Unreadable(Slip(line, "", words, self._file))
            yield Row(line, dict(zip(self._columns, stripped, strict=False)))

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        while True:
            line = self._reader.line_num + 1
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                words = "this cannot be read as CSV; look for a quote that is not closed"
                raise Unreadable(Slip(line, "", words, self._file)) from error
            yield line, cells


def student_columns(columns: Iterable[str], file: str) -> list[Slip]:
    """A slip for every column that only a list of students has."""
    found = []
    for place, column in enumerate(columns, 1):
        word = (
            None if column in INNOCENT else next((one for one in ABOUT_STUDENTS if _names(column, one)), None)
        )
        if word is not None:
            words = f"a column about students ({word}). {NO_STUDENTS}"
            found.append(Slip(1, f"column {place}", words, file))
    return found


def _names(column: str, word: str) -> bool:
    return word in column.split() or any(one in column.replace(" ", "") for one in BIRTH if word == "birth")


def plain_name(words: str) -> str:
    """A column's name in small letters, words parted by blanks: "E-Mail_Address" is "e mail address"."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", words.strip())
    return " ".join(re.sub(r"[^a-z0-9]+", " ", spaced.lower()).split())


def _known(column: str) -> str:
    return f"column “{column}”" if len(column) < 20 else ""


def _joined(first: str, rest: Iterator[str]) -> Iterator[str]:
    if first:
        yield first
    yield from rest


def _delimiter(first: str) -> str:
    return max(DELIMITERS, key=first.count)
