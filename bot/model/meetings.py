"""A meeting of the ILT: the day it is on, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.model.agenda_items import Split
from bot.model.ids import new_id


class MeetingState(StrEnum):
    """A meeting only ever moves on. One that falls on a day without school stays where it was."""

    PLANNED = "planned"
    CALLED = "called"
    DRAFTED = "drafted"
    PUBLISHED = "published"
    CLOSED = "closed"


PROGRESS = tuple(MeetingState)
LATE_STATES = frozenset({MeetingState.PUBLISHED, MeetingState.CLOSED})


@dataclass(eq=False, kw_only=True)
class Meeting:
    """One meeting. `day` is its day of the rule, by which it is known; `on` the day it is really on.

    `deep_dive` is the key of the strategy it looks at closely, known from the draft on. `objectives` are
    up to three outcomes, each what follows "By the end we will have". `template` is the key of the agenda
    template that shapes it, None for the one its length asks for. `scope` is the key of the one team it is
    about, empty when it is about the whole school, and `direction` the next step it leads to. `returned` are
    the minutes everybody got back. `trimmed` has the minutes that items had before they were fitted to the
    time, `settled` the items carried over twice about which the facilitator has chosen. With `thread_until`
    nobody meets: it is settled in a thread, up to and including that day. `reason` says why it was moved or
    skipped; `purpose` is what the ILT was for on the day the agenda was published.
    """

    school: str
    day: date
    starts_at: datetime
    minutes: int
    title: str
    state: MeetingState = MeetingState.PLANNED
    deep_dive: str | None = None
    moved_to: date | None = None
    skipped: bool = False
    objectives: tuple[str, ...] = ()
    template: str | None = None
    scope: str = ""
    direction: str = ""
    returned: int = 0
    trimmed: Mapping[str, int] = field(default_factory=dict)
    settled: tuple[str, ...] = ()
    thread_until: date | None = None
    split: Split | None = None
    unlinked_why: str = ""
    reason: str = ""
    purpose: str = ""
    id: str = field(default_factory=new_id)

    @property
    def on(self) -> date:
        return self.moved_to or self.day

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_in_thread(self) -> bool:
        """Whether nobody meets, because it is settled in a thread instead."""
        return self.thread_until is not None

    @property
    def minutes_back(self) -> int:
        """The minutes each member got back: of a shorter meeting, or of one that was not needed."""
        return self.returned + (self.minutes if self.is_in_thread else 0)

    def shorten(self, minutes: int) -> None:
        """Let it take so many minutes; the rest is given back."""
        self.returned += self.minutes - minutes
        self.minutes = minutes

    @property
    def is_published(self) -> bool:
        return self.state in LATE_STATES

    @property
    def is_drafted(self) -> bool:
        return self.is_published or self.state is MeetingState.DRAFTED

    def reach(self, state: MeetingState) -> bool:
        """Move on to a state, and say whether that was a move; a meeting never goes back."""
        moves = PROGRESS.index(state) > PROGRESS.index(self.state)
        self.state = state if moves else self.state
        return moves
