"""The minutes of a meeting: what its recorder confirms, and what was put under its items.

What was decided, parked and reached is read from the meeting itself, so that a word that is changed or hidden
later is so in the minutes too. Nothing here says who was there, and what was said at the opening is nowhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from bot.model.ids import new_id
from bot.model.live import RunLine
from bot.model.live_room import Room

TO_BACKUP = timedelta(hours=1)
"""So long after a meeting somebody else is asked to confirm its minutes."""
STILL_DECIDED = timedelta(minutes=10)
"""What is recorded so soon after the end was decided in the meeting."""


REMARKS = "remarks"
"""The place of what belongs to no line."""


def mark(words: str) -> str:
    """What a text is known by to whoever saw it, eight letters; texts that differ hardly share one."""
    return sha256(words.encode()).hexdigest()[:8]


NOTHING = mark("")


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
    `why` is the reason; of a draft it is who last wrote in it.
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

    @property
    def texts(self) -> dict[str, str]:
        """All that is written in it, by number of the line, and by `REMARKS`."""
        return {**self.notes, REMARKS: self.remarks}

    def differs_from(self, seen: Mapping[str, str]) -> bool:
        """Whether it says something else than to who saw texts with these marks."""
        stands = {place: mark(words) for place, words in self.texts.items()}
        return any(stands.get(one, NOTHING) != seen.get(one, NOTHING) for one in {*stands, *seen})

    def write_together(self, mine: Mapping[str, str], seen: Mapping[str, str], by: str) -> tuple[str, ...]:
        """Write what `by` changed since they saw it, and keep what others wrote meanwhile.

        `mine` is like `texts`, `seen` the `mark` of each text they saw. Where both changed a text, both stay,
        the earlier one first; return where that is so.
        """
        kept, both = dict(self.texts), []
        for place, words in mine.items():
            stands, saw = self.texts.get(place, ""), seen.get(place, NOTHING)
            if mark(words) == saw:
                continue
            if mark(stands) == saw or stands in words:
                kept[place] = words
            elif words not in stands:
                kept[place] = f"{stands}\n{words}"
                both.append(place)
        remarks = kept.pop(REMARKS)
        self.write(kept, remarks)
        self.by = by
        return tuple(both)

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
class Meanwhile:
    """Somebody else wrote while one did; `both` are the places where the words of both stand."""

    by: str | None
    both: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """All that minutes tell: the `decisions`, `parked` and `commitments` of that meeting in words, `excerpts`
    by place, and how many of its `rounds` of voices were full. `met` is said to who wrote at the same time as
    somebody else."""

    room: Room
    minutes: Minutes
    decisions: Sequence[str] = ()
    commitments: Sequence[str] = ()
    parked: Sequence[str] = ()
    excerpts: Mapping[str, Sequence[Excerpt]] = field(default_factory=dict)
    rounds: tuple[int, int] = (0, 0)
    may_edit: bool = False
    met: Meanwhile | None = None

    def name(self, person: str | None) -> str:
        return self.room.name(person)
