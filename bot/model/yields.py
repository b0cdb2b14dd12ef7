"""What a quarter of meetings came to, in counts of the ILT and of nobody in particular (R-059)."""

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (12, 3, 6)
"""The months on whose first school day one looks back at the three before."""


@dataclass(frozen=True, slots=True)
class Yield:
    """What the meetings from a day to a day, both inclusive, came to; `converted` became threads."""

    first: date
    last: date
    meetings: int
    decisions: int = 0
    reviewed: int = 0
    learned: int = 0
    converted: int = 0
    minutes_back: int = 0

    @property
    def is_dry(self) -> bool:
        """Whether the ILT met, and neither decided nor learned anything that was written down."""
        return bool(self.meetings) and not self.decisions and not self.learned

    def per_meeting(self, count: int) -> float:
        return count / self.meetings if self.meetings else 0.0


def quarter_before(month: date) -> tuple[date, date]:
    """The first and the last day of the three months before a month."""
    last = month.replace(day=1) - timedelta(days=1)
    years, months = divmod(last.year * 12 + last.month - 3, 12)
    return date(years, months + 1, 1), last
