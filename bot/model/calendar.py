"""The school calendar: which days are school days, and when a wall-clock time really is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.model.ids import new_id


class DayKind(StrEnum):
    """What is particular about a day."""

    SCHOOL = "school"
    NO_SCHOOL = "no_school"
    CLOSURE = "closure"
    HALF_DAY = "half_day"
    LATE_START = "late_start"
    TESTING = "testing"


WITHOUT_SCHOOL = frozenset({DayKind.NO_SCHOOL, DayKind.CLOSURE})
A_DAY = timedelta(days=1)
FURTHEST = 400
NOON, MID_MORNING = time(12), time(9, 30)


@dataclass(eq=False, kw_only=True)
class CalendarDay:
    """One day that is not an ordinary school day (or is one on a weekend).

    `opens` and `closes` are that day's own contract hours; where None, those of its kind.
    """

    school: str
    day: date
    kind: DayKind
    note: str = ""
    opens: time | None = None
    closes: time | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Hours:
    """Contract hours of one day; None where the day has none of its own."""

    opens: time | None = None
    closes: time | None = None


class NoSchoolAhead(Exception):
    """The calendar holds no school day within the next 400 days, so nothing can be planned."""


@dataclass(frozen=True)
class SchoolCalendar:
    """Days and hours of one school. "Day" means school day unless it says calendar day.

    `days` holds the exceptions; other weekdays are school days between `first` and `last` (both
    inclusive; open where None). Times are the school's wall clock (R-291, R-292). `hours` holds the
    contract hours of days that have their own. `rotation` names the days that go round (A and B), from
    `rotates_from` on; it moves on with school days only. Decisions go out at `relay_at` (the morning time
    where it is None): with `relay_same_day` on the day they are made, where that time is still ahead.
    """

    zone: ZoneInfo
    days: Mapping[date, DayKind] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    morning: time = time(7, 45)
    opens: time = time(7, 30)
    closes: time = time(15, 30)
    half_day_closes: time = NOON
    late_start_opens: time = MID_MORNING
    hours: Mapping[date, "Hours"] = field(default_factory=dict)
    rotation: tuple[str, ...] = ()
    rotates_from: date | None = None
    relay_same_day: bool = False
    relay_at: time | None = None

    def kind(self, day: date) -> DayKind:
        outside = (self.first and day < self.first) or (self.last and day > self.last)
        ordinary = DayKind.NO_SCHOOL if day.weekday() > 4 or outside else DayKind.SCHOOL
        return self.days.get(day, ordinary)

    def is_school_day(self, day: date) -> bool:
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = self.kind(day) not in WITHOUT_SCHOOL
        return known

    def on_or_after(self, day: date) -> date:
        """Return `day` when it is a school day, else the next one."""
        return self._walk(day, A_DAY)

    def on_or_before(self, day: date) -> date:
        """Return `day` when it is a school day, else the one before."""
        return self._walk(day, -A_DAY)

    def shift(self, day: date, school_days: int) -> date:
        """Return the date `school_days` school days after `day` (before, when negative).

        Zero gives `day` itself. From a day without school, the first step reaches the next
        (or previous) school day.
        """
        step = A_DAY if school_days > 0 else -A_DAY
        for _ in range(abs(school_days)):
            day = self._next(day, step)
        return day

    def school_days(self, first: date, last: date) -> Iterator[date]:
        """Every school day from `first` to `last`, both inclusive."""
        for offset in range((last - first).days + 1):
            day = first + offset * A_DAY
            if self.is_school_day(day):
                yield day

    def skipped(self, first: date, last: date) -> list[date]:
        """The weekdays without school between two dates, inclusive."""
        days = (first + n * A_DAY for n in range((last - first).days + 1))
        return [day for day in days if day.weekday() < 5 and not self.is_school_day(day)]

    def at(self, day: date, wall: time) -> datetime:
        """The moment, in UTC, when the school's clock shows `wall` on `day`.

        A time that the clock skips moves forward; a time that it shows twice is the first of the two (R-291).
        """
        return datetime.combine(day, wall, self.zone).replace(fold=0).astimezone(UTC)

    def local(self, moment: datetime) -> datetime:
        """The moment as the school's clock shows it."""
        return moment.astimezone(self.zone)

    def today(self, now: datetime) -> date:
        return self.local(now).date()

    def opens_on(self, day: date) -> time:
        """When contract hours begin that day: later on a late start."""
        own = self.hours.get(day, Hours()).opens
        if own is not None:
            return own
        return max(self.opens, self.late_start_opens) if self.kind(day) is DayKind.LATE_START else self.opens

    def closes_on(self, day: date) -> time:
        """When contract hours end that day: sooner on a half day."""
        own = self.hours.get(day, Hours()).closes
        if own is not None:
            return own
        return min(self.closes, self.half_day_closes) if self.kind(day) is DayKind.HALF_DAY else self.closes

    def morning_of(self, day: date) -> datetime:
        """The morning time of a day; on a late start, when the school opens."""
        return self.at(day, max(self.morning, self.opens_on(day)))

    def next_morning(self, now: datetime) -> datetime:
        """The morning time of the first school day after the local date of `now`."""
        return self.morning_of(self.on_or_after(self.today(now) + A_DAY))

    def relay_after(self, decided_at: datetime) -> datetime:
        """When staff hear of what is decided then (R-102); never outside contract hours."""
        today = self.today(decided_at)
        if self.relay_same_day and self.relay_at and self.is_school_day(today):
            at = self.next_open(self.at(today, self.relay_at))
            if at >= decided_at and self.today(at) == today:
                return at
        morning = self.next_morning(decided_at)
        if self.relay_at is None or self.relay_same_day:
            return morning
        return self.next_open(self.at(self.today(morning), self.relay_at))

    def next_open(self, now: datetime) -> datetime:
        """`now` when it lies in contract hours, else the next moment the bot may start to speak.

        Before hours that is the same morning; after hours, or on a day without school, the next
        school morning.
        """
        local = self.local(now)
        day = local.date()
        if not self.is_school_day(day) or local.time() >= self.closes_on(day):
            return self.next_morning(now)
        return now if local.time() >= self.opens_on(day) else self.morning_of(day)

    def opening(self, now: datetime) -> datetime | None:
        """The same as `next_open`; None when no school day lies ahead, where the bot says nothing."""
        try:
            return self.next_open(now)
        except NoSchoolAhead:
            return None

    def rotation_on(self, day: date) -> str | None:
        """The name of the day in the rotation ("A"); None without school, or where nothing rotates."""
        start = self.rotates_from or self.first
        if not self.rotation or start is None or day < start or not self.is_school_day(day):
            return None
        place = sum(1 for _ in self.school_days(start, day)) - 1
        return self.rotation[place % len(self.rotation)]

    def _next(self, day: date, step: timedelta) -> date:
        """The school day after a day, or before it; looked for once."""
        found = self._neighbors.get((day, step))
        if found is None:
            found = self._neighbors[day, step] = self._walk(day + step, step)
        return found

    def _walk(self, day: date, step: timedelta) -> date:
        earliest, latest = self._span
        for _ in range(FURTHEST):
            if self.is_school_day(day):
                return day
            if (day > latest) if step > timedelta() else (day < earliest):
                break
            day += step
        raise NoSchoolAhead(f"No school day within {FURTHEST} days of {day}.")

    @cached_property
    def _known(self) -> dict[date, bool]:
        """Days that were asked for, and whether there is school: timetables ask for the same ones all day."""
        return {}

    @cached_property
    def _neighbors(self) -> dict[tuple[date, timedelta], date]:
        """The school day after a day, or before it, of those that were asked for."""
        return {}

    @cached_property
    def _span(self) -> tuple[date, date]:
        """The earliest and the latest day on which there can be school."""
        earliest = min([self.first, *self.days]) if self.first else date.min
        latest = max([self.last, *self.days]) if self.last else date.max
        return earliest, latest
