"""Evidence threads: from what was seen or said to a decision, and on to what became of it (R-076)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.model.calendar import NoSchoolAhead, SchoolCalendar
from bot.model.decisions import Step
from bot.model.decisions_life import DecisionChange
from bot.model.going import GoingRound

WITHOUT_EVIDENCE = timedelta(weeks=6)
"""After so long without a follow-up, whoever looks after a decision is asked once."""


class Kind(StrEnum):
    """What stands at one place of a thread, in the order things usually happen."""

    INPUT = "input"
    TREND = "trend"
    PROBLEM = "problem"
    ITEM = "item"
    CHECK = "check"
    DECISION = "decision"
    RELAY = "relay"
    SUPPORT = "support"
    QUESTION = "question"
    ANSWER = "answer"
    PULSE = "pulse"
    REVIEW = "review"


OPEN_TO_STAFF = frozenset({Kind.TREND, Kind.DECISION, Kind.RELAY, Kind.REVIEW})
"""What all staff have read anyway; of the rest they read only how much there is."""
ORDER = {kind: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in a thread: what it is, its day, and in words what there is to say of it. `is_own` is what
    its reader said themself."""

    kind: Kind
    on: date
    words: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A node, and how many school days after the one before."""

    node: Node
    after: int | None


def stages(nodes: Iterable[Node], calendar: SchoolCalendar) -> tuple[Stage, ...]:
    """The nodes by day, each with the school days since the one before."""
    found: list[Stage] = []
    for node in sorted(nodes, key=lambda one: (one.on, ORDER[one.kind])):
        before = found[-1].node.on if found else None
        gap = None if before is None else max(0, len(list(calendar.school_days(before, node.on))) - 1)
        found.append(Stage(node, gap))
    return tuple(found)


def stripped(nodes: Iterable[Node]) -> tuple[tuple[Node, ...], Mapping[Kind, int]]:
    """What all staff may read, with their own; of the rest, how many there are of each kind."""
    shown: list[Node] = []
    counted: Counter[Kind] = Counter()
    for node in nodes:
        if node.kind in OPEN_TO_STAFF or node.is_own:
            shown.append(node)
        else:
            counted[node.kind] += 1
    return tuple(shown), dict(sorted(counted.items(), key=lambda pair: ORDER[pair[0]]))


def has_followed(history: Sequence[DecisionChange], rounds: Sequence[GoingRound]) -> bool:
    """Whether there is evidence of what came of a decision: a review, or a round with a result to read."""
    reviewed = any(change.step is not Step.CORRECT for change in history)
    return reviewed or any(one.result and one.result.counts for one in rounds)


def asked_on(relayed_on: date, calendar: SchoolCalendar) -> date | None:
    """The first school day of the week in which six weeks are over; None when the calendar ends before."""
    after = relayed_on + WITHOUT_EVIDENCE
    monday = after + timedelta(days=-after.weekday() % 7)
    try:
        return calendar.on_or_after(monday)
    except NoSchoolAhead:
        return None
