"""The ILT's meetings: the series they come from, the days they fall on, and what is put before them."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.model.agenda_items import DataBrought, Focus, ItemKind, Split
from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.ids import new_id
from bot.model.meeting_series import Every as Every
from bot.model.meeting_series import MeetingSeries as MeetingSeries
from bot.values import dataclass

HORIZON = timedelta(days=400)
FURTHEST_MOVED = timedelta(days=21)
ROLES_AHEAD = timedelta(minutes=10)
SHORTEST_MEETING = 10


class Provenance(StrEnum):
    """Where an agenda item comes from."""

    STRATEGY = "strategy"
    TREND = "trend"
    INPUT = "input"
    MEMBER = "member"
    TEAM = "team"
    CARRIED = "carried"


class Outcome(StrEnum):
    """What an item is there for."""

    INFORM = "inform"
    DISCUSS = "discuss"
    DECIDE = "decide"
    LEARN = "learn"


PREPARED = frozenset({Outcome.DISCUSS, Outcome.DECIDE})
"""What is talked about brings its context with it, and a link to what the school works on."""


def served(kind: ItemKind, outcome: Outcome) -> Focus | None:
    """Whose learning an item serves that does not say so itself."""
    if outcome is Outcome.LEARN:
        return Focus.ADULT
    return Focus.STUDENT if kind is ItemKind.INSTRUCTIONAL else None


class MeetingState(StrEnum):
    """A meeting only ever moves on. One that falls on a day without school stays where it was."""

    PLANNED = "planned"
    CALLED = "called"
    DRAFTED = "drafted"
    PUBLISHED = "published"
    CLOSED = "closed"


class ItemState(StrEnum):
    """An `open` item comes back at every meeting until it is finished or taken off.

    One that is about one team only is `routed` to that team, which takes it up (`done`) or gives it back
    (`open`). A hard issue may be `parked`: the monthly call for items asks about it until somebody adds or
    drops it.
    """

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    ROUTED = "routed"
    PARKED = "parked"


PROGRESS = tuple(MeetingState)
LATE_STATES = frozenset({MeetingState.PUBLISHED, MeetingState.CLOSED})


@dataclass(frozen=True)
class Suggestion:
    """Something for an agenda.

    `source` is the id of the thing it stands for; `label` names that to people ("I-003", "24 visits",
    "Grade 4").
    """

    title: str
    provenance: Provenance
    source: str = ""
    minutes: int = 5
    detail: str = ""
    by: str | None = None
    label: str = ""
    outcome: Outcome = Outcome.DISCUSS
    kind: ItemKind = ItemKind.INSTRUCTIONAL
    focus: Focus | None = None
    problem: str | None = None
    strategy: str | None = None
    students: str = ""


@dataclass(eq=False, kw_only=True)
class AgendaItem:
    """An item asked for on `day`: it belongs on the first meeting that takes place from then on.

    `example` is one concrete example, `students` what students will do differently. `problem` (an id) and
    `strategy` (a key) are what it belongs to. A `memo` item is read and takes no minutes of the meeting.
    `team` is the one team that it was routed to. A `hard` issue was last `touched_on` when it was asked for,
    added again or parked, and `why` says why it was parked or closed.
    """

    school: str
    day: date
    title: str
    minutes: int
    provenance: Provenance
    added_at: datetime
    outcome: Outcome = Outcome.DISCUSS
    source: str = ""
    label: str = ""
    detail: str = ""
    by: str | None = None
    state: ItemState = ItemState.OPEN
    kind: ItemKind = ItemKind.INSTRUCTIONAL
    focus: Focus | None = None
    example: str = ""
    students: str = ""
    problem: str | None = None
    strategy: str | None = None
    memo: bool = False
    hard: bool = False
    touched_on: date | None = None
    why: str = ""
    team: str | None = None
    standards: tuple[str, ...] = ()
    brought: DataBrought | None = None
    id: str = field(default_factory=new_id)

    @property
    def is_linked(self) -> bool:
        """Whether it belongs to a problem of practice or a strategy."""
        return bool(self.problem or self.strategy)

    def is_own(self, person_id: str) -> bool:
        """Whether this person added it, for themself or for their team."""
        return self.by == person_id and self.provenance in (Provenance.MEMBER, Provenance.TEAM)

    def finish(self) -> bool:
        """Mark it finished; False when it was no longer open."""
        return self._end(ItemState.DONE)

    def drop(self) -> bool:
        """Take it off; False when it was no longer open."""
        return self._end(ItemState.DROPPED)

    def park(self, why: str, today: date) -> None:
        """Leave a hard issue for now; it is asked about again."""
        self.state, self.why, self.touched_on = ItemState.PARKED, why, today

    def take_on(self, day: date, today: date) -> None:
        """Put a hard issue on the agenda of a day."""
        self.state, self.day, self.why, self.touched_on = ItemState.OPEN, day, "", today

    def take_up(self) -> None:
        """The team it was routed to deals with it."""
        self.state = ItemState.DONE

    def give_back(self, day: date) -> None:
        """It is about more than the team it was routed to: it belongs on the agenda of a day again."""
        self.state, self.team, self.day = ItemState.OPEN, None, day

    def withdraw(self) -> None:
        """Take it off and forget its words, because the person they belong to took them back."""
        self._end(ItemState.DROPPED)
        self.title, self.detail = "Withdrawn", ""
        self.example = self.students = self.why = ""
        self.brought = None

    def _end(self, state: ItemState) -> bool:
        was_open = self.state is ItemState.OPEN
        self.state = state if was_open else self.state
        return was_open


@dataclass(eq=False, kw_only=True)
class Meeting:
    """One meeting. `day` is its day of the rule, by which it is known; `on` the day it is really on.

    `deep_dive` is the key of the strategy it looks at closely, known from the draft on. `objectives` are
    up to three outcomes, each what follows "By the end we will have". `template` is the key of the agenda
    template that shapes it, None for the one its length asks for. `scope` is the key of the one team it is
    about, empty when it is about the whole school, and `direction` the next step it leads to. `returned` are
    the minutes everybody got back. `trimmed` has the minutes that items had before they were fitted to the
    time, `settled` the items carried over twice about which the facilitator has chosen. With `thread_until`
    nobody meets: it is settled in a thread, up to and including that day. `reason` says why it was moved or
    skipped; `purpose` is what the ILT was for on the day the agenda was published.
    """

    school: str
    day: date
    starts_at: datetime
    minutes: int
    title: str
    state: MeetingState = MeetingState.PLANNED
    deep_dive: str | None = None
    moved_to: date | None = None
    skipped: bool = False
    objectives: tuple[str, ...] = ()
    template: str | None = None
    scope: str = ""
    direction: str = ""
    returned: int = 0
    trimmed: Mapping[str, int] = field(default_factory=dict)
    settled: tuple[str, ...] = ()
    thread_until: date | None = None
    split: Split | None = None
    unlinked_why: str = ""
    reason: str = ""
    purpose: str = ""
    id: str = field(default_factory=new_id)

    @property
    def on(self) -> date:
        return self.moved_to or self.day

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_in_thread(self) -> bool:
        """Whether nobody meets, because it is settled in a thread instead."""
        return self.thread_until is not None

    @property
    def minutes_back(self) -> int:
        """The minutes each member got back: of a shorter meeting, or of one that was not needed."""
        return self.returned + (self.minutes if self.is_in_thread else 0)

    def shorten(self, minutes: int) -> None:
        """Let it take so many minutes; the rest is given back."""
        self.returned += self.minutes - minutes
        self.minutes = minutes

    @property
    def is_published(self) -> bool:
        return self.state in LATE_STATES

    @property
    def is_drafted(self) -> bool:
        return self.is_published or self.state is MeetingState.DRAFTED

    def reach(self, state: MeetingState) -> bool:
        """Move on to a state, and say whether that was a move; a meeting never goes back."""
        moves = PROGRESS.index(state) > PROGRESS.index(self.state)
        self.state = state if moves else self.state
        return moves


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
