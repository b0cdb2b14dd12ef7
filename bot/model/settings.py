"""What a school has decided about the bot, one value for all of it; every change is a new version."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.model.agenda_items import Outcome
from bot.model.cadence import Sharing
from bot.model.languages import Language
from bot.model.relay_ways import RelayWays
from bot.model.tags import Tags


class RoutineName(StrEnum):
    """The parts of the bot that a school switches on when it is ready for them."""

    INPUT = "input"
    MEETINGS = "meetings"
    DECISIONS = "decisions"
    WALKTHROUGHS = "walkthroughs"
    CHECKINS = "checkins"
    CYCLES = "cycles"


EVERYTHING = frozenset(RoutineName)
TO_BEGIN_WITH = frozenset({RoutineName.INPUT, RoutineName.MEETINGS})
"""What a new ILT is offered to start with."""


@dataclass(frozen=True, slots=True)
class Authority:
    """Who decides about something, in the school's own words."""

    what: str
    who: str


@dataclass(frozen=True, slots=True)
class Held:
    """A time a school was quiet: what was due after `since` and up to `until` waits for somebody to look."""

    since: datetime
    until: datetime


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Every default is what a school has that never said anything.

    A school that is not `live` is still being set up: nothing is switched on for anybody. `began` says
    since when a routine has been on; nothing that was due before is caught up on. `steps` are the
    parts of the setup that somebody has been through. `k` is the smallest group of people of which anything
    is shown; it can be raised, and counts as five when it is less. `safety_contact` is whom to speak to when
    a child may be in danger, in the school's own words. `shared_years` is how long shared records are
    kept, seven years where the district has no rule of its own. `support` is what the ILT has been promised
    (`bot.model.support`). Administrators facilitate at most `facilitation_cap` percent of the meetings.
    """

    on: frozenset[RoutineName] = EVERYTHING
    messages_a_day: int = 2
    posts_a_day: int = 1
    quiet_since: datetime | None = None
    live: bool = True
    began: Mapping[RoutineName, datetime] = field(default_factory=dict)
    steps: frozenset[str] = frozenset()
    authority: tuple[Authority, ...] = ()
    held: Held | None = None
    half_day_closes: time = time(12)
    late_start_opens: time = time(9, 30)
    rotation: tuple[str, ...] = ()
    rotates_from: date | None = None
    multilingual: str = "ELL"
    grades: tuple[str, ...] = ()
    language_hints: bool = True
    acting_until: date | None = None
    k: int = 5
    shared_years: int = 7
    safety_contact: str = ""
    language: Language = Language.ENGLISH
    questions: Mapping[Outcome, tuple[str, ...]] = field(default_factory=dict)
    tags: Tags = field(default_factory=Tags)
    sharing: Sharing = field(default_factory=Sharing)
    support: frozenset[str] = frozenset()
    relay: RelayWays = field(default_factory=RelayWays)
    facilitation_cap: int = 25

    @property
    def off(self) -> frozenset[RoutineName]:
        return EVERYTHING - self.on if self.live else EVERYTHING

    @property
    def is_silent(self) -> bool:
        """Whether the bot starts nothing of its own accord: the school is quiet, or still being set up."""
        return self.quiet_since is not None or not self.live

    def missed(self, routine: RoutineName | None, at: datetime) -> bool:
        """Whether something of this routine was due before the routine was switched on."""
        since = self.began.get(routine) if routine else None
        return since is not None and at <= since

    def holds(self, at: datetime) -> bool:
        """Whether something that the bot starts at this moment waits: for quiet to be lifted, or to be looked
        through afterwards."""
        if self.is_silent:
            return True
        return self.held is not None and self.held.since < at <= self.held.until
