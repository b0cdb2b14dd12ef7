"""The staff pulse: twice a year all staff answer one question about the ILT, without name or team."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.ids import new_id
from bot.model.publishing import FEWEST, AnswerCell, publishable

STATEMENT = "The ILT listens and acts."
SCALE = (1, 2, 3, 4, 5)
DAYS = 5
"""School days a pulse is open."""
BEGINS = ((1, 20), (5, 1))
"""The month and the day from which the next school day opens one."""


@dataclass(frozen=True, slots=True)
class PulseResult:
    """How many gave each answer, from 1 to 5, of how many who were asked. Counts are empty when withheld."""

    counts: tuple[int, ...]
    eligible: int

    @property
    def n(self) -> int:
        return sum(self.counts)

    @property
    def mean(self) -> float:
        return sum(mark * count for mark, count in zip(SCALE, self.counts, strict=True)) / self.n


@dataclass(eq=False, kw_only=True)
class Pulse:
    """One round of the question. `result` is there once it is closed."""

    school: str
    opens_on: date
    closes_on: date
    result: PulseResult | None = None
    id: str = field(default_factory=new_id)

    @property
    def is_open(self) -> bool:
        return self.result is None


@dataclass(eq=False, kw_only=True)
class PulseAnswer:
    """One answer. It belongs to nobody; its id is made from chance."""

    school: str
    pulse: str
    mark: int
    id: str


@dataclass(eq=False, kw_only=True)
class PulseParticipant:
    """That somebody has answered, kept apart from what, only until the pulse closes."""

    school: str
    pulse: str
    person: str
    id: str


def result_of(marks: Sequence[int], eligible: int, fewest: int = FEWEST) -> PulseResult:
    """The result as it may be shown: withheld when too few, all, or all the same answered."""
    counts = tuple(sum(one == mark for one in marks) for mark in SCALE)
    shown = publishable([AnswerCell("school", counts, eligible)], total_shown=False, fewest=fewest)
    return PulseResult(counts if shown else (), eligible)


def pulse_days(calendar: SchoolCalendar, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last` on which a pulse opens."""
    for year in range(first.year, last.year + 1):
        for month, day in BEGINS:
            try:
                opens = calendar.on_or_after(date(year, month, day))
            except NoSchoolAhead:
                continue
            if first <= opens <= last and (opens - date(year, month, day)).days <= 14:
                yield opens
