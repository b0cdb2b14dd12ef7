"""What the ILT decides: what changes for whom, when staff hear of it, and what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.decisions_support import Support
from bot.model.ids import new_id

WEEKS_TO_REVIEW = 6
TIME_TO_UNDO = timedelta(minutes=10)


class Authority(StrEnum):
    """Who decides in the end."""

    ILT = "ilt"
    PRINCIPAL = "principal"
    FACULTY = "faculty"
    MANDATE = "mandate"


class DecisionState(StrEnum):
    """`recorded` -> `relayed` -> `superseded` by another one; or `recorded` -> `withdrawn`.

    What was withdrawn can be brought back for ten minutes. What has gone out is reviewed: it may be
    `paused` and taken up again, or end as `reversed` or `expired` (`bot.model.decisions_life`).

    One that the faculty ratifies is `awaiting` their vote first, and goes out as soon as it is `recorded`;
    without their yes it is `returned`. While it awaits, it can be withdrawn.
    """

    RECORDED = "recorded"
    RELAYED = "relayed"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    PAUSED = "paused"
    REVERSED = "reversed"
    EXPIRED = "expired"
    AWAITING = "awaiting"
    RETURNED = "returned"


PROPOSED = frozenset({DecisionState.AWAITING, DecisionState.RETURNED})
PUBLIC = frozenset(DecisionState) - PROPOSED - {DecisionState.RECORDED, DecisionState.WITHDRAWN}
"""States of what staff were told of as decided. What is only `PROPOSED` they know once they were asked."""
LASTING = frozenset({DecisionState.RELAYED, DecisionState.PAUSED})
"""States of a decision that staff were told of and that is looked at again some day."""


class Step(StrEnum):
    """What can become of a decision that was recorded; all but `correct` are outcomes of a review."""

    KEEP = "keep"
    ADJUST = "adjust"
    PAUSE = "pause"
    RESUME = "resume"
    REVERSE = "reverse"
    EXPIRE = "expire"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a decision rests on that came out of a consensus check: the `check` by its id, the version of the
    protocol it went by, and in words how it came about, the risk that was named and what is done about it,
    and why it was not put before every team it touches."""

    check: str
    protocol: int
    how: str = ""
    risk: str = ""
    mitigation: str = ""
    gaps: str = ""


@dataclass(eq=False, kw_only=True)
class Decision:
    """One thing the ILT decided.

    `teams` are the keys of the teams it touches; `changes` says what changes for some of them in
    particular, `change` for all others. `inputs` are the staff inputs that shaped it. `relayed_at`
    is the moment it was due to go out, once it has. Its words may be corrected: how often they were,
    and on which day last since staff have read it. `reviews` counts how often it was reviewed; `news` is
    the last outcome that changed something for staff, and the day of it. What the faculty ratifies was
    `proposed_at` a moment to them, and `ratified_at` another.

    `minutes` a week are what it takes, or frees when they are less than nothing; `minutes_for` and
    `stops_for` say so for some teams in particular. `none` names what somebody said there is none of
    (`bot.model.decisions_record`). The `sponsor` stands for its `support`, there since `supported_on`;
    `support_checks` are the sponsor's answers since. `reviewer` is asked for the review instead of whoever
    recorded it. `window` is the walkthrough window whose trend shaped it. `asks` are the teams whose post
    ends with a question to them.
    """

    school: str
    number: int
    statement: str
    why: str
    teams: tuple[str, ...]
    starts_on: date
    helper: str
    decided_by: str
    decided_at: datetime
    students: str = ""
    changes: dict[str, str] = field(default_factory=dict)
    change: str = ""
    stops: str = ""
    authority: Authority = Authority.ILT
    review_on: date | None = None
    inputs: tuple[str, ...] = ()
    from_trend: bool = False
    replaces: str | None = None
    state: DecisionState = DecisionState.RECORDED
    relayed_at: datetime | None = None
    withdrawn_at: datetime | None = None
    corrections: int = 0
    corrected_on: date | None = None
    reviews: int = 0
    news: Step | None = None
    news_on: date | None = None
    basis: Basis | None = None
    proposed_at: datetime | None = None
    ratified_at: datetime | None = None
    minutes: int | None = None
    minutes_for: dict[str, int] = field(default_factory=dict)
    stops_for: dict[str, str] = field(default_factory=dict)
    alternatives: str = ""
    student_need: str = ""
    teacher_need: str = ""
    none: tuple[str, ...] = ()
    sponsor: str | None = None
    support: Support = field(default_factory=Support)
    supported_on: date | None = None
    support_checks: dict[str, bool] = field(default_factory=dict)
    reviewer: str | None = None
    window: str | None = None
    not_shared: str = ""
    asks: tuple[str, ...] = ()
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        """The number people use: "D-004"."""
        return f"D-{self.number:03d}"

    @property
    def is_public(self) -> bool:
        """Whether staff have been told, so that they may read it and ask about it."""
        return self.state in PUBLIC or (self.state in PROPOSED and self.proposed_at is not None)

    def change_for(self, team: str) -> str:
        """What changes for this team: its own line, else the one for all; empty when neither is there."""
        return self.changes.get(team, "") or self.change

    def untold(self) -> list[str]:
        """The teams it touches without saying what changes for them."""
        return [team for team in self.teams if not self.change_for(team)]

    def relay_on(self, at: datetime) -> bool:
        """Note that it goes out, due at this moment; False when it had, or may not any more."""
        if self.state is not DecisionState.RECORDED:
            return False
        self.state, self.relayed_at = DecisionState.RELAYED, at
        return True

    def propose(self) -> bool:
        """Let it await the faculty's vote; False when it does not need one, or has it."""
        needs = self.authority is Authority.FACULTY and self.ratified_at is None
        if not needs or self.state is not DecisionState.RECORDED:
            return False
        self.state = DecisionState.AWAITING
        return True

    def ratify(self, at: datetime) -> bool:
        """The faculty said yes, so it goes out; False when it does not await that."""
        if self.state is not DecisionState.AWAITING:
            return False
        self.state, self.ratified_at = DecisionState.RECORDED, at
        return True

    def send_back(self) -> bool:
        """The faculty did not say yes, so nothing goes out; False when it does not await that."""
        if self.state is not DecisionState.AWAITING:
            return False
        self.state = DecisionState.RETURNED
        return True

    def withdraw(self, now: datetime) -> bool:
        """Take it back; False when it is too late for that."""
        if self.state not in (DecisionState.RECORDED, DecisionState.AWAITING):
            return False
        self.state, self.withdrawn_at = DecisionState.WITHDRAWN, now
        return True

    def restore(self, now: datetime) -> bool:
        """Bring it back as if it had never been withdrawn; False when that is more than ten minutes ago."""
        if self.state is not DecisionState.WITHDRAWN or self.withdrawn_at is None:
            return False
        if now - self.withdrawn_at > TIME_TO_UNDO:
            return False
        self.state, self.withdrawn_at = DecisionState.RECORDED, None
        self.propose()
        return True

    def correct(self, texts: Mapping[str, object], today: date) -> bool:
        """Let it say this instead; False when it says so already."""
        changed = {name: words for name, words in texts.items() if getattr(self, name) != words}
        for name, words in changed.items():
            setattr(self, name, words)
        if changed:
            self.corrections += 1
            self.corrected_on = today if self.relayed_at else None
        return bool(changed)

    def give_way(self) -> bool:
        """Let another decision take its place; False when it does not stand."""
        if self.state is not DecisionState.RELAYED:
            return False
        self.state = DecisionState.SUPERSEDED
        return True


def relay_moment(decision: Decision, calendar: SchoolCalendar) -> datetime | None:
    """When it goes out: the first school morning after it was decided or ratified, or as the charter says.

    What has gone out keeps its moment, whatever happens to the calendar afterwards. None when the calendar
    holds no school day to come.
    """
    if decision.relayed_at is not None:
        return decision.relayed_at
    try:
        return calendar.relay_after(decision.ratified_at or decision.decided_at)
    except NoSchoolAhead:
        return None


def usual_start(calendar: SchoolCalendar, today: date) -> date:
    """The next Monday with school; near the end of the calendar, the next school day at all."""
    monday = today + (7 - today.weekday()) * A_DAY
    mondays = (monday + week * 7 * A_DAY for week in range(8))
    found = next((day for day in mondays if calendar.is_school_day(day)), None)
    return found or calendar.on_or_after(today + A_DAY)


def usual_review(calendar: SchoolCalendar, today: date) -> date | None:
    """Six weeks on, moved to a school day; None when the calendar does not reach that far."""
    try:
        return calendar.on_or_after(today + WEEKS_TO_REVIEW * 7 * A_DAY)
    except NoSchoolAhead:
        return None


@dataclass(eq=False, kw_only=True)
class DecisionReceipt:
    """Somebody has read a decision. Without a time, and for nobody to look up."""

    school: str
    decision: str
    person: str
    id: str = field(default_factory=new_id)
