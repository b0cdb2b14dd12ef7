"""A visit: what was seen, never whom."""

import re
import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

TITLED = re.compile(r"\b(?:[Mm](?:r|rs|s|iss|x)|[Dd]r|[Tt]eacher|[Pp]rincipal)\b\.?\s+[A-Z]\w+")
ROOM = re.compile(r"\b(?:room|rm|classroom)\b\.?\s*#?\s*[A-Z]?\d+", re.IGNORECASE)
QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")


class Mark(StrEnum):
    """What became of a look-for during one visit."""

    SEEN = "seen"
    PARTLY = "partly"
    NOT_SEEN = "not_seen"
    NOT_APPLICABLE = "na"


class FirstVisit(StrEnum):
    """Whether the observer was in this room for the first time in this window."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class NotesProblem(StrEnum):
    """What notes should not hold."""

    NAMES = "names"
    JUDGES = "judges"


def random_number() -> str:
    """Return 32 hexadecimal digits that say nothing about when."""
    return secrets.token_hex(16)


@dataclass(eq=False, kw_only=True)
class Visit:
    """What one observer saw in one lesson. There is no teacher, room or student, by design.

    `observer`, `day` and `notes` are gone once the window is closed.
    """

    school: str
    window: str
    band: str
    subject: str
    segment: str | None
    marks: dict[str, Mark]
    first_visit: FirstVisit
    notes: str = ""
    observer: str | None = None
    day: date | None = None
    id: str = field(default_factory=random_number)

    def forget_the_observer(self) -> None:
        self.observer, self.day, self.notes = None, None, ""


def rooms_seen(visits: Iterable[Visit]) -> int:
    """The most first visits of any one observer: there were at least so many different rooms."""
    firsts = Counter(visit.observer for visit in visits if visit.first_visit is FirstVisit.YES)
    return max(firsts.values(), default=0)


def problem_in(notes: str, *, people: Iterable[str], judging_words: Iterable[str]) -> NotesProblem | None:
    """What notes should do without: a likely name or room, or judging words outside quotation marks."""
    spoken = notes.casefold()
    if TITLED.search(notes) or ROOM.search(notes) or any(name.casefold() in spoken for name in people):
        return NotesProblem.NAMES
    words = set(re.findall(r"[a-z]+", QUOTED.sub(" ", notes).casefold()))
    return NotesProblem.JUDGES if words.intersection(judging_words) else None
