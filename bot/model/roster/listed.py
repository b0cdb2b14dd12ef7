"""Who works at a school as a file says it, before anybody is compared with it."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.model.people import Role, Seat

LONGEST = 120
LONGEST_EMAIL = 254
EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>.]+(\.[^\s@,;<>.]+)+")
LONGEST_KEY = 60


@dataclass(frozen=True, slots=True)
class Slip:
    """What keeps a file from being taken: where it stands, and how to mend it. It quotes nobody's name."""

    line: int
    field: str
    words: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """One person. `roles` and `seat` are None where the file does not say; `team` is a listed team's key."""

    line: int
    name: str
    email: str | None = None
    title: str = ""
    team: str | None = None
    seat: Seat | None = None
    roles: frozenset[Role] | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class ListedTeam:
    """One team of the file, as it is written there first."""

    line: int
    key: str
    name: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class ListedSchool:
    """One school of the file.

    With `roles_are_all`, people have the roles that the file names and no others; else those are added.
    Titles that are guessed from a role are only for those who have none.
    """

    people: tuple[Listed, ...]
    teams: tuple[ListedTeam, ...]
    name: str = ""
    source: str | None = None
    number: str = ""
    first_day: date | None = None
    last_day: date | None = None
    roles_are_all: bool = False
    titles_are_guessed: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file: its schools, or the slips for which it is refused as a whole.

    `elsewhere` counts the staff who belong to no school, such as the district's office.
    """

    schools: tuple[ListedSchool, ...] = ()
    slips: tuple[Slip, ...] = ()
    elsewhere: int = 0


def slug(words: str, fallback: str = "x") -> str:
    """A short name of small letters, digits and "-": "Señora Peña" is "senora-pena"."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_KEY].strip("-") or fallback


def unused(wanted: str, taken: Collection[str]) -> str:
    """The key itself, or with the first number that makes it one of a kind."""
    if wanted not in taken:
        return wanted
    return next(key for n in range(2, len(taken) + 3) if (key := f"{wanted}-{n}") not in taken)


def is_email(words: str) -> bool:
    return len(words) <= LONGEST_EMAIL and EMAIL.fullmatch(words) is not None


def twice(values: Iterable[tuple[int, str]]) -> list[tuple[int, int]]:
    """The line of every value that was there before, with the line where it first was."""
    first: dict[str, int] = {}
    found = [(line, first.setdefault(value, line)) for line, value in values]
    return [(line, before) for line, before in found if line != before]


def circle(parents: Mapping[str, str | None]) -> str | None:
    """The first key that, going from parent to parent, comes back to itself."""
    clear: set[str] = set()
    for start in parents:
        way: list[str] = []
        here: str | None = start
        while here is not None and here not in clear:
            if here in way:
                return here
            way.append(here)
            here = parents.get(here)
        clear.update(way)
    return None
