"""A walkthrough window: a few weeks in which the ILT looks for the same things."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from bot.model.calendar import A_DAY, DayKind, SchoolCalendar
from bot.model.ids import new_id
from bot.model.walkthroughs.content import Band, LookFor, LookForSet
from bot.model.walkthroughs.trends import Change, Line, Snapshot, change
from bot.model.walkthroughs.visits import Visit

WEEKLY_AT = time(15, 5)
FORGET_AT = time(0, 5)
A_WEEK = timedelta(days=7)


@dataclass(eq=False, kw_only=True)
class Window:
    """From `opens` to `closes`, both inclusive. `published` is its trend as it was last shown to the ILT.

    `is_closed` says that its visits no longer lead to an observer or a day.
    """

    school: str
    key: str
    look_fors: str
    opens: date
    closes: date
    strategy: str | None = None
    goal: int | None = None
    published: Snapshot | None = None
    is_closed: bool = False
    id: str = field(default_factory=new_id)

    def is_open(self, today: date) -> bool:
        return not self.is_closed and self.opens <= today <= self.closes

    def overlaps(self, other: "Window") -> bool:
        """Whether both look for the same things on some day."""
        return self.look_fors == other.look_fors and self.opens <= other.closes and other.opens <= self.closes

    def follows(self, other: "Window") -> bool:
        return self.look_fors == other.look_fors and other.closes < self.opens

    def close(self, visits: Iterable[Visit]) -> None:
        """End the window: what is left of its visits leads to nobody and to no day."""
        for visit in visits:
            visit.forget_the_observer()
        self.is_closed = True

    def closing_moment(self, calendar: SchoolCalendar) -> datetime:
        return calendar.at(self.closes + A_DAY, FORGET_AT)

    def weekly_days(self, calendar: SchoolCalendar) -> Iterator[date]:
        """The last school day of each week of the window, up to the week before it closes.

        A week that ends in testing has none: nobody is asked to look at a trend then.
        """
        friday = self.opens + (4 - self.opens.weekday()) % 7 * A_DAY
        while friday < self.closes + A_WEEK:
            days = list(calendar.school_days(max(self.opens, friday - 4 * A_DAY), friday))
            if days and days[-1] < self.closes and calendar.kind(days[-1]) is not DayKind.TESTING:
                yield days[-1]
            friday += A_WEEK


@dataclass(frozen=True)
class Trend:
    """A published trend, with all it takes to read it."""

    window: Window
    looked_for: LookForSet
    shown: Snapshot
    before: Snapshot | None
    before_closed: date | None
    bands: tuple[Band, ...]

    def breaks(self) -> list[tuple[str, LookFor]]:
        """The look-fors that were said anew while the window was open, each with its name before."""
        found: list[tuple[str, LookFor]] = []
        names: dict[str, str] = {}
        for look_for in self.looked_for.look_fors:
            if look_for.since is not None:
                found.append((names[look_for.origin], look_for))
            names[look_for.origin] = look_for.name
        return found

    def lines(self) -> Iterator[tuple[str, Line, Change | None]]:
        """Each look-for with its name, its figures and what changed since the window before."""
        for look_for in self.looked_for.look_fors:
            line = self.shown.line(look_for.code)
            if line is not None:
                earlier = self.before.line(look_for.code) if self.before else None
                yield look_for.name, line, change(line.whole, earlier.whole) if earlier else None
