"""An item of an agenda: where it comes from, what it is there for, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.model.ids import new_id


class ItemKind(StrEnum):
    """What an item is about. What is operational goes to the memo unless somebody asks for time for it."""

    INSTRUCTIONAL = "instructional"
    PEOPLE = "people"
    OPERATIONAL = "operational"


class Focus(StrEnum):
    """Whose learning the minutes of an item serve; an item without a focus serves neither."""

    STUDENT = "student"
    ADULT = "adult"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of de-identified figures. A withheld one keeps its label alone: what it said is gone."""

    label: str
    value: str = ""
    n: int | None = None

    @property
    def is_withheld(self) -> bool:
        return self.n is None


@dataclass(frozen=True, slots=True)
class DataBrought:
    """What a data item brings: where the data is, its few figures, and how they are talked through."""

    link: str = ""
    figures: tuple[Figure, ...] = ()
    protocol: str = ""


@dataclass(frozen=True, slots=True)
class Timed:
    """Minutes of one kind, for one kind of learning."""

    minutes: int
    kind: ItemKind
    focus: Focus | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """The minutes of one agenda by kind, and by whose learning they serve; `both` counts half for each."""

    instructional: int = 0
    people: int = 0
    operational: int = 0
    student: int = 0
    adult: int = 0

    @property
    def minutes(self) -> int:
        return self.instructional + self.people + self.operational

    def share(self, kind: ItemKind) -> int:
        """The share of one kind in percent; zero when there are no minutes."""
        return round(100 * int(getattr(self, kind.value)) / self.minutes) if self.minutes else 0


def split_of(timed: Iterable[Timed]) -> Split:
    """Add the minutes up. An odd minute that serves both goes to the students' side."""
    kinds = dict.fromkeys(ItemKind, 0)
    student = adult = 0
    for one in timed:
        kinds[one.kind] += one.minutes
        half = one.minutes // 2
        student += {Focus.STUDENT: one.minutes, Focus.BOTH: one.minutes - half}.get(
            one.focus or Focus.ADULT, 0
        )
        adult += {Focus.ADULT: one.minutes, Focus.BOTH: half}.get(one.focus or Focus.STUDENT, 0)
    return Split(
        kinds[ItemKind.INSTRUCTIONAL], kinds[ItemKind.PEOPLE], kinds[ItemKind.OPERATIONAL], student, adult
    )


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
