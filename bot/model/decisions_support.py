"""The support behind a decision: who stands for it, what is promised, and when that is looked at (R-037)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from bot.model.calendar import NoSchoolAhead, SchoolCalendar


@dataclass(frozen=True, slots=True)
class Support:
    """What people get so that they can do what is asked of them, in a line each."""

    time: str = ""
    materials: str = ""
    coaching: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What is promised, in its order; nothing when nothing is."""
        return tuple(words for one in fields(self) if (words := getattr(self, one.name)))

    @property
    def is_promised(self) -> bool:
        return bool(self.lines)


class SupportCheck(StrEnum):
    """The three times at which the sponsor is asked whether the support is there."""

    LAUNCH = "launch"
    MIDDLE = "middle"
    REVIEW = "review"


def check_days(
    starts_on: date, review_on: date | None, calendar: SchoolCalendar
) -> Mapping[SupportCheck, date]:
    """The school day of each check; without a review only the launch, none past the end of the calendar.

    Checks that would fall on one day are asked once, as the first of them.
    """
    wanted = {SupportCheck.LAUNCH: starts_on}
    if review_on is not None and review_on > starts_on:
        wanted[SupportCheck.MIDDLE] = starts_on + (review_on - starts_on) // 2
        wanted[SupportCheck.REVIEW] = review_on
    found: dict[SupportCheck, date] = {}
    for check, day in wanted.items():
        try:
            on = calendar.on_or_after(day)
        except NoSchoolAhead:
            continue
        if on not in found.values():
            found[check] = on
    return found
