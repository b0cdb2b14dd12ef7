"""The parking lot: what a meeting put off, who looks after it, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.model.ids import new_id

FEWEST = 3
"""Of fewer things a percentage says nothing."""


class ParkedState(StrEnum):
    """What is parked comes back on every draft until it is resolved, or dropped with a reason."""

    PARKED = "parked"
    RESOLVED = "resolved"
    DROPPED = "dropped"


@dataclass(eq=False, kw_only=True)
class Parked:
    """Something that waits in the parking lot; its words are those of the agenda item `item`.

    `day` is the meeting it was parked at. With `group` (who they are, in words) a small group works on it
    until `due_on`.
    """

    school: str
    item: str
    day: date
    parked_on: date
    owner: str | None = None
    group: str = ""
    due_on: date | None = None
    state: ParkedState = ParkedState.PARKED
    settled_on: date | None = None
    id: str = field(default_factory=new_id)

    def settle(self, state: ParkedState, on: date) -> bool:
        """Say that it is over; False when it was before."""
        was_parked = self.state is ParkedState.PARKED
        if was_parked:
            self.state, self.settled_on = state, on
        return was_parked


@dataclass(frozen=True, slots=True)
class Waits:
    """One thing in the parking lot with the words of its item; `age` is in school days."""

    parked: Parked
    title: str
    age: int


@dataclass(frozen=True, slots=True)
class Lot:
    """What is parked, oldest first, and of what was parked how much was resolved within two meetings, in
    percent; None while too little of it is old enough to say."""

    open: tuple[Waits, ...] = ()
    settled_soon: int | None = None

    @property
    def oldest(self) -> int:
        return max((one.age for one in self.open), default=0)


def soon_settled(entries: Iterable[Parked], held: Sequence[date]) -> int | None:
    """The percentage of what was parked that was resolved within the two meetings after it (R-088).

    `held` are the days of meetings. What was parked less than two meetings ago and still waits does not
    count yet; None with fewer than three that do.
    """
    counted = resolved = 0
    for entry in entries:
        after = sorted(day for day in held if day > entry.parked_on)
        by = after[1] if len(after) > 1 else None
        soon = entry.state is ParkedState.RESOLVED and (by is None or (entry.settled_on or by) <= by)
        if soon or by is not None:
            counted, resolved = counted + 1, resolved + soon
    return round(100 * resolved / counted) if counted >= FEWEST else None
