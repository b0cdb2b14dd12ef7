"""The minutes of a meeting: what its recorder confirms, and what was put under its items.

What was decided, parked and reached is read from the meeting itself, so that a word that is changed or hidden
later is so in the minutes too. Nothing here says who was there, and what was said at the opening is nowhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.model.ids import new_id
from bot.model.live import RunLine
from bot.model.live_room import Room
from bot.values import dataclass

TO_BACKUP = timedelta(hours=1)
"""So long after a meeting somebody else is asked to confirm its minutes."""
STILL_DECIDED = timedelta(minutes=10)
"""What is recorded so soon after the end was decided in the meeting."""


class MinutesState(StrEnum):
    """A `draft` is `confirmed`, or `unconfirmed` after a day; what was unconfirmed can be confirmed late."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"


@dataclass(eq=False, kw_only=True)
class Minutes:
    """One version of the minutes of the meeting of a day of the rule.

    `notes` are lines of the recorder, by the number of the agenda line; `remarks` belong to no item. `asked`
    is who has been asked to confirm them. `by` confirmed this version, or wrote it as a correction, for which
    `why` is the reason.
    """

    school: str
    day: date
    drafted_at: datetime
    version: int = 1
    state: MinutesState = MinutesState.DRAFT
    notes: Mapping[str, str] = field(default_factory=dict)
    remarks: str = ""
    asked: tuple[str, ...] = ()
    by: str | None = None
    settled_at: datetime | None = None
    why: str = ""
    id: str = field(default_factory=new_id)

    @property
    def is_open(self) -> bool:
        return self.state is MinutesState.DRAFT

    def write(self, notes: Mapping[str, str], remarks: str) -> None:
        """Let it say this; lines without words are left out."""
        self.notes = {number: words for number, words in notes.items() if words}
        self.remarks = remarks

    def confirm(self, person: str, now: datetime) -> bool:
        """Note that this person stands for it; False when somebody does already."""
        if self.state is MinutesState.CONFIRMED:
            return False
        self.state, self.by, self.settled_at = MinutesState.CONFIRMED, person, now
        return True

    def leave(self, now: datetime) -> bool:
        """Close it without anybody's confirmation; False when it is no draft any more."""
        if not self.is_open:
            return False
        self.state, self.settled_at = MinutesState.UNCONFIRMED, now
        return True

    def corrected(
        self, notes: Mapping[str, str], remarks: str, *, by: str, why: str, now: datetime
    ) -> "Minutes":
        """The next version; this one stays as it is."""
        following = replace(
            self,
            version=self.version + 1,
            state=MinutesState.CONFIRMED,
            by=by,
            why=why,
            settled_at=now,
            id=new_id(),
        )
        following.write(notes, remarks)
        return following


@dataclass(eq=False, kw_only=True)
class Excerpt:
    """Words from the thread of a meeting that stand under one of its lines (`place_of`) in the minutes.

    `by` is who put them there, not who wrote them; `link` leads to the message.
    """

    school: str
    day: date
    place: str
    words: str
    link: str
    by: str
    added_at: datetime
    id: str = field(default_factory=new_id)


@dataclass(eq=False, kw_only=True)
class PreRead:
    """What a member said about a line before the meeting; it is posted under the agenda with their name."""

    school: str
    day: date
    place: str
    words: str
    by: str
    added_at: datetime
    id: str = field(default_factory=new_id)


def place_of(line: RunLine) -> str:
    """What a line is known by before and after the meeting has begun: its item, its strategy or its title."""
    if line.item:
        return f"item:{line.item}"
    return f"strategy:{line.strategy}" if line.strategy else f"line:{line.title}"[:160]


@dataclass(frozen=True)
class Record:
    """All that minutes tell: the `decisions`, `parked` and `commitments` of that meeting in words, `excerpts`
    by place, and how many of its `rounds` of voices were full."""

    room: Room
    minutes: Minutes
    decisions: Sequence[str] = ()
    commitments: Sequence[str] = ()
    parked: Sequence[str] = ()
    excerpts: Mapping[str, Sequence[Excerpt]] = field(default_factory=dict)
    rounds: tuple[int, int] = (0, 0)
    may_edit: bool = False

    def name(self, person: str | None) -> str:
        return self.room.name(person)
