"""How well the ILT's time is protected: the share of its meetings that were held as planned, and why not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.model.calendar import A_DAY
from bot.model.meeting_plan import FURTHEST_MOVED, Plan
from bot.model.meetings import Meeting, MeetingState

A_YEAR = timedelta(days=365)
AHEAD = timedelta(days=42)
TOP = 3
HUNDRED = 100


class Cause(StrEnum):
    """Why a meeting was moved or skipped. A meeting keeps it in its `reason`, with a line after a colon."""

    TESTING = "testing"
    COVER = "cover"
    DISTRICT = "district"
    CLOSED = "closed"
    URGENT = "urgent"
    OTHER = "other"


def reason_of(cause: Cause, line: str) -> str:
    return f"{cause.value}: {line}" if line else cause.value


def cause_of(meeting: Meeting) -> tuple[Cause, str]:
    """Why it was moved or skipped, and the line that was written with it."""
    cause, _, line = meeting.reason.partition(": ")
    return (Cause(cause) if cause in set(Cause) else Cause.OTHER), line


@dataclass(frozen=True, slots=True)
class ProtectedTime:
    """Of so many meetings so many were held as planned; the causes of the others, most frequent first."""

    planned: int
    kept: int
    causes: tuple[Cause, ...] = ()

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
    causes = Counter(cause_of(one)[0] if one.reason else Cause.CLOSED for one in bumped)
    most = tuple(cause for cause, _ in causes.most_common(TOP))
    return ProtectedTime(len(counted), len(counted) - len(bumped), most)


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


def taken(plan: Plan, meeting: Meeting, to: date) -> bool:
    """Whether another meeting takes place on that day, or between that day and this meeting's own."""
    first, last = sorted((meeting.day, to))
    others = (
        one for one in plan.rule(first - FURTHEST_MOVED, last + FURTHEST_MOVED) if one.day != meeting.day
    )
    return any(first <= one.on <= last and plan.takes_place(one.day) for one in others)
