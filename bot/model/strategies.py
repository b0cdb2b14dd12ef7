"""The few strategies a school works on, which stand on every agenda."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.model.ids import new_id

MOST_ACTIVE = 3
"""So many strategies a school works on at a time, unless the ILT agrees on an exception (R-040)."""


@dataclass(frozen=True, slots=True)
class StrategyVersion:
    """How a strategy stood from a day on, why it was changed, and in words who approved that."""

    on: date
    name: str
    status: str
    seen: str
    active: bool
    reason: str
    approved: str = ""


@dataclass(eq=False, kw_only=True)
class Strategy:
    """One strategy. `last_dive` is the day the ILT last looked at it closely; `components` are those of the
    district's reform it is work on. `seen` is what people will see in classrooms. `versions` are the changes
    made in chat, oldest first (R-041)."""

    school: str
    key: str
    name: str
    status: str = ""
    position: int = 0
    active: bool = True
    last_dive: date | None = None
    components: tuple[str, ...] = ()
    seen: str = ""
    versions: tuple[StrategyVersion, ...] = ()
    id: str = field(default_factory=new_id)

    def change(
        self, *, on: date, reason: str, approved: str = "", active: bool | None = None, **words: str
    ) -> bool:
        """Change its words, or whether it is at work, and keep a version; False without a difference."""
        before = (self.name, self.status, self.seen, self.active)
        self.name = words.get("name", self.name)
        self.status = words.get("status", self.status)
        self.seen = words.get("seen", self.seen)
        self.active = self.active if active is None else active
        now = (self.name, self.status, self.seen, self.active)
        if now == before and self.versions:
            return False
        self.note(on, reason, approved)
        return True

    def note(self, on: date, reason: str, approved: str = "") -> None:
        """Keep how it stands as a version."""
        now = StrategyVersion(on, self.name, self.status, self.seen, self.active, reason, approved)
        self.versions = (*self.versions, now)

    def changes_since(self, first: date) -> list[StrategyVersion]:
        """The versions that hold since a day or later, oldest first."""
        return [version for version in self.versions if version.on >= first]


def longest_untouched(strategies: Iterable[Strategy]) -> Strategy | None:
    """The active strategy whose last deep dive is longest ago, never counting as longest (R-061)."""
    active = [strategy for strategy in strategies if strategy.active]
    return min(active, key=lambda one: (one.last_dive or date.min, one.position, one.key), default=None)


def term_of(first: date | None, last: date | None, today: date) -> tuple[date, date]:
    """The first and the last day of the half of the school year that a day lies in, cut at the new year."""
    year = today.year if today.month > 7 else today.year - 1
    begins = first or date(year, 8, 1)
    ends = last or date(begins.year + 1, 7, 31)
    new_year = date(begins.year + 1, 1, 1)
    return (new_year, ends) if today >= new_year else (begins, date(begins.year, 12, 31))
