"""You said, we did: what all staff read, every two weeks, of what became of staff input."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from statistics import median

from bot.model.calendar import SchoolCalendar
from bot.model.ids import new_id
from bot.model.publishing import FEWEST, PeopleCell, publishable
from bot.model.staff_input.given import InputState, StaffInput

COHORT = 30
COHORT_DAYS = timedelta(days=120)
FORTNIGHT = timedelta(days=14)
A_WEEK = timedelta(days=7)
LOOKS_BACK = 2 * FORTNIGHT
"""How far back the first post reaches."""

SETTLED = frozenset({InputState.ANSWERED, InputState.ON_AGENDA, InputState.DECLINED, InputState.CONSIDERED})
LONGEST_LINE = 300


@dataclass(eq=False, kw_only=True)
class LoopLine:
    """One input in a person's own words: what was said, and what was done or why not.

    `post` and `posted_at` are set once all staff can read it. `credit`: its sender is named.
    """

    school: str
    input: str
    said: str
    did: str
    credit: bool
    by: str
    worded_at: datetime
    post: str | None = None
    posted_at: datetime | None = None
    id: str = field(default_factory=new_id)

    def tells_of(self, given: StaffInput) -> bool:
        """Whether it says what became of the input last, not what had become of it before."""
        return self.input == given.id and is_settled(given) and self.worded_at >= settled_at(given)


def is_settled(given: StaffInput) -> bool:
    return given.state in SETTLED and given.outcome_at is not None


def settled_at(given: StaffInput) -> datetime:
    """When it was last settled; when it came, as long as it is not."""
    return given.outcome_at or given.received_at


def may_credit(given: StaffInput) -> bool:
    """Whether the sender may be named: a team that agreed to it, or a person who did if it shapes a decision,
    and it has."""
    return given.credit and (given.on_behalf or given.state is InputState.CONSIDERED)


def to_word(given: Iterable[StaffInput], lines: Iterable[LoopLine], since: datetime) -> list[StaffInput]:
    """What was settled since then and stands in no line yet, in the order it was settled."""
    written = list(lines)
    fresh = [one for one in given if is_settled(one) and settled_at(one) > since]
    left = [one for one in fresh if not any(line.tells_of(one) for line in written)]
    return sorted(left, key=lambda one: (settled_at(one), one.number))


def since(lines: Iterable[LoopLine], now: datetime) -> datetime:
    """From when on the next post tells: since the last one, or four weeks back."""
    posted = [line.posted_at for line in lines if line.posted_at is not None]
    return max(posted, default=now - LOOKS_BACK)


def offer_days(calendar: SchoolCalendar, first: date, last: date, weeks: int = 2) -> Iterator[date]:
    """The first school day of every second week (of every `weeks` weeks), from `first` to `last`; a week
    without school has none."""
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        day = next(iter(calendar.school_days(monday, monday + A_WEEK - timedelta(days=1))), None)
        if (monday.toordinal() // A_WEEK.days) % weeks == 0 and day is not None and first <= day <= last:
            yield day
        monday += A_WEEK


@dataclass(frozen=True, slots=True)
class LoopRate:
    """Of how many inputs so many have an outcome, and the median of school days until then."""

    received: int
    settled: int
    median_days: float | None


def loop_rate(
    given: Iterable[StaffInput], calendar: SchoolCalendar, today: date, fewest: int = FEWEST
) -> LoopRate | None:
    """The closed loops of what came in the last thirty school days; None where too few people gave it."""
    first = next(islice(reversed(list(calendar.school_days(today - COHORT_DAYS, today))), COHORT, None), None)
    cohort = [one for one in given if first is None or calendar.today(one.received_at) >= first]
    people = PeopleCell("authors", len({one.author for one in cohort}))
    if not publishable([people], total_shown=False, fewest=fewest):
        return None
    done = [one for one in cohort if is_settled(one)]
    waited = [days_between(one, calendar) for one in done]
    return LoopRate(len(cohort), len(done), median(waited) if waited else None)


def days_between(given: StaffInput, calendar: SchoolCalendar) -> int:
    """School days from the day it came to the day of its outcome."""
    return age_in_school_days(given, calendar, calendar.today(settled_at(given)))


def age_in_school_days(given: StaffInput, calendar: SchoolCalendar, today: date) -> int:
    """How many school days have begun since the day it came."""
    came = calendar.today(given.received_at)
    return sum(1 for day in calendar.school_days(came, today) if day > came)
