"""The classes of what is stored, and how long each way of keeping lasts."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class DataClass(StrEnum):
    """How few eyes something is for."""

    P0 = "P0"
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"
    P5 = "P5"


CLASSES = {
    DataClass.P0: "everybody at the school",
    DataClass.P1: "the ILT and those it concerns",
    DataClass.P2: "the two people, or the few, it is between",
    DataClass.P3: "one person; the bot needs it to work for them",
    DataClass.P4: "asking for support",
    DataClass.P5: "without a name, and shown only for a group that is large enough",
}


class Keep(StrEnum):
    """For how long, in the words an administrator reads."""

    WHILE_USED = "while the school uses the bot"
    WHILE_HERE = "while the person works here; erased on request after that"
    SHARED = "seven years, or what the district says"
    AUDIT = "two years"
    A_YEAR = "one year"
    YEAR_END = "until 30 days after the end of the school year"
    PAIR = "until 30 days after the end of the school year, unless both of the two keep it for another"
    SUPPORT = "30 days"
    LETTER = "400 days; its words only for 30 days after it was posted"
    WORK = "400 days"
    BY_ITSELF = "hours or days, until its work is done"


DAYS = {
    Keep.AUDIT: timedelta(days=2 * 365 + 1),
    Keep.A_YEAR: timedelta(days=365),
    Keep.SUPPORT: timedelta(days=30),
    Keep.LETTER: timedelta(days=400),
}
A_YEAR = timedelta(days=365.25)
GRACE = timedelta(days=30)
"""Days after the last day of a school year in which what is private can still be read and kept."""

SUMMER = (7, 31)
"""When a school year ends where the school has not said so."""

LETTERS = (
    "input/",
    "question/",
    "questions/",
    "checkin/",
    "cycles/",
    "connect/",
    "relay/help/",
    "relay/hours/",
)
"""The keys of posted messages that hold private words: they are taken back when what they tell of goes."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What one table holds, and how long.

    `dated` is the column its age is counted from; without one nothing is deleted by the clock. `ended`
    names a column and the values that say that nobody waits for it any more. `belongs` is a column and the
    table it refers to: rows go with what they belong to. `pair` are the columns of the two people it is
    between. `own` is the column of the person whose own words or wishes a row holds: erasing deletes the row.
    `named` are the columns that name people otherwise. `decision` is the column that links it to a decision.
    """

    table: str
    kind: DataClass
    what: str
    seen_by: str
    keep: Keep
    dated: str | None = None
    ended: tuple[str, tuple[str, ...]] | None = None
    belongs: tuple[str, str] | None = None
    pair: tuple[str, str] | None = None
    own: str | None = None
    named: tuple[str, ...] = ()
    decision: str | None = None


def year_end(today: date, last_day: date | None) -> date:
    """The last day of the latest school year that is over."""
    month, day = (last_day.month, last_day.day) if last_day else SUMMER
    if last_day is not None and last_day < today:
        return last_day
    before = date(today.year, month, min(day, 28) if month == 2 else day)
    return before if before < today else before.replace(year=before.year - 1)


def cutoff(keep: Keep, today: date, last_day: date | None, shared_years: int = 7) -> date | None:
    """The day before which things kept this way are deleted; None when the clock deletes none of them.

    `shared_years` takes the place of the seven years of `Keep.SHARED` where a district has its own rule.
    """
    if keep is Keep.SHARED:
        return today - shared_years * A_YEAR
    if keep in (Keep.YEAR_END, Keep.PAIR):
        return year_end(today - GRACE, last_day) + timedelta(days=1)
    return today - DAYS[keep] if keep in DAYS else None
