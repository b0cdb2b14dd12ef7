"""What a school has decided about the bot, one value for all of it; every change is a new version."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class RoutineName(StrEnum):
    """The parts of the bot that a school switches on when it is ready for them."""

    INPUT = "input"
    MEETINGS = "meetings"
    DECISIONS = "decisions"
    WALKTHROUGHS = "walkthroughs"
    CHECKINS = "checkins"
    CYCLES = "cycles"


EVERYTHING = frozenset(RoutineName)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Every default is what a school has that never said anything."""

    on: frozenset[RoutineName] = EVERYTHING
    messages_a_day: int = 2
    posts_a_day: int = 1
    quiet_since: datetime | None = None
    half_day_closes: time = time(12)
    late_start_opens: time = time(9, 30)
    rotation: tuple[str, ...] = ()
    rotates_from: date | None = None

    @property
    def off(self) -> frozenset[RoutineName]:
        return EVERYTHING - self.on
