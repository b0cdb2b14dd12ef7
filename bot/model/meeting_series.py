"""The rule that the ILT's meetings come from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from bot.model.calendar import A_DAY
from bot.model.ids import new_id


class Every(StrEnum):
    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"


@dataclass(eq=False, kw_only=True)
class MeetingSeries:
    """The rule the meetings come from: a wall-clock time, every week or every second week from `first` on.

    With `only_on`, of those days only the ones that have this name in the school's rotation ("A").
    """

    school: str
    title: str
    every: Every
    first: date
    at: time
    minutes: int
    call_at: time = time(7, 45)
    draft_at: time = time(13, 0)
    publish_at: time = time(14, 0)
    only_on: str | None = None
    id: str = field(default_factory=new_id)

    def days(self, first: date, last: date) -> Iterator[date]:
        """Every day of the rule from `first` to `last`, both inclusive, whatever the calendar says."""
        step = 7 if self.every is Every.WEEKLY else 14
        ahead = max(0, -((self.first - first).days // step))
        day = self.first + ahead * step * A_DAY
        while day <= last:
            yield day
            day += step * A_DAY
