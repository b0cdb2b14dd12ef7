"""What the words of a calendar file say: kinds of days, and days in the ways people write them."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

from bot.model.calendar import DayKind

WORDS: tuple[tuple[DayKind, tuple[str, ...]], ...] = (
    (
        DayKind.HALF_DAY,
        ("half day", "half-day", "early release", "early dismissal", "minimum day", "early out"),
    ),
    (
        DayKind.LATE_START,
        ("late start", "delayed start", "delayed opening", "two-hour delay", "2-hour delay"),
    ),
    (DayKind.TESTING, ("testing", "state test", "assessment window", "exam week")),
    (DayKind.CLOSURE, ("snow day", "closed", "closure", "emergency day", "weather day")),
    (
        DayKind.NO_SCHOOL,
        (
            "no school",
            "no students",
            "no classes",
            "holiday",
            "break",
            "vacation",
            "recess",
            "day off",
            "teacher work day",
            "teacher workday",
            "professional development",
            "pd day",
            "labor day",
            "thanksgiving",
            "memorial day",
            "presidents day",
            "presidents' day",
            "juneteenth",
        ),
    ),
    (DayKind.SCHOOL, ("make-up day", "makeup day", "school day")),
)
"""What a title must say to name a kind of day, the more particular first."""

WRITTEN = ("%b %d %Y", "%B %d %Y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y")
SLASHED = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")


def kind_named(words: str) -> DayKind | None:
    """The kind of day that words name ("no_school", "Half day", "Fall break - no school"); None when none.

    A title that names something on the day ("Holiday concert") is not taken for the day itself.
    """
    plain = words.strip().lower().replace("’", "'")
    if plain.replace(" ", "_").replace("-", "_") in {kind.value for kind in DayKind}:
        return DayKind(plain.replace(" ", "_").replace("-", "_"))
    if ON_A_DAY.search(plain) and "no school" not in plain:
        return None
    for kind, names in WORDS:
        if any(re.search(rf"\b{re.escape(name)}\b", plain) for name in names):
            return kind
    return None


ON_A_DAY = re.compile(
    r"\b(concert|party|show|sale|assembly|dance|performance|camp|fair|program|sing-along|luncheon|club|potluck)\b"
)
"""Something that happens on a day, which is then an ordinary one."""


class Ambiguous(ValueError):
    """The day and the month could be exchanged, and nothing around it says which is which."""


def day_first(written: Iterable[str]) -> bool | None:
    """Whether a file writes the day before the month (25/12/2026), told by dates that can only be read one
    way; None when none does, or when they disagree."""
    found = {order for one in written if (order := _order(one)) is not None}
    return found.pop() if len(found) == 1 else None


def day_of(written: str, *, is_day_first: bool | None = None) -> date:
    """The date that somebody wrote: 2026-11-23, Nov 23 2026, 11/23/2026.

    Raises `Ambiguous` for 03/04/2026 where nothing says which is the month, `ValueError` for no date at all.
    """
    plain = re.sub(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+", "", written.strip(), flags=re.IGNORECASE)
    if re.match(r"^\d{4}-\d{2}-\d{2}$", plain):
        return date.fromisoformat(plain)
    if re.match(r"^\d{8}$", plain):
        return datetime.strptime(plain, "%Y%m%d").replace(tzinfo=UTC).date()
    slashed = SLASHED.match(plain)
    if slashed:
        return _slashed(*(int(part) for part in slashed.groups()), is_day_first=is_day_first)
    for form in WRITTEN:
        try:
            said = re.sub(r"\s+", " ", plain.replace(".", ""))
            return datetime.strptime(said, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    raise ValueError(written)


def _slashed(one: int, other: int, year: int, *, is_day_first: bool | None) -> date:
    if one > 12:
        return date(year, other, one)
    if other > 12:
        return date(year, one, other)
    if one == other:
        return date(year, one, other)
    if is_day_first is None:
        raise Ambiguous
    return date(year, other, one) if is_day_first else date(year, one, other)


def _order(written: str) -> bool | None:
    slashed = SLASHED.match(written.strip())
    if slashed is None:
        return None
    one, other, _ = (int(part) for part in slashed.groups())
    if (one > 12) == (other > 12):
        return None
    return one > 12
