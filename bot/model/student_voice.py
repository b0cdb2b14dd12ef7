"""What students said in a survey, as figures of groups that are large enough. No single answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.model.ids import new_id
from bot.model.publishing import PeopleCell, publishable

FEWEST_STUDENTS = 10
MOST_ROWS = 20
LONGEST_LABEL = 60
WHOLE = ("all", "total", "school", "everybody", "everyone")
LINE = re.compile(
    r"^\s*(?P<label>[^,;\t]+?)\s*[,;\t]\s*(?P<n>\d{1,5})\s*[,;\t]\s*(?P<percent>\d{1,3}(?:[.,]\d)?)\s*%?\s*$"
)


class Unreadable(Exception):
    """A line that is not a group, a number of students and a percentage; its place counts from one."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One group of students. Of a group that is withheld neither number is kept."""

    label: str
    n: int | None
    percent: float | None

    @property
    def is_withheld(self) -> bool:
        return self.n is None


@dataclass(eq=False, kw_only=True)
class StudentVoice:
    """The result of one question. The ILT reads it; all staff do once the school leader has approved it."""

    school: str
    question: str
    rows: tuple[VoiceRow, ...]
    by: str
    entered_on: date
    approved_by: str | None = None
    approved_on: date | None = None
    id: str = field(default_factory=new_id)

    @property
    def is_public(self) -> bool:
        return self.approved_on is not None


def read_rows(text: str) -> list[VoiceRow]:
    """Read "Grade 3, 42, 71%", one group in a line. Raises `Unreadable` for anything else."""
    found: list[VoiceRow] = []
    for place, line in enumerate((one for one in text.splitlines() if one.strip()), 1):
        match = LINE.match(line)
        percent = float(match["percent"].replace(",", ".")) if match else 101
        if match is None or percent > 100 or len(match["label"]) > LONGEST_LABEL or place > MOST_ROWS:
            raise Unreadable(place)
        found.append(VoiceRow(match["label"], int(match["n"]), percent))
    return found


def suppressed(rows: Sequence[VoiceRow]) -> tuple[VoiceRow, ...]:
    """The same rows, without the figures of groups below ten, and of one more when those could be worked out
    from the whole."""
    groups = [row for row in rows if row.label.lower() not in WHOLE]
    cells = [PeopleCell(str(place), row.n or 0) for place, row in enumerate(groups)]
    names = publishable(cells, total_shown=len(groups) < len(rows), fewest=FEWEST_STUDENTS)
    shown = {id(row) for place, row in enumerate(groups) if str(place) in names}
    shown |= {id(row) for row in rows if row not in groups and (row.n or 0) >= FEWEST_STUDENTS}
    return tuple(row if id(row) in shown else VoiceRow(row.label, None, None) for row in rows)
