"""How it goes with a decision: two short rounds in the channels it touches, without a name (R-098)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.ids import new_id
from bot.model.publishing import FEWEST, AnswerCell, publishable

FIRST_AFTER, BEFORE_REVIEW = 10, -2
"""School days after it took effect, and before its review."""
OPEN_FOR = 3
SMALL = ""
"""Answers from teams that are too small belong to no team, from the beginning."""


class Going(StrEnum):
    """What somebody says of it with one tap."""

    WELL = "well"
    MIXED = "mixed"
    NOT_YET = "not_yet"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class GoingResult:
    """How often each answer was given, in the order of `Going`; nothing where that is withheld. `by_team`
    holds the teams of which it may be shown, by key."""

    counts: tuple[int, ...] = ()
    by_team: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(eq=False, kw_only=True)
class GoingRound:
    """One round about one decision, in the channels of `teams`. `result` is there once it is closed."""

    school: str
    decision: str
    teams: tuple[str, ...]
    opens_on: date
    closes_on: date
    result: GoingResult | None = None
    id: str = field(default_factory=new_id)

    @property
    def is_open(self) -> bool:
        return self.result is None


@dataclass(eq=False, kw_only=True)
class GoingAnswer:
    """One answer. It belongs to nobody, and to a team only where that is large enough; its id is chance."""

    school: str
    round: str
    team: str
    mark: Going
    id: str


@dataclass(eq=False, kw_only=True)
class GoingParticipant:
    """That somebody has answered, kept apart from what, until the round closes."""

    school: str
    round: str
    person: str
    id: str


def round_days(
    starts_on: date, review_on: date | None, calendar: SchoolCalendar
) -> Sequence[tuple[date, date]]:
    """The first and the last day of each round; a review that is too near leaves out the first one."""
    found: list[tuple[date, date]] = []
    try:
        if review_on is not None:
            found.append((calendar.shift(review_on, BEFORE_REVIEW), calendar.shift(review_on, -1)))
        first = calendar.shift(starts_on, FIRST_AFTER)
        last = calendar.shift(first, OPEN_FOR)
    except NoSchoolAhead:
        return found
    return [(first, last), *found] if not found or last < found[0][0] else found


def counted(marks: Sequence[Going]) -> tuple[int, ...]:
    return tuple(sum(one is mark for one in marks) for mark in Going)


def result_of(
    answers: Sequence[tuple[str, Going]], eligible: Mapping[str, int], fewest: int = FEWEST
) -> GoingResult:
    """What may be shown: all together, and of each team what cannot be worked out against the others.

    `answers` are pairs of a team and a mark; `eligible` says how many could answer, by team, with `SMALL` for
    those of all small teams. Teams are withheld together with what would give them away.
    """
    cells = [
        AnswerCell(team or "small", counted([mark for of, mark in answers if of == team]), many)
        for team, many in eligible.items()
    ]
    whole = AnswerCell("whole", counted([mark for _, mark in answers]), sum(eligible.values()))
    if not publishable([whole], total_shown=False, fewest=fewest):
        return GoingResult()
    shown = publishable(cells, total_shown=True, fewest=fewest) - {"small"}
    return GoingResult(whole.counts, {cell.name: cell.counts for cell in cells if cell.name in shown})
