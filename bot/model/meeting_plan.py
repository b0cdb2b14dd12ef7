"""When a school's ILT meets: the rule, the calendar, and what was written down, read together."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.meeting_series import MeetingSeries
from bot.model.meetings import Meeting, MeetingState

HORIZON = timedelta(days=400)
FURTHEST_MOVED = timedelta(days=21)
ROLES_AHEAD = timedelta(minutes=10)
SHORTEST_MEETING = 10


@dataclass(frozen=True, slots=True)
class Moments:
    """When a meeting's messages are due, in UTC: 5, 2 and 1 school days before, then on the day (R-277)."""

    call: datetime
    draft: datetime
    publish: datetime
    roles: datetime
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Plan:
    """The meetings of one school as they stand: the rule, the calendar, and what is written down of each."""

    school: str
    series: MeetingSeries | None
    calendar: SchoolCalendar
    written: dict[date, Meeting]

    def on(self, day: date) -> Meeting:
        """The meeting on a day of the rule: the one written down, else as the rule has it."""
        return self.written.get(day) or self._by_rule(day)

    def held(self, first: date, last: date) -> Iterator[Meeting]:
        """The meetings from `first` to `last` that take place, both inclusive."""
        around = (self.on(day) for day in self._days(first - FURTHEST_MOVED, last + FURTHEST_MOVED))
        return (one for one in around if first <= one.on <= last and self._stands(one))

    def displaced(self, first: date, last: date) -> Iterator[Meeting]:
        """The meetings somebody already heard of whose day has no school, and which nobody skipped."""
        called = (self.written[day] for day in self._days(first, last) if day in self.written)
        heard = (meeting for meeting in called if meeting.state is not MeetingState.PLANNED)
        lost = (one for one in heard if not self.calendar.is_school_day(one.on))
        return (one for one in lost if not one.skipped and not one.is_in_thread)

    def rule(self, first: date, last: date) -> Iterator[Meeting]:
        """The meetings of the rule's days from `first` to `last`, whether or not they take place."""
        return (self.on(day) for day in self._days(first, last))

    def takes_place(self, day: date) -> bool:
        """Whether the meeting of a day of the rule takes place, on that day or on another."""
        return any(self._stands(self.on(each)) for each in self._days(day, day))

    def _stands(self, meeting: Meeting) -> bool:
        meets = not meeting.skipped and not meeting.is_in_thread
        return meets and self.calendar.is_school_day(meeting.on)

    def ahead(self, now: datetime) -> Iterator[Meeting]:
        """The meetings that are not over yet, soonest first."""
        today = self.calendar.today(now)
        return (meeting for meeting in self.held(today - A_DAY, today + HORIZON) if meeting.ends_at > now)

    def next(self, now: datetime) -> Meeting | None:
        return next(self.ahead(now), None)

    def next_unpublished(self, now: datetime) -> Meeting | None:
        """The next meeting whose agenda is still open."""
        return next((meeting for meeting in self.ahead(now) if not meeting.is_published), None)

    def landing(self, day: date, now: datetime) -> Meeting | None:
        """The meeting an open item belongs on that was asked for `day`."""
        return next((meeting for meeting in self.ahead(now) if meeting.day >= day), None)

    def times_carried(self, day: date, until: date) -> int:
        """How many meetings took place from `day` on, before the one on `until`."""
        return sum(self.takes_place(each) for each in self._days(day, until - A_DAY))

    def moments(self, meeting: Meeting) -> Moments:
        series = self._rule()
        return Moments(
            call=self._before(meeting.on, 5, series.call_at),
            draft=self._before(meeting.on, 2, series.draft_at),
            publish=self._before(meeting.on, 1, series.publish_at),
            roles=meeting.starts_at - ROLES_AHEAD,
            start=meeting.starts_at,
            end=meeting.ends_at,
        )

    def _before(self, day: date, school_days: int, wall: time) -> datetime:
        """School days before a day, in contract hours; when the year is too young for that, its first day."""
        try:
            reached = self.calendar.shift(day, -school_days)
        except NoSchoolAhead:
            reached = self.calendar.on_or_after(self.calendar.first or day)
        return self.calendar.next_open(self.calendar.at(reached, wall))

    def settle(self, meeting: Meeting) -> None:
        """Bring a meeting that is written down to what the rule now says of its hour."""
        by_rule = self._by_rule(meeting.day)
        meeting.minutes = max(by_rule.minutes - meeting.returned, SHORTEST_MEETING)
        meeting.title = by_rule.title
        if meeting.moved_to is None:
            meeting.starts_at = by_rule.starts_at

    def _days(self, first: date, last: date) -> Iterator[date]:
        if self.series is None:
            return iter(())
        return (day for day in self.series.days(first, last) if self._is_its_day(day))

    def _is_its_day(self, day: date) -> bool:
        """Whether the rotation has the day the series asks for; what somebody heard of stays."""
        wanted = self.series.only_on if self.series else None
        if wanted is None or self.calendar.rotation_on(day) == wanted:
            return True
        written = self.written.get(day)
        return written is not None and written.state is not MeetingState.PLANNED

    def _by_rule(self, day: date) -> Meeting:
        series = self._rule()
        return Meeting(
            school=self.school,
            day=day,
            starts_at=self.calendar.at(day, series.at),
            minutes=series.minutes,
            title=series.title,
        )

    def _rule(self) -> MeetingSeries:
        if self.series is None:
            raise LookupError("A meeting without a series has no hour.")
        return self.series
