"""What somebody of the ILT said they would do, and what they themselves say of it (R-027, R-042)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.model.ids import new_id
from bot.model.publishing import FEWEST, PeopleCell, publishable


class CommitmentState(StrEnum):
    """Always in its owners' own words: of a `said` one nobody has spoken yet, and nobody has for a long time
    of one that `rests`. A `done` one, and one that was `let_go` with a reason, is over."""

    SAID = "said"
    MOVING = "moving"
    STUCK = "stuck"
    RESTS = "rests"
    DONE = "done"
    LET_GO = "let_go"


S = CommitmentState
OPEN = frozenset({S.SAID, S.MOVING, S.STUCK, S.RESTS})
TOLD = frozenset({S.MOVING, S.STUCK, S.DONE, S.LET_GO})
WAYS: Mapping[CommitmentState, frozenset[CommitmentState]] = {
    S.SAID: TOLD | {S.RESTS},
    S.MOVING: TOLD | {S.RESTS},
    S.STUCK: TOLD | {S.RESTS},
    S.RESTS: TOLD,
    S.DONE: frozenset(),
    S.LET_GO: frozenset(),
}
"""From each state, the states that may follow it."""

NUDGED = 2
"""School days before it is due, its owners are asked how it stands; once."""
RESTS_AFTER = 30
"""School days after it was due, or last spoken of, from which it is no longer read out."""


@dataclass(eq=False, kw_only=True)
class Commitment:
    """One thing that `owner`, with `others` or alone, will do by a school day.

    `day` is the meeting at which it was said. It may wait for another one (`waits_on`, since
    `waits_since`). `said_on` is the day on which an owner last spoke of it, and `ended_on` its last.
    """

    school: str
    text: str
    owner: str
    by: str
    made_on: date
    due_on: date
    others: tuple[str, ...] = ()
    day: date | None = None
    waits_on: str | None = None
    waits_since: date | None = None
    state: CommitmentState = CommitmentState.SAID
    note: str = ""
    said_on: date | None = None
    ended_on: date | None = None
    id: str = field(default_factory=new_id)

    @property
    def owners(self) -> tuple[str, ...]:
        return (self.owner, *self.others)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_waited_for(self) -> bool:
        """Whether it is still read out and asked about."""
        return self.is_open and self.state is not S.RESTS

    @property
    def last_word(self) -> date:
        """From when on its rest counts: the day it was due, or the last day somebody spoke of it."""
        return max(self.due_on, self.said_on or self.made_on)

    def become(self, state: CommitmentState, on: date, note: str = "") -> bool:
        """Take what its owner says; False, and nothing changes, when that cannot follow."""
        if state not in WAYS[self.state]:
            return False
        self.state = state
        if state is not S.RESTS:
            self.said_on, self.note = on, note
        if not self.is_open:
            self.ended_on = on
            self.waits_on = self.waits_since = None
        return True

    def wait_for(self, other: str | None, on: date) -> None:
        """Wait for another one from that day on, or for none any more."""
        if other != self.waits_on:
            self.waits_on, self.waits_since = other, on if other else None


def to_open_with(found: Iterable[Commitment], day: date, before: date) -> list[Commitment]:
    """What a meeting on `day` opens with, soonest due first: what is due by then and was not over at the
    meeting `before`."""
    due = [one for one in found if one.due_on <= day and one.state is not S.RESTS]
    shown = [one for one in due if one.ended_on is None or one.ended_on > before or one.due_on > before]
    return sorted(shown, key=lambda one: (one.due_on, one.id))


def would_circle(one: str, waits_on: str, found: Iterable[Commitment]) -> bool:
    """Whether a commitment that waits for another would, in the end, wait for itself."""
    known = {each.id: each for each in found}
    step: str | None = waits_on
    for _ in known:
        if step == one:
            return True
        step = known[step].waits_on if step in known else None
    return step == one


@dataclass(frozen=True, slots=True)
class FollowThrough:
    """Of so many that were due, so many were done, or let go with a reason, by their day (2.5)."""

    kept: int
    due: int


def follow_through(
    found: Sequence[Commitment], first: date, today: date, fewest: int = FEWEST
) -> FollowThrough | None:
    """For the team, of what was due from `first` to the day before `today`; None while it would tell of a
    few people only. Never per person."""
    due = [one for one in found if first <= one.due_on < today]
    people = {owner for one in due for owner in one.owners}
    cell = PeopleCell("the ILT", len(people))
    if not publishable([cell], total_shown=False, fewest=fewest):
        return None
    kept = [one for one in due if one.ended_on is not None and one.ended_on <= one.due_on]
    return FollowThrough(len(kept), len(due))


def longest_blocked(found: Iterable[Commitment]) -> Commitment | None:
    """The open one that has waited longest for another open one."""
    known = {one.id: one for one in found}
    waiting = [
        one
        for one in known.values()
        if one.is_waited_for and one.waits_since and one.waits_on in known and known[one.waits_on].is_open
    ]
    return min(waiting, key=lambda one: (one.waits_since or one.made_on, one.id), default=None)
