"""The parking lot: what a meeting put off, who looks after it, and what became of it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.model.ids import new_id


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
