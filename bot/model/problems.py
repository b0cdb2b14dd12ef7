"""Problems of practice: what the ILT wants to change in what adults do, from a first sentence to its end."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum

from bot.model.ids import new_id


class Check(StrEnum):
    """The four questions a problem of practice is held against."""

    POSITIVE = "positive"
    SOLVABLE = "solvable"
    MEASURABLE = "measurable"
    SPECIFIC = "specific"


class Mark(StrEnum):
    """The answer to one of them."""

    PASS = "pass"  # noqa: S105  # a word of a menu
    FIX = "fix"
    UNCLEAR = "unclear"


class ProblemState(StrEnum):
    """A `draft` is `framed` when all four questions are answered yes, and `ready` when its plan is whole."""

    DRAFT = "draft"
    FRAMED = "framed"
    READY = "ready"
    IN_ACTION = "in_action"
    RESOLVED = "resolved"
    REFRAMED = "reframed"
    STOPPED = "stopped"


S = ProblemState
WAYS: Mapping[ProblemState, frozenset[ProblemState]] = {
    S.DRAFT: frozenset({S.FRAMED, S.READY, S.REFRAMED, S.STOPPED}),
    S.FRAMED: frozenset({S.DRAFT, S.READY, S.REFRAMED, S.STOPPED}),
    S.READY: frozenset({S.DRAFT, S.FRAMED, S.IN_ACTION, S.REFRAMED, S.STOPPED}),
    S.IN_ACTION: frozenset({S.RESOLVED, S.REFRAMED, S.STOPPED}),
    S.RESOLVED: frozenset(),
    S.REFRAMED: frozenset(),
    S.STOPPED: frozenset(),
}
"""From each state, the states that may follow it."""

PREPARED = frozenset({S.DRAFT, S.FRAMED, S.READY})
OPEN = PREPARED | {S.IN_ACTION}


@dataclass(frozen=True, slots=True)
class Step:
    """One line of history: what it came to be on a day, and the words of that day."""

    on: date
    state: ProblemState
    words: str


@dataclass(frozen=True, slots=True)
class Canvas:
    """The plan for a problem: why it may be so, what is tried, by whom, and how one will know (R-070)."""

    cause: str = ""
    move: str = ""
    who: str = ""
    support: str = ""
    measure: str = ""
    stop_rule: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the fields that are empty, in their order."""
        return tuple(one.name for one in fields(self) if not getattr(self, one.name))


@dataclass(eq=False, kw_only=True)
class Problem:
    """One problem of practice. It names no person, no room and no student; `students` is what they will do
    differently. `instead_of` is the problem that was framed anew as this one."""

    school: str
    number: int
    statement: str
    framed_by: str
    framed_on: date
    students: str = ""
    strategy: str | None = None
    marks: Mapping[Check, Mark] = field(default_factory=dict)
    canvas: Canvas = Canvas()
    review_on: date | None = None
    instead_of: str | None = None
    state: ProblemState = ProblemState.DRAFT
    history: tuple[Step, ...] = ()
    id: str = field(default_factory=new_id)

    @property
    def label(self) -> str:
        return f"P-{self.number:03d}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def passes(self) -> bool:
        """Whether its author answered all four questions with yes."""
        return all(self.marks.get(check) is Mark.PASS for check in Check)

    @property
    def missing(self) -> tuple[str, ...]:
        """What its plan still lacks, by field name."""
        return (*self.canvas.missing, *(() if self.review_on else ("review_on",)))

    def settle(self, on: date) -> None:
        """Bring the state of one that is being prepared to what is written down of it, and note the words."""
        if self.state in PREPARED:
            framed = self.passes and bool(self.students)
            planned = S.READY if not self.missing else S.FRAMED
            self._note(on, planned if framed else S.DRAFT, self.statement)

    def become(self, state: ProblemState, words: str, on: date) -> bool:
        """Move on to a state; False, and nothing changes, when that state cannot follow this one."""
        if state not in WAYS[self.state]:
            return False
        self._note(on, state, words)
        return True

    def _note(self, on: date, state: ProblemState, words: str) -> None:
        last = self.history[-1] if self.history else None
        self.state = state
        if last is None or (last.state, last.words) != (state, words):
            self.history = (*self.history, Step(on, state, words))
