"""The ILT's one question about trust, once a quarter: who has answered and what was said are kept apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from math import sqrt

from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.ids import new_id
from bot.model.publishing import AnswerCell, publishable

RATINGS = (1, 2, 3, 4, 5)
OPEN_FOR = 5
"""School days in which it can be answered."""
QUARTERS = ((10, 12), (1, 12), (4, 12))
"""Month and day from which it is asked; never in the first weeks of a school year."""


class RoundState(StrEnum):
    """An `open` round is `closed` after some days; where nobody could be hidden it was `talked` about."""

    OPEN = "open"
    CLOSED = "closed"
    TALKED = "talked"


@dataclass(eq=False, kw_only=True)
class TrustRound:
    """One time the question was asked. `average` and `spread` are there when they may be shown.

    What stands behind them is deleted with the end of the round.
    """

    school: str
    opened_on: date
    closes_at: datetime
    state: RoundState = RoundState.OPEN
    average: float | None = None
    spread: float | None = None
    id: str = field(default_factory=new_id)

    def is_open(self, now: datetime) -> bool:
        return self.state is RoundState.OPEN and now < self.closes_at

    def close(self, counts: Mapping[int, int], members: int, fewest: int) -> None:
        """End it with what may be shown of these answers, given by so many of the members (R-086)."""
        self.state = RoundState.CLOSED
        if may_be_shown(counts, members, fewest):
            self.average, self.spread = figures(counts)


def can_hide(members: int, fewest: int) -> bool:
    """Whether a group is large enough that an answer of one of them can be told to the others at all.

    Of exactly the smallest group nothing could be shown: either too few answered, or everybody did.
    """
    return members > fewest


def may_be_shown(counts: Mapping[int, int], members: int, fewest: int) -> bool:
    cell = AnswerCell("trust", tuple(counts.get(rating, 0) for rating in RATINGS), members)
    return bool(publishable([cell], total_shown=False, fewest=fewest))


def figures(counts: Mapping[int, int]) -> tuple[float, float]:
    """Mean and standard deviation of answers from 1 to 5, each rounded to one decimal."""
    many = sum(counts.values())
    mean = sum(rating * count for rating, count in counts.items()) / many
    variance = sum(count * (rating - mean) ** 2 for rating, count in counts.items()) / many
    return round(mean, 1), round(sqrt(variance), 1)


def asking_days(calendar: SchoolCalendar, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last` on which the question is asked: one early in each quarter."""
    for year in range(first.year - 1, last.year + 1):
        for month, day in sorted(QUARTERS):
            try:
                found = calendar.on_or_after(date(year, month, day))
            except NoSchoolAhead:
                continue
            if first <= found <= last and found < date(year, month, day) + 30 * A_DAY:
                yield found
