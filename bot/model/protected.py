"""How well the ILT's time is protected: the share of its meetings that were held as planned, and why not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.model.calendar import A_DAY
from bot.model.meetings import Meeting, MeetingState, Plan

A_YEAR = timedelta(days=365)
AHEAD = timedelta(days=42)
TOP = 3
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class ProtectedTime:
    """Of so many meetings so many were held as planned; the reasons for the others, most frequent first."""

    planned: int
    kept: int
    reasons: tuple[str, ...] = ()

    @property
    def percent(self) -> int | None:
        """None while there was no meeting yet."""
        return round(HUNDRED * self.kept / self.planned) if self.planned else None


def protected_time(plan: Plan, now: datetime) -> ProtectedTime:
    """What became of the meetings of the last year, and of those ahead that were moved or skipped (R-049).

    A day that never had school was not planned, unless somebody had heard of a meeting on it.
    """
    counted = list(_counted(plan, now))
    bumped = [one for one in counted if not is_as_planned(one, plan)]
    reasons = Counter(one.reason for one in bumped if one.reason)
    return ProtectedTime(
        len(counted), len(counted) - len(bumped), tuple(reason for reason, _ in reasons.most_common(TOP))
    )


def is_as_planned(meeting: Meeting, plan: Plan) -> bool:
    return not meeting.skipped and meeting.moved_to is None and plan.calendar.is_school_day(meeting.day)


def _counted(plan: Plan, now: datetime) -> Iterator[Meeting]:
    today = plan.calendar.today(now)
    for meeting in plan.rule(today - A_YEAR, today + A_YEAR):
        changed = meeting.skipped or meeting.moved_to is not None
        heard = meeting.state is not MeetingState.PLANNED
        over = meeting.ends_at <= now
        if changed or (over and (heard or plan.calendar.is_school_day(meeting.day))):
            yield meeting


def conflicts(plan: Plan, now: datetime) -> list[Meeting]:
    """The meetings of the next six weeks that fall on a day without school, and have no other day yet."""
    today = plan.calendar.today(now)
    ahead = plan.rule(today + A_DAY, today + AHEAD)
    return [one for one in ahead if not one.skipped and not plan.calendar.is_school_day(one.on)]
