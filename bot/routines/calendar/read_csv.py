"""Reading a calendar from CSV: all of it, or a list of what to mend, line by line."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.dates import day as in_words
from bot.model.calendar import A_DAY
from bot.model.calendar_changes import DayEntry
from bot.model.written_days import Ambiguous, day_first, day_of, kind_named
from bot.routines.calendar.reading import LONGEST_NOTE, LONGEST_SPAN, Read, Slips

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "date": ("date", "day", "start", "start date", "first", "first day", "from", "begin"),
    "end": ("end", "end date", "last", "last day", "to", "until"),
    "kind": ("kind", "type", "day type", "status", "category"),
    "note": ("note", "notes", "name", "title", "description", "event", "subject", "summary"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file by our names for its columns; `line` counts as an editor does."""

    line: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        return self.cells.get(column, "").strip()


def read_csv(text: str) -> Read:
    """The days a CSV names. Raises `Refusal` that lists each slip with its line, column and mend."""
    slips = Slips()
    rows = list(_rows(text, slips))
    is_day_first = day_first(row.get(column) for row in rows for column in ("date", "end"))
    found: dict[date, tuple[int, DayEntry]] = {}
    for row in rows:
        for entry in _entries(row, is_day_first, slips):
            line, _ = found.setdefault(entry.day, (row.line, entry))
            if line != row.line:
                slips.add(
                    row.line, "date", f"{in_words(entry.day)} is in line {line} already. Keep one of them."
                )
                break
    if not rows and not slips:
        slips.add(1, "date", "there is no line below the names of the columns. Add one for each day.")
    slips.refuse()
    return Read(tuple(entry for _, entry in found.values()))


def _rows(text: str, slips: Slips) -> Iterator[Row]:
    lines = text.lstrip("\ufeff").splitlines()
    separator = max((",", ";", "\t"), key=(lines[0] if lines else "").count)
    reader = csv.reader(lines, delimiter=separator)
    header = _header(next(reader, []), slips)
    if header is None:
        return
    for cells in reader:
        if any(cell.strip() for cell in cells):
            named = zip(header, cells, strict=False)
            yield Row(reader.line_num, {name: cell for name, cell in named if name})


def _header(cells: Sequence[str], slips: Slips) -> list[str | None] | None:
    by_word = {word: name for name, words in COLUMNS.items() for word in words}
    header = [by_word.get(cell.strip().lower().replace("_", " ")) for cell in cells]
    if "date" not in header or not {"kind", "note"} & set(header):
        slips.add(1, "date", "name the columns in the first line: date, end, kind, note.")
        return None
    if twice := next((name for name in header if name and header.count(name) > 1), None):
        slips.add(1, twice, "two columns say the same. Keep one of them.")
        return None
    return header


def _entries(row: Row, is_day_first: bool | None, slips: Slips) -> Iterator[DayEntry]:
    first = _day(row, "date", is_day_first, slips)
    last = _day(row, "end", is_day_first, slips) if row.get("end") else first
    kind = kind_named(row.get("kind") or row.get("note"))
    if kind is None:
        slips.add(
            row.line,
            "kind",
            f"I do not know “{row.get('kind') or row.get('note')}”. Write no school, closure, half day, "
            "late start, testing or school.",
        )
    if first is None or last is None or kind is None:
        return
    if last < first:
        slips.add(row.line, "end", "it is before the first day. Swap the two.")
    elif (last - first).days >= LONGEST_SPAN:
        slips.add(row.line, "end", f"that is more than {LONGEST_SPAN} days. Check the year.")
    else:
        note = row.get("note")[:LONGEST_NOTE]
        for offset in range((last - first).days + 1):
            day = first + offset * A_DAY
            if day.weekday() < 5 or first == last:
                yield DayEntry(day, kind, note)


def _day(row: Row, column: str, is_day_first: bool | None, slips: Slips) -> date | None:
    written = row.get(column)
    try:
        return day_of(written, is_day_first=is_day_first)
    except Ambiguous:
        slips.add(row.line, column, f"{written} could be two days. Write the year first: 2026-11-23.")
    except ValueError:
        slips.add(row.line, column, f"“{written}” is not a date. Write it like 2026-11-23.")
    return None
