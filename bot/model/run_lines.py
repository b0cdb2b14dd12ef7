"""The lines of a meeting that runs: their minutes, their clock, and what became of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.agenda_items import ItemKind, Outcome, Provenance


class Result(StrEnum):
    """What became of a line. Only what is parked, carried or with a group comes back."""

    DECIDED = "decided"
    LEARNED = "learned"
    INFORMED = "informed"
    NEXT_STEP = "next_step"
    PARKED = "parked"
    GROUP = "group"
    CARRIED = "carried"


class Met(StrEnum):
    """Whether an objective of the meeting was met, as the facilitator says at its end."""

    MET = "met"
    PARTLY = "partly"
    NOT = "not"


USUALLY: Mapping[Outcome, Result] = {
    Outcome.INFORM: Result.INFORMED,
    Outcome.LEARN: Result.LEARNED,
    Outcome.DISCUSS: Result.NEXT_STEP,
    Outcome.DECIDE: Result.CARRIED,
}
"""What a line came to when nothing else is said. What was to be decided and was not comes back."""

BRIEF = 5
"""With fewer minutes than this a standing line is only touched on."""
FINISHED = frozenset({Result.DECIDED, Result.LEARNED, Result.INFORMED, Result.NEXT_STEP})


@dataclass(frozen=True, slots=True)
class RunLine:
    """One line of the agenda in a meeting that runs. `number` names it for good and is its place for people.

    `title` is empty where `item` is the id of an agenda item. `planned` are the minutes it began the meeting
    with (0 for what was added), `minutes` those it has now. `seconds` is how long it really took. `asked`
    counts how often other questions were wanted, `ran_over` says that nothing was chosen when its time was
    well over.
    """

    number: int
    minutes: int
    planned: int
    aim: Outcome = Outcome.INFORM
    provenance: Provenance | None = None
    title: str = ""
    item: str | None = None
    is_frame: bool = False
    strategy: str | None = None
    kind: ItemKind | None = None
    was_added: bool = False
    began_at: datetime | None = None
    seconds: int = 0
    extensions: int = 0
    result: Result | None = None
    ran_over: bool = False
    asked: int = 0

    @property
    def is_planned(self) -> bool:
        """Whether it counts toward keeping to the agenda: not the opening, the closing or an addition."""
        return not self.is_frame and not self.was_added

    @property
    def is_brief(self) -> bool:
        """Whether it is only touched on: too short for questions, or for a choice of what becomes of it."""
        return self.is_frame or (self.item is None and self.minutes < BRIEF)

    @property
    def usual(self) -> Result:
        """What it came to when nothing else is said."""
        return Result.INFORMED if self.is_frame else USUALLY[self.aim]

    @property
    def was_reached(self) -> bool:
        return self.began_at is not None


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody wants five minutes more: for the line at hand, or with `whole` for the meeting."""

    person: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Took:
    """The whole minutes of one line, planned and real; `line` is None for time that no line had."""

    line: RunLine | None
    planned: int
    actual: int

    @property
    def over(self) -> int:
        return self.actual - self.planned
