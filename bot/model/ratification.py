"""The faculty's vote on a decision that needs it: who has voted is in one place, how is in another."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.model.ids import new_id
from bot.model.publishing import FEWEST, AnswerCell, publishable

DAYS_TO_RATIFY = 5
"""School days, the one on which it is put before the faculty included."""


class Ballot(StrEnum):
    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


class RatificationState(StrEnum):
    """`open` -> `ratified` or `returned`; `dropped` when the decision was taken back first."""

    OPEN = "open"
    RATIFIED = "ratified"
    RETURNED = "returned"
    DROPPED = "dropped"


@dataclass(eq=False, kw_only=True)
class Ratification:
    """One decision before the faculty, from `opens_at` to `closes_at`; `share` percent of yes and no must be
    yes. `eligible` is how many could vote when it closed."""

    school: str
    decision: str
    opens_at: datetime
    closes_at: datetime
    share: int
    yes: int = 0
    no: int = 0
    abstain: int = 0
    eligible: int = 0
    state: RatificationState = RatificationState.OPEN
    id: str = field(default_factory=new_id)

    @property
    def cast(self) -> int:
        return self.yes + self.no + self.abstain

    @property
    def percent(self) -> int:
        """The share of yes among yes and no, rounded down so that it never seems to be enough."""
        return self.yes * 100 // (self.yes + self.no) if self.yes + self.no else 0

    def is_open(self, now: datetime) -> bool:
        return self.state is RatificationState.OPEN and self.opens_at <= now < self.closes_at

    def cast_one(self, ballot: Ballot) -> None:
        setattr(self, ballot.value, getattr(self, ballot.value) + 1)

    def drop(self) -> None:
        """It was taken back; what was said of it is forgotten."""
        self.state, self.yes, self.no, self.abstain = RatificationState.DROPPED, 0, 0, 0

    def close(self, *, ratified: bool, eligible: int) -> None:
        self.eligible = eligible
        self.state = RatificationState.RATIFIED if ratified else RatificationState.RETURNED

    def is_shown(self, fewest: int = FEWEST) -> bool:
        """Whether its figures may be shown: nobody's vote can be told from them."""
        cell = AnswerCell("ballots", (self.yes, self.no, self.abstain), self.eligible)
        return bool(publishable([cell], total_shown=True, fewest=fewest))
