"""1:1 check-ins of a leader and a lead: the rhythm, what deviates from it, and their topics."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.model.calendar import A_DAY, SchoolCalendar
from bot.model.ids import new_id

HORIZON = timedelta(days=200)
BACK = timedelta(days=120)


class Cadence(StrEnum):
    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"


STEPS = {Cadence.WEEKLY: timedelta(weeks=1), Cadence.BIWEEKLY: timedelta(weeks=2)}


@dataclass(eq=False, kw_only=True)
class CheckInSeries:
    """One pair's standing appointment, on the school's wall clock. An ended one is kept, not active."""

    school: str
    leader: str
    lead: str
    cadence: Cadence
    first: date
    at: time
    minutes: int
    active: bool = True
    only_on: str | None = None
    id: str = field(default_factory=new_id)

    def has(self, person: str) -> bool:
        return person in (self.leader, self.lead)

    def other(self, person: str) -> str:
        return self.lead if person == self.leader else self.leader

    def rhythm(self, first: date, last: date) -> Iterator[date]:
        """The days of the rule from `first` to `last`, both inclusive, with or without school."""
        step = STEPS[self.cadence]
        passed = max(0, -((self.first - first) // step))
        day = self.first + passed * step
        while day <= last:
            yield day
            day += step


@dataclass(eq=False, kw_only=True)
class CheckInChange:
    """What deviates from the rhythm on one of its days: moved to another time, skipped without one."""

    school: str
    series: str
    day: date
    by: str
    changed_at: datetime
    to: date | None = None
    at: time | None = None
    id: str = field(default_factory=new_id)

    @property
    def skips(self) -> bool:
        return self.to is None

    def skip(self, by: str, now: datetime) -> None:
        self.to, self.at, self.by, self.changed_at = None, None, by, now

    def move(self, to: date, at: time, by: str, now: datetime) -> None:
        self.to, self.at, self.by, self.changed_at = to, at, by, now


@dataclass(eq=False, kw_only=True)
class CheckInTopic:
    """Something one of the two wants to talk about. With `talk_only` it is deleted the day after."""

    school: str
    series: str
    day: date
    author: str
    text: str
    talk_only: bool
    added_at: datetime
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One check-in that takes place. `day` is its day in the rhythm, `on` the day it is really on."""

    series: CheckInSeries
    day: date
    on: date
    starts_at: datetime
    change: CheckInChange | None = None

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.series.minutes)


@dataclass(frozen=True)
class Diary:
    """Some pairs' check-ins with everything that deviates, and the calendar they fall on."""

    series: Sequence[CheckInSeries]
    changes: Sequence[CheckInChange]
    topics: Sequence[CheckInTopic]
    calendar: SchoolCalendar

    def change(self, series: CheckInSeries, day: date) -> CheckInChange | None:
        return next((one for one in self.changes if one.series == series.id and one.day == day), None)

    def is_skipped(self, series: CheckInSeries, day: date) -> bool:
        change = self.change(series, day)
        return change is not None and change.skips

    def occurrence(self, series: CheckInSeries, day: date) -> Occurrence | None:
        """The check-in of one day of the rhythm, None when it does not take place.

        A day without school is skipped and the rhythm stays (R-169); so is one moved to a day that
        turned out to have no school.
        """
        change = self.change(series, day)
        if change is not None and change.skips:
            return None
        if change is None and not self._is_its_day(series, day):
            return None
        on, at = (change.to, change.at) if change and change.to and change.at else (day, series.at)
        if not self.calendar.is_school_day(on):
            return None
        return Occurrence(series, day, on, self.calendar.at(on, at), change)

    def occurrences(self, series: CheckInSeries, first: date, last: date) -> Iterator[Occurrence]:
        """The check-ins of the rhythm's days from `first` to `last` that take place."""
        days = (self.occurrence(series, day) for day in series.rhythm(first, last))
        return (found for found in days if found is not None)

    def coming(self, series: CheckInSeries, now: datetime) -> Iterator[Occurrence]:
        """The check-ins that are not over yet, soonest first."""
        today = self.calendar.today(now)
        around = self.occurrences(series, today - BACK, today + HORIZON)
        return (one for one in around if one.ends_at > now)

    def lost(self, series: CheckInSeries, now: datetime) -> list[date]:
        """The days of the rhythm from today to the next check-in that fell away for want of school."""
        today = self.calendar.today(now)
        coming = next(self.coming(series, now), None)
        until = coming.day if coming else today + HORIZON
        days = [day for day in series.rhythm(today, until) if self.occurrence(series, day) is None]
        wanted = [day for day in days if self.change(series, day) or self._is_its_day(series, day)]
        return [day for day in wanted if not self.is_skipped(series, day)]

    def _is_its_day(self, series: CheckInSeries, day: date) -> bool:
        """Whether the rotation has the day the pair asked for; a day without school has none to say so."""
        name = self.calendar.rotation_on(day)
        return series.only_on is None or name is None or name == series.only_on

    def topics_for(self, one: Occurrence) -> list[CheckInTopic]:
        """What is to be talked about: what was added for it, or for those before it that fell away."""
        before = self.before(one)
        own = [topic for topic in self.topics if topic.series == one.series.id and topic.day <= one.day]
        return [topic for topic in own if before is None or topic.day > before.day]

    def before(self, one: Occurrence) -> Occurrence | None:
        """The last check-in of the pair that took place earlier in the rhythm."""
        found = list(self.occurrences(one.series, one.day - BACK, one.day - A_DAY))
        return found[-1] if found else None

    def talked_about_on(self, topic: CheckInTopic, series: CheckInSeries) -> date:
        """The day on which a topic is talked about: the first check-in from its day on that takes place."""
        ahead = self.occurrences(series, topic.day, topic.day + HORIZON)
        return next((one.on for one in ahead), topic.day)
