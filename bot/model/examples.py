"""What a look-for looks like in a lesson: a few short examples, written by the ILT (R-035)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.model.ids import new_id

MOST, FEWEST = 5, 2
"""At most so many examples for one look-for; with fewer than two it asks for more."""


class ExampleKind(StrEnum):
    STUDENT = "student"
    TEACHER = "teacher"
    NOT_THIS = "not_this"


@dataclass(eq=False, kw_only=True)
class Example:
    """One example of a look-for, by its code. It names nobody. `source` says where it comes from."""

    school: str
    look_for: str
    kind: ExampleKind
    text: str
    added_by: str
    added_on: date
    grades: str = ""
    source: str = ""
    id: str = field(default_factory=new_id)
