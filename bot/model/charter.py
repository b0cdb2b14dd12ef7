"""The charter: what the ILT is for and how it works, in versions, each adopted once and signed by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.model.cadence import Cadence
from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.ids import new_id
from bot.model.protocol import Protocol
from bot.model.settings import Authority

SEEN_FOR = 1
"""School days the ILT has a proposed charter before it may be adopted."""
LAPSES_AFTER = 20
"""School days after which a proposal that nobody adopted is a draft again."""
REVIEWS = ((1, 10), (6, 1))
"""Month and day from which a charter is looked at again."""
SOONEST_REVIEW = 60 * A_DAY


class Part(StrEnum):
    """The sections of a charter, in their order."""

    PURPOSE = "purpose"
    MISSION = "mission"
    GOALS = "goals"
    NORMS = "norms"
    MEETINGS = "meetings"
    COMMUNICATION = "communication"
    DECISIONS = "decisions"
    ACCOUNTABILITY = "accountability"
    CONFIDENTIALITY = "confidentiality"
    ROTATION = "rotation"


MAY_BE_OWN = (Part.ACCOUNTABILITY, Part.CONFIDENTIALITY)
"""Sections that may be for the ILT alone."""


class CharterState(StrEnum):
    """`draft` -> `proposed` -> `adopted` -> `superseded` by the next; a proposal can be a draft again.

    A draft that is dropped is gone, and its number is free.
    """

    DRAFT = "draft"
    PROPOSED = "proposed"
    ADOPTED = "adopted"
    SUPERSEDED = "superseded"


S = CharterState
WAYS: Mapping[CharterState, frozenset[CharterState]] = {
    S.DRAFT: frozenset({S.PROPOSED}),
    S.PROPOSED: frozenset({S.DRAFT, S.ADOPTED}),
    S.ADOPTED: frozenset({S.SUPERSEDED}),
    S.SUPERSEDED: frozenset(),
}
"""From each state, the states that may follow it."""

AHEAD = frozenset({S.DRAFT, S.PROPOSED})


@dataclass(eq=False, kw_only=True)
class Charter:
    """One version. `ilt_only` are sections that other staff do not read; `authority` says who decides what.

    Once adopted, nothing of it changes but the day on which it is looked at again.
    """

    school: str
    number: int
    drafted_by: str
    sections: Mapping[Part, str] = field(default_factory=dict)
    ilt_only: tuple[Part, ...] = ()
    cadence: Cadence = field(default_factory=Cadence)
    protocol: Protocol = field(default_factory=Protocol)
    authority: tuple[Authority, ...] = ()
    state: CharterState = CharterState.DRAFT
    proposed_at: datetime | None = None
    adopted_at: datetime | None = None
    adopted_by: str | None = None
    review_on: date | None = None
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return f"Charter v{self.number}"

    @property
    def purpose(self) -> str:
        """What the ILT is for, in one line."""
        return self.sections.get(Part.PURPOSE, "")

    def become(self, state: CharterState) -> bool:
        """Move on to a state; False, and nothing changes, when that state cannot follow this one."""
        if state not in WAYS[self.state]:
            return False
        self.state = state
        return True

    def ripe_on(self, calendar: SchoolCalendar) -> date | None:
        """The day from which it may be adopted; None while it is not proposed, or no school day is ahead."""
        return self._days_on(SEEN_FOR, calendar)

    def lapses_on(self, calendar: SchoolCalendar) -> date | None:
        """The day on which the proposal is a draft again when nobody has adopted it."""
        return self._days_on(LAPSES_AFTER, calendar)

    def _days_on(self, school_days: int, calendar: SchoolCalendar) -> date | None:
        if self.state is not S.PROPOSED or self.proposed_at is None:
            return None
        try:
            return calendar.shift(calendar.today(self.proposed_at), school_days)
        except NoSchoolAhead:
            return None


@dataclass(eq=False, kw_only=True)
class Signature:
    """One member of the ILT stands by one version."""

    school: str
    charter: str
    person: str
    signed_on: date
    id: str = field(default_factory=new_id)


def review_day(calendar: SchoolCalendar, today: date) -> date | None:
    """When a charter adopted today is looked at again: in January or June, in two months at the soonest.

    None when the calendar does not reach that far.
    """
    days = (date(year, month, day) for year in (today.year, today.year + 1) for month, day in REVIEWS)
    wanted = next(day for day in days if day >= today + SOONEST_REVIEW)
    try:
        return calendar.on_or_after(wanted)
    except NoSchoolAhead:
        return None
