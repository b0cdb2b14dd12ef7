"""Being away: from a day to a day, for a reason that nobody is asked."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.ids import new_id
from bot.model.written_days import Ambiguous, day_of

LONGEST = timedelta(days=366)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(eq=False, kw_only=True)
class Away:
    """Somebody is not there from `first` to `last`, both inclusive. It is forgotten on their return.

    `begun` says that the first day has come: from then on what they would do falls to others.
    """

    school: str
    person: str
    first: date
    last: date
    begun: bool = False
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Absence:
    """The same as everybody reads it."""

    first: date
    last: date
    begun: bool


class NotASpan(ValueError):
    """What somebody typed names no days; the sentence says how to write them."""


EXAMPLES = "Write it like: 3 days, until Friday, tomorrow, 2026-11-30 to 2026-12-02."


def span_of(words: str, calendar: SchoolCalendar, today: date) -> tuple[date, date]:
    """The first and the last day that somebody will be away, both inclusive; days are school days.

    "3 days" and "until Friday" begin today. Raises `NotASpan` with a sentence for what cannot be.
    """
    plain = re.sub(r"\s+", " ", words.strip().lower()).removeprefix("for ").removeprefix("from ")
    try:
        first, last = _span(plain, calendar, today)
    except NoSchoolAhead as error:
        raise NotASpan("There are not so many school days left. Write until when instead.") from error
    if last < first:
        raise NotASpan("The last day is before the first. Swap the two.")
    if last < today:
        raise NotASpan("Those days are over. Write days ahead.")
    if last - first > LONGEST:
        raise NotASpan("That is more than a year. Check the year.")
    return max(first, today), last


def _span(plain: str, calendar: SchoolCalendar, today: date) -> tuple[date, date]:
    counted = re.fullmatch(r"(\d{1,3})( school)?( days?)?", plain)
    if counted:
        number = int(counted[1])
        if number < 1:
            raise NotASpan(EXAMPLES)
        first = calendar.on_or_after(today)
        return today, calendar.shift(first, number - 1)
    both = re.split(r" to | - | – | through ", plain)
    if len(both) == 2:
        return _day(both[0], today), _day(both[1], today)
    if plain.startswith(("until ", "till ", "through ")):
        return today, _day(plain.partition(" ")[2], today)
    return _day(plain, today), _day(plain, today)


def _day(words: str, today: date) -> date:
    """A day by its name or its date; "Friday" is the next one, today included."""
    if words in ("today", "tomorrow"):
        return today + (A_DAY if words == "tomorrow" else timedelta())
    name = next((one for one in WEEKDAYS if len(words) > 2 and one.startswith(words)), None)
    if name is not None:
        return today + (WEEKDAYS.index(name) - today.weekday()) % 7 * A_DAY
    try:
        return day_of(words)
    except Ambiguous as error:
        raise NotASpan(f"{words} could be two days. Write the year first, like 2026-11-30.") from error
    except ValueError:
        pass
    try:
        found = day_of(f"{words} {today.year}")
    except ValueError as error:
        raise NotASpan(f"I do not understand “{words[:40]}”. {EXAMPLES}") from error
    return found if found >= today else day_of(f"{words} {today.year + 1}")
