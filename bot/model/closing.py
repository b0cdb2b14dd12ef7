"""The closing question of a meeting: who has answered and what was answered are kept apart (R-051)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.model.ids import new_id
from bot.model.publishing import FEWEST, AnswerCell, publishable

SCALE = (1, 2, 3, 4)
LAST = 5
"""The mean goes over so many meetings."""


class ClosingState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ClosingMeans:
    """The means of both questions, from 1 to 4, and of how many answers."""

    answers: int
    worth: float
    change: float


@dataclass(frozen=True, slots=True)
class Touched:
    """How many of `eligible` members took part `before` a meeting, `during` it and `after`; never who."""

    before: int
    during: int
    after: int
    eligible: int

    def may_be_told(self, count: int, fewest: int) -> bool:
        """Whether a count is large enough, and not that of everybody."""
        return max(FEWEST, fewest) <= count < self.eligible


@dataclass(eq=False, kw_only=True)
class Closing:
    """The closing question of the meeting of a day. `means`, `plus` and `delta` are there once it is closed,
    and only where they may be shown; so is how many took part. `pledge` is what the facilitator says that the
    ILT will change."""

    school: str
    day: date
    closes_at: datetime
    state: ClosingState = ClosingState.OPEN
    means: ClosingMeans | None = None
    plus: tuple[str, ...] = ()
    delta: tuple[str, ...] = ()
    pledge: str = ""
    touched: Touched | None = None
    id: str = field(default_factory=new_id)

    def is_open(self, now: datetime) -> bool:
        return self.state is ClosingState.OPEN and now < self.closes_at

    def close(self, answers: Sequence["ClosingAnswer"], eligible: int, fewest: int) -> None:
        """End it with what may be shown of these answers, which come in an order made by chance."""
        self.state = ClosingState.CLOSED
        if may_be_shown(answers, eligible, fewest):
            self.means = means_of(answers)
            self.plus = tuple(one.plus for one in answers if one.plus)
            self.delta = tuple(one.delta for one in answers if one.delta)


@dataclass(eq=False, kw_only=True)
class ClosingAnswer:
    """One answer. It belongs to nobody; its id is made from chance."""

    school: str
    closing: str
    worth: int
    change: int
    plus: str
    delta: str
    id: str


@dataclass(eq=False, kw_only=True)
class ClosingParticipant:
    """That somebody has answered, kept apart from what, only until the question closes."""

    school: str
    closing: str
    person: str
    id: str


def may_be_shown(answers: Sequence[ClosingAnswer], eligible: int, fewest: int) -> bool:
    """Whether so many answered, and not all, and not all the same, that nobody can be picked out."""
    cells = [
        AnswerCell(
            name, tuple(sum(getattr(one, name) == mark for one in answers) for mark in SCALE), eligible
        )
        for name in ("worth", "change")
    ]
    return len(publishable(cells, total_shown=False, fewest=fewest)) == len(cells)


def means_of(answers: Sequence[ClosingAnswer]) -> ClosingMeans:
    """The means, each rounded to one decimal."""
    many = len(answers)
    worth, change = sum(one.worth for one in answers), sum(one.change for one in answers)
    return ClosingMeans(many, round(worth / many, 1), round(change / many, 1))


def rolling(closings: Sequence[Closing]) -> ClosingMeans | None:
    """The means over the last meetings of which anything may be shown, each answer counted once."""
    shown = [one.means for one in closings if one.means is not None][:LAST]
    many = sum(one.answers for one in shown)
    if not many:
        return None
    worth = sum(one.worth * one.answers for one in shown) / many
    change = sum(one.change * one.answers for one in shown) / many
    return ClosingMeans(many, round(worth, 1), round(change, 1))
