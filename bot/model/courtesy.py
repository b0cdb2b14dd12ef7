"""How often the bot may write: what is counted, what goes, what is told together, what waits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from hashlib import blake2b

from bot.model.calendar import A_DAY, NoSchoolAhead, SchoolCalendar
from bot.model.ids import new_id

LONGEST_PAUSE = 10
ON_TIME = timedelta(minutes=15)
"""What is written so soon after the morning time still belongs to that morning."""

CROWD = 200
"""People of one workspace who may be written to in the same minute before they are spread."""
LONGEST_SPREAD = 30
"""Minutes over which they are spread at most."""


def let_wait(person: str, day: date, crowd: int) -> timedelta:
    """How long one of a crowd waits, so that not everybody is written to in the same minute: somebody else
    longest on another day, and the same however often it is worked out."""
    minutes = min(LONGEST_SPREAD, -(-crowd // CROWD))
    if minutes < 2:
        return timedelta()
    drawn = blake2b(f"{person}/{day}".encode(), digest_size=8).digest()
    return timedelta(minutes=int.from_bytes(drawn) % minutes)


class Weight(IntEnum):
    """Why a letter that the bot starts is worth reading, what matters most first."""

    TODAY = 1
    WAITS = 2
    NEWS = 3
    NICE = 4


class Wish(StrEnum):
    """What a person wishes of one routine: its messages, one collected message, or none."""

    NORMAL = "normal"
    DIGEST = "digest"
    OFF = "off"


@dataclass(eq=False, kw_only=True)
class Preference:
    """One person's wish for one routine. Nobody else ever sees it."""

    school: str
    person: str
    routine: str
    wish: Wish
    id: str = field(default_factory=new_id)


@dataclass(eq=False, kw_only=True)
class Pause:
    """One person wants nothing until `back_at`, a school morning. Nobody else ever sees it."""

    school: str
    person: str
    back_at: datetime
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Queued:
    """A letter the bot started and has not let go yet, as far as courtesy needs to know it."""

    id: str
    weight: Weight
    due_at: datetime
    stale_at: datetime | None = None
    is_gathered: bool = False
    wish: Wish = Wish.NORMAL

    @property
    def comes_together(self) -> bool:
        """Whether its reader is to get it together with others where there are any."""
        return self.is_gathered or self.wish is Wish.DIGEST

    def is_lost_by(self, moment: datetime) -> bool:
        """Whether it would come too late then."""
        return self.stale_at is not None and self.stale_at <= moment


@dataclass(frozen=True, slots=True)
class Wait:
    """Until when a letter waits, and whether it is then told together with others."""

    until: datetime
    is_gathered: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """By letter id: what goes by itself, what is told in one letter, what waits, what is never sent."""

    go: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    wait: Mapping[str, Wait] = field(default_factory=dict)
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pace:
    """What holds for one reader now: `left` of today's letters, and until when they want none."""

    now: datetime
    calendar: SchoolCalendar
    left: int
    back_at: datetime | None = None

    def verdict(self, letters: Iterable[Queued]) -> Verdict:
        """Decide about all letters that are due to one person or channel (R-295).

        What fits into the day's number goes, each by itself; what does not is told in one letter, most
        important first. When the number is used up the rest waits for the next school morning, but for
        what would then be too late.
        """
        never = tuple(one.id for one in letters if one.wish is Wish.OFF)
        waits: dict[str, Wait] = {}
        ready: list[Queued] = []
        for one in sorted(letters, key=lambda one: (one.weight, one.due_at, one.id)):
            until = self._held(one)
            if one.id in never:
                continue
            if until is None:
                ready.append(one)
            else:
                waits[one.id] = until
        if self.left > 0:
            go, together = self._divided(ready)
            return Verdict(go, together, waits, never)
        return self._used_up(ready, waits, never)

    def _divided(self, ready: Sequence[Queued]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        gathered = [one.id for one in ready if one.comes_together]
        others = [one.id for one in ready if not one.comes_together]
        if len(gathered) < 2 and len(ready) <= self.left:
            return tuple(one.id for one in ready), ()
        if len(gathered) > 1 and 1 + len(others) <= self.left:
            return tuple(others), tuple(gathered)
        return (), tuple(one.id for one in ready)

    def _used_up(self, ready: Sequence[Queued], waits: dict[str, Wait], never: tuple[str, ...]) -> Verdict:
        tomorrow = self._tomorrow()
        pressing = tuple(one.id for one in ready if tomorrow is None or one.is_lost_by(tomorrow))
        if tomorrow is not None:
            waits |= {one.id: Wait(tomorrow, True) for one in ready if one.id not in pressing}
        alone = len(pressing) < 2
        return Verdict(pressing if alone else (), () if alone else pressing, waits, never)

    def _held(self, one: Queued) -> Wait | None:
        """Why it cannot go yet; None when it can."""
        if self.back_at is not None and self.back_at > self.now:
            return Wait(self.back_at, True)
        gathered_at = self._morning_for(one.due_at) if one.wish is Wish.DIGEST else None
        if gathered_at is not None and gathered_at > self.now and not one.is_lost_by(gathered_at):
            return Wait(gathered_at, True)
        opens = self._opens()
        if opens > self.now and not one.is_lost_by(opens):
            return Wait(opens, one.is_gathered)
        return None

    def _morning_for(self, due_at: datetime) -> datetime | None:
        """The school morning on which what is due then is collected: that morning itself, or the next."""
        try:
            day = self.calendar.on_or_after(self.calendar.today(due_at))
            morning = self.calendar.at(day, self.calendar.morning)
            if due_at <= morning + ON_TIME:
                return morning
            return self.calendar.at(self.calendar.on_or_after(day + A_DAY), self.calendar.morning)
        except NoSchoolAhead:
            return None

    def _tomorrow(self) -> datetime | None:
        try:
            return self.calendar.next_morning(self.now)
        except NoSchoolAhead:
            return None

    def _opens(self) -> datetime:
        try:
            return self.calendar.next_open(self.now)
        except NoSchoolAhead:
            return self.now
