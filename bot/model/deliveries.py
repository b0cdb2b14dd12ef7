"""What became of a school's messages: those that arrived, and those that did not as they were meant to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.model.audiences import Audience
from bot.model.letter_kinds import kind_of
from bot.model.outbox import DIGEST, LetterAct, LetterState
from bot.model.reaching import is_about_a_person

LATE_AFTER = timedelta(minutes=10)
"""What arrives so much later than it was meant to is counted as late."""

TOGETHER = "Several messages in one"
OTHER = "Another message"
OUT_OF_REACH = "A message to somebody out of reach"
"""Who is out of reach, and since when, is said elsewhere: with its kind it would tell who asked or wrote."""


class Fate(StrEnum):
    """`arrived` on time or `late`; told `together` with others; `elsewhere`: somebody else got it, or another
    platform. `expired`, `failed`, `unsure` and `dropped` as in `LetterState`. `waiting`: it is due, and has
    not gone. `ahead`: its moment is yet to come."""

    ARRIVED = "arrived"
    LATE = "late"
    TOGETHER = "together"
    ELSEWHERE = "elsewhere"
    WAITING = "waiting"
    EXPIRED = "expired"
    FAILED = "failed"
    UNSURE = "unsure"
    DROPPED = "dropped"
    AHEAD = "ahead"


MISSED = (Fate.WAITING, Fate.EXPIRED, Fate.FAILED, Fate.UNSURE, Fate.DROPPED)
"""What is listed one by one: it has not arrived as it was meant to."""

LOST = (Fate.EXPIRED, Fate.FAILED, Fate.UNSURE)
"""What somebody should know of who looks after the bot."""

ENDS = {
    LetterState.MERGED: Fate.TOGETHER,
    LetterState.REROUTED: Fate.ELSEWHERE,
    LetterState.EXPIRED: Fate.EXPIRED,
    LetterState.FAILED: Fate.FAILED,
    LetterState.UNSURE: Fate.UNSURE,
    LetterState.DROPPED: Fate.DROPPED,
}


@dataclass(frozen=True, slots=True)
class Tracked:
    """A message as the outbox has it, without a word of it.

    One that was never written, because its moment had gone by, has no `id` and no `audience`.
    """

    key: str
    state: LetterState
    due_at: datetime
    id: str = ""
    audience: Audience | None = None
    act: LetterAct = LetterAct.POST
    thread: str | None = None
    first_tried_at: datetime | None = None
    settled_at: datetime | None = None
    trouble: str | None = None
    attempts: int = 0
    is_held: bool = False

    @property
    def meant_for(self) -> datetime:
        """When it was to arrive, however often it was tried since."""
        return min(self.due_at, self.first_tried_at or self.due_at)

    @property
    def what(self) -> str:
        """What kind of message it is, in words; of one whose reader is out of reach, only that."""
        if self._is_out_of_reach:
            return OUT_OF_REACH
        return what(self.key if self.act is LetterAct.POST else self.thread or self.key)

    @property
    def _is_out_of_reach(self) -> bool:
        is_for_a_person = self.audience is not None and self.audience.person_id is not None
        has_ended = self.state in (LetterState.FAILED, LetterState.REROUTED)
        return is_for_a_person and has_ended and is_about_a_person(self.trouble or "")

    def fate(self, now: datetime) -> Fate:
        """What has become of it by now."""
        if self.state is LetterState.SENT:
            is_late = self.settled_at is not None and self.settled_at - self.meant_for >= LATE_AFTER
            return Fate.LATE if is_late else Fate.ARRIVED
        if self.state is LetterState.PENDING and not self.is_held and self.due_at > now:
            return Fate.AHEAD
        return ENDS.get(self.state, Fate.WAITING)


@dataclass(frozen=True, slots=True)
class Missed:
    """One message that did not arrive as it was meant to; `whom` it was for is in words."""

    letter: Tracked
    fate: Fate
    whom: str


@dataclass(frozen=True, slots=True)
class Report:
    """The messages of some days: how many of each kind met which fate, and `missed`, the latest first.

    `more` were missed beyond those listed. `now` is when it was made, `zone` the school's.
    """

    days: int
    counts: Mapping[str, Mapping[Fate, int]]
    missed: Sequence[Missed]
    more: int
    now: datetime
    zone: ZoneInfo

    def total(self, *fates: Fate) -> int:
        """How many messages met one of these fates."""
        return sum(by_fate.get(fate, 0) for by_fate in self.counts.values() for fate in fates)


def slug_of(key: str) -> str:
    """The kind of a message in one word, for figures and logs: "meeting_agenda"."""
    if key.startswith(DIGEST):
        return "digest"
    kind = kind_of(key)
    if kind is None:
        return "other"
    words = (word for word in kind.pattern.replace("-", "_").split("/") if word != "*" and "?" not in word)
    return "_".join(words)


def what(key: str) -> str:
    """What kind of message has this key, in words."""
    if key.startswith(DIGEST):
        return TOGETHER
    kind = kind_of(key)
    return kind.what if kind else OTHER
