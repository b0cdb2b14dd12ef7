"""Learning cycles: a lead and their leader learn one thing over three to five weeks of school."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.ids import new_id
from bot.model.people import Relation

LONGEST = 25
"""School days: five weeks of instruction, which no cycle exceeds (R-180)."""

ANSWER_WITHIN = 3
"""School days after which an unanswered proposal is named once more (R-181)."""


class CycleState(StrEnum):
    """`proposed` -> `active` -> `closed`, or `declined` before it began, or `ended` before it was done."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    CLOSED = "closed"
    DECLINED = "declined"
    ENDED = "ended"


class PhaseName(StrEnum):
    """The four phases, in their order."""

    INTENTION = "intention"
    LEARNING = "learning"
    OBSERVATION = "observation"
    REFLECTION = "reflection"


class CycleOutcome(StrEnum):
    """What the two say of the goal in the end. It is about the goal, never about a person."""

    MET = "met"
    PARTLY = "partly"
    NOT_YET = "not_yet"


PLANS: Mapping[int, tuple[int, int, int, int]] = {
    3: (3, 7, 12, 15),
    4: (5, 10, 15, 20),
    5: (5, 13, 20, 25),
}
"""The school day on which each phase is due, by weeks; the day the cycle begins is day 1."""


@dataclass(eq=False, kw_only=True)
class Cycle:
    """One pair's cycle. Everything in it is between the two (class P2)."""

    school: str
    leader: str
    lead: str
    opened_by: str
    weeks: int
    begins: date
    goal: str
    baseline: str
    target: str
    measure: str
    proposed_on: date
    state: CycleState = CycleState.PROPOSED
    outcome: CycleOutcome | None = None
    id: str = field(default_factory=new_id)

    @property
    def pair(self) -> tuple[str, str]:
        return self.lead, self.leader

    @property
    def is_open(self) -> bool:
        return self.state in (CycleState.PROPOSED, CycleState.ACTIVE)

    @property
    def asked(self) -> str:
        """Whom the proposal waits for."""
        return self.other(self.opened_by)

    def other(self, person: str) -> str:
        return self.leader if person == self.lead else self.lead

    def holds(self, person: str) -> bool:
        return person in self.pair

    def last_day(self, calendar: SchoolCalendar) -> date:
        """The latest day that any of its phases may be due."""
        return school_day(calendar, self.begins, LONGEST)


@dataclass(eq=False, kw_only=True)
class Phase:
    """One phase. `agreed_due` is a day the two agreed on by hand; without it the plan says when.

    `since` is the day from which on it is reminded of. `asked_due` is a new day that `asked_by`
    would like. `snoozed` holds the day each person wants to be reminded again.
    """

    school: str
    cycle: str
    name: PhaseName
    since: date | None = None
    agreed_due: date | None = None
    done_on: date | None = None
    asked_due: date | None = None
    asked_by: str | None = None
    snoozed: dict[str, date] = field(default_factory=dict)
    id: str = field(default_factory=new_id)

    def snooze(self, person: str, until: date) -> None:
        self.snoozed = {**self.snoozed, person: until}

    def ask(self, person: str, day: date) -> None:
        self.asked_by, self.asked_due = person, day

    def agree(self, today: date) -> None:
        """Move the due day to the one that was asked for; earlier reminders are forgotten."""
        self.agreed_due, self.since, self.snoozed = self.asked_due, today, {}
        self.keep()

    def keep(self) -> None:
        """Drop what was asked for; the due day stays."""
        self.asked_by = self.asked_due = None


@dataclass(frozen=True)
class Planned:
    """A phase with the day it is due."""

    phase: Phase
    due: date

    @property
    def is_done(self) -> bool:
        return self.phase.done_on is not None


def school_day(calendar: SchoolCalendar, begins: date, number: int) -> date:
    """The `number`-th school day from `begins` on, counted as day 1; the year's last when it ends before."""
    try:
        return calendar.shift(calendar.on_or_after(begins), number - 1)
    except NoSchoolAhead:
        return calendar.on_or_before(calendar.last or begins)


def plan(cycle: Cycle, phases: Sequence[Phase], calendar: SchoolCalendar) -> list[Planned]:
    """The phases in order, each with its due day as the calendar stands now.

    A day without school that is added later moves every day that was not agreed by hand (R-180), and
    one agreed by hand when it is that very day.
    """
    days = dict(zip(PhaseName, PLANS[cycle.weeks], strict=True))
    ordered = sorted(phases, key=lambda phase: list(PhaseName).index(phase.name))
    return [
        Planned(phase, _due(phase, calendar) or school_day(calendar, cycle.begins, days[phase.name]))
        for phase in ordered
    ]


def _due(phase: Phase, calendar: SchoolCalendar) -> date | None:
    """The day agreed on by hand; when that lost its school, the next one with school."""
    agreed = phase.agreed_due
    if agreed is None or phase.done_on is not None or calendar.is_school_day(agreed):
        return agreed
    return school_day(calendar, agreed, 1)


def proposed_days(weeks: int, begins: date, calendar: SchoolCalendar) -> dict[PhaseName, date]:
    """The due day of each phase. Raises `NoSchoolAhead` when the school year ends before the cycle would."""
    first = calendar.on_or_after(begins)
    days = zip(PhaseName, PLANS[weeks], strict=True)
    return {name: calendar.shift(first, day - 1) for name, day in days}


def next_open(planned: Sequence[Planned]) -> Planned | None:
    return next((one for one in planned if not one.is_done), None)


STANDING = ((Relation.SCHOOL_LEADER, 3), (Relation.DEPUTY, 2), (Relation.COACH, 1))


def standing(relations: frozenset[Relation]) -> int:
    """Of two people, the one who stands higher is the leader of the pair; equals are no pair."""
    return next((rank for relation, rank in STANDING if relation in relations), 0)
