"""What observers look for, and the choices they make, as the bot ships them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MOST_LOOK_FORS = 5
GRADE = re.compile(r"(?<![A-Za-z0-9])(K|\d{1,2})(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class LookFor:
    """Something that can be seen in a lesson, on the students' side and the teacher's.

    One that the school said anew holds `since` a day, for a `reason`; its code ends in "-v2" then.
    """

    code: str
    name: str
    students: str
    teacher: str
    not_this: str
    since: date | None = None
    reason: str = ""

    @property
    def origin(self) -> str:
        """The code it ships with, however often it was said anew."""
        return self.code.partition("-v")[0]


@dataclass(frozen=True, slots=True)
class LookForSet:
    """At most five look-fors that answer one question."""

    key: str
    name: str
    question: str
    look_fors: tuple[LookFor, ...]

    def __post_init__(self) -> None:
        if not 1 <= len({look_for.origin for look_for in self.look_fors}) <= MOST_LOOK_FORS:
            raise ValueError(f"{self.key}: a set has one to {MOST_LOOK_FORS} look-fors.")

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(look_for.code for look_for in self.look_fors)


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring grades that are looked at together."""

    key: str
    name: str
    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookForContent:
    """Everything the walkthrough form offers."""

    bands: tuple[Band, ...]
    subjects: tuple[Choice, ...]
    segments: tuple[Choice, ...]
    judging_words: tuple[str, ...]
    sets: tuple[LookForSet, ...]

    def set_of(self, key: str) -> LookForSet | None:
        return next((found for found in self.sets if found.key == key), None)

    def bands_of(self, team_names: Iterable[str]) -> tuple[Band, ...]:
        """The bands that hold a grade some team is named for ("K-1", "Grade 2"); all when none is."""
        grades = {grade for name in team_names for grade in GRADE.findall(name)}
        return tuple(band for band in self.bands if grades.intersection(band.grades)) or self.bands
